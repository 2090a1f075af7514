// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commssession.h"
#include "comms/peerdirectory.h"
#include "comms/pinger.h"
#include "comms/positionreporter.h"
#include "ctl/commandline.h"
#include "ctl/eventwriter.h"
#include "ctl/inputlines.h"
#include "ctl/roomprofiles.h"
#include "ctl/roomvoice.h"
#include "identity/identity.h"

namespace islet::ctl {

//! `isletctl join`: a person in a room who is a script.
class JoinCommand : public QObject {
    Q_OBJECT

public:
    //! `identity` must outlive the command.
    JoinCommand(const JoinOptions &options, const Identity &identity);

    Expected<void> start();
    void leave();

private:
    void writeEventsOfSession();
    void writeEventsOfPeers();
    void onLine(const QString &line);
    Expected<void> obey(const QString &verb, const QString &rest);
    Expected<void> move(const QStringList &numbers);
    void writePeers();
    void onInputEnded();

    JoinOptions m_options;
    EventWriter m_events;
    TransportFactory m_factory;
    CommsAdapter m_adapter;
    CommsSession m_session;
    PeerDirectory m_peers;
    PositionReporter m_reporter;
    Pinger m_pinger;
    RoomProfiles m_profiles;
    RoomVoice m_voice;
    InputLines m_input;
    QTimer m_duration;
};

} // namespace islet::ctl
