// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/commandline.h"
#include "app/ctl/eventwriter.h"
#include "app/ctl/inputlines.h"
#include "app/ctl/roomprofiles.h"
#include "app/ctl/roomvoice.h"
#include "comms/client.h"
#include "identity/identity.h"

#include <QJsonObject>

namespace islet::ctl {

//! `isletctl join`: a scriptable peer in a room.
class JoinCommand : public QObject {
    Q_OBJECT

public:
    //! `identity` must outlive the command.
    JoinCommand(const JoinOptions &options, const Identity &identity);

    Expected<void> start();
    void leave();

private:
    void connectSessionEvents();
    void connectPeerEvents();
    void onLine(const QString &line);
    Expected<void> execute(const QString &verb, const QString &rest);
    Expected<void> move(const QStringList &numbers);
    void writePeers();
    void writeClosed(const QString &event, const CloseReason &reason, QJsonObject values = {});
    void onInputEnded();

    JoinOptions m_options;
    EventWriter m_events;
    Client m_client;
    RoomProfiles m_profiles;
    RoomVoice m_voice;
    InputLines m_input;
    QTimer m_duration;
    bool m_hasJoined = false;
    bool m_isLate = false; // --for has elapsed before the welcome
};

} // namespace islet::ctl
