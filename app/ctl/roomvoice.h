// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/commandline.h"
#include "app/ctl/listener.h"
#include "app/ctl/talker.h"
#include "app/ctl/voicereport.h"

namespace islet::ctl {

//! Voice of `isletctl join`: talking and listening.
class RoomVoice : public QObject {
    Q_OBJECT

public:
    //! What voice needs from the room.
    struct Dependencies {
        CommsAdapter &adapter;
        const PeerDirectory &directory;
        PositionReporter &reporter;
        Address myself;
    };

    //! What `dependencies` refers to, and `events`, must outlive this object.
    RoomVoice(const Dependencies &dependencies, EventWriter &events);

    //! Reads and creates the files that the options name; plays and sends nothing before enter(). Returns
    //! InvalidInput with one sentence about the file or folder at fault.
    Expected<void> prepare(const JoinOptions &options);
    //! Call after joining the room.
    void enter();
    //! Call after leaving the room: writes the last events, and completes the files.
    void finish();

    //! Handlers for commands on standard input.
    Expected<void> talk(const QString &path);
    Expected<void> ptt(const QString &what);
    void writeStats() { m_report.writeStats(); }

    bool isSpeaking() const { return m_talker.isSpeaking(); }

signals:
    //! A talk has ended.
    void stopped();

private:
    VoiceLink m_link;
    Talker m_talker;
    Listener m_listener;
    VoiceReport m_report;
    bool m_talksOnJoin = false;
};

} // namespace islet::ctl
