// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/spatialgain.h"
#include "comms/connectionstring.h"
#include "comms/transport.h"
#include "server/roomoptions.h"

#include <QStringList>

#include <variant>

namespace islet::ctl {

// Exit statuses, for scripts.
constexpr int exitDone = 0; //!< left on request, or --for has elapsed
constexpr int exitUsage = 2; //!< the command line or the connection string is invalid
constexpr int exitRefused = 3; //!< kicked or rejected; refused by the window or the keychain
constexpr int exitNetwork = 4; //!< also if no window is running
constexpr int exitProtocol = 5;

int exitStatusOf(CloseReason::Kind kind);

struct HelpOptions {
    QString text;
};

struct JoinOptions {
    ConnectionString where;
    bool json = false;
    std::optional<std::chrono::milliseconds> duration;
    QString keyFile; //!< empty: use the identity, or a guest
    Vec3 at{8, 0, 8};
    QString name = {}; //!< as returned by outgoingName(); empty: none
    QString talkFile = {}; //!< empty: do not talk on joining
    QString listenFolder = {}; //!< empty: do not record
    DistanceCurve curve = DistanceCurve::Inverse;
    bool stays = false; //!< returns to a room that was lost
    bool allowsPlain = false; //!< allows ws:// and http:// to other machines
    QString identityName = {}; //!< empty: use the key file, or a guest
};

struct PttOptions {
    QString what; //!< down, up or toggle
};

struct IdentityOptions {
    enum class Action { List, New, Import, Export, Remove, Use };

    Action action;
    QString name = {}; //!< of an identity; empty for Action::List
    QString file = {}; //!< to import ("-" for standard input) or export; otherwise empty
};

using Request = std::variant<HelpOptions, JoinOptions, RoomOptions, PttOptions, IdentityOptions>;

//! Parses `arguments`, which do not include the program's name.
Expected<Request> parseCommandLine(const QStringList &arguments);

} // namespace islet::ctl
