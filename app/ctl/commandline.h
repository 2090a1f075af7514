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
constexpr int exitDone = 0; //!< left when asked to, or the time was over
constexpr int exitUsage = 2; //!< the command line or the connection string makes no sense
constexpr int exitRefused = 3; //!< kicked or rejected; the window would not, or the keychain
constexpr int exitNetwork = 4; //!< also: there is no window
constexpr int exitProtocol = 5;

int exitStatusOf(CloseReason::Kind kind);

struct HelpOptions {
    QString text;
};

struct JoinOptions {
    ConnectionString where;
    bool json = false;
    std::optional<std::chrono::milliseconds> duration;
    QString keyFile; //!< empty: the identity, or a guest
    Vec3 at{8, 0, 8};
    QString name = {}; //!< as outgoingName() made it; empty: none
    QString talkFile = {}; //!< empty: nothing is said at once
    QString listenFolder = {}; //!< empty: nothing is recorded
    DistanceCurve curve = DistanceCurve::Inverse;
    bool allowsPlain = false; //!< ws:// and http:// to other machines
    QString identityName = {}; //!< empty: the key of the file, or a guest
};

struct PttOptions {
    QString what; //!< down, up or toggle
};

struct IdentityOptions {
    enum class Action { List, New, Import, Export, Remove, Use };

    Action action;
    QString name = {}; //!< of an identity; empty to list them
    QString file = {}; //!< to import, "-" for standard input, or to export; otherwise empty
};

using Request = std::variant<HelpOptions, JoinOptions, RoomOptions, PttOptions, IdentityOptions>;

//! `arguments` without the program's name.
Expected<Request> parseCommandLine(const QStringList &arguments);

} // namespace islet::ctl
