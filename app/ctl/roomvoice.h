// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/commandline.h"
#include "app/ctl/listener.h"
#include "app/ctl/talker.h"
#include "app/ctl/voicereport.h"

namespace islet::ctl {

//! Mouth and ears of `isletctl join`.
class RoomVoice : public QObject {
    Q_OBJECT

public:
    //! What the voice needs of the room.
    struct Room {
        CommsAdapter &adapter;
        const PeerDirectory &directory;
        PositionReporter &reporter;
        Address myself;
    };

    //! `room` and `events` must outlive it.
    RoomVoice(const Room &room, EventWriter &events);

    //! Reads and makes what the options name; nothing is heard or said before enter(). InvalidInput, one sentence,
    //! about a file or a folder.
    Expected<void> prepare(const JoinOptions &options);
    //! We are in the room.
    void enter();
    //! We are no longer: writes the last events, and completes the files.
    void finish();

    //! The commands on standard input.
    Expected<void> talk(const QString &path);
    Expected<void> ptt(const QString &what);
    void tellStats() { m_report.tell(); }

    bool isSpeaking() const { return m_talker.isSpeaking(); }

signals:
    //! A talk is over.
    void stopped();

private:
    VoiceLink m_link;
    Talker m_talker;
    Listener m_listener;
    VoiceReport m_report;
    bool m_talksAtOnce = false;
};

} // namespace islet::ctl
