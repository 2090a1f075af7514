// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatmodel.h"
#include "app/voice/voicecontroller.h"
#include "audio/cue.h"
#include "comms/peerdirectory.h"

#include <optional>

namespace islet {

//! Small sounds when something happens in the room. Few: what happens all the time is no news, and nobody who hears
//! nobody wants to hear them. Applied at once, and kept.
class SoundCues : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Any at all.
    Q_PROPERTY(bool on READ isOn WRITE setOn NOTIFY changed)
    //! Somebody comes or goes.
    Q_PROPERTY(bool people READ hasPeople WRITE setPeople NOTIFY changed)
    //! Somebody else writes while nobody looks at the chat.
    Q_PROPERTY(bool messages READ hasMessages WRITE setMessages NOTIFY changed)
    //! The key opens and closes the microphone; not when the voice does, nor in the self-test.
    Q_PROPERTY(bool talk READ hasTalk WRITE setTalk NOTIFY changed)

public:
    //! After entering, of people and messages: everybody who is there already is announced at once.
    static constexpr std::chrono::seconds quietAtFirst{3};
    static constexpr std::chrono::seconds betweenPeople{1};
    static constexpr std::chrono::seconds betweenMessages{2};
    //! With me; in larger rooms somebody always comes or goes.
    static constexpr qsizetype largestRoom = 20;

    //! Where things happen; all must outlive this.
    struct Room {
        CommsAdapter &adapter;
        const PeerDirectory &directory;
        const ChatModel &chat;
        VoiceController &voice; //!< plays them
        Clock clock = monotonicNow;
    };

    //! `settings` must outlive this.
    SoundCues(Room room, QSettings &settings, QObject *parent = nullptr);

    bool isOn() const { return m_isOn; }
    void setOn(bool on) { keep(m_isOn, on); }
    bool hasPeople() const { return m_hasPeople; }
    void setPeople(bool on) { keep(m_hasPeople, on); }
    bool hasMessages() const { return m_hasMessages; }
    void setMessages(bool on) { keep(m_hasMessages, on); }
    bool hasTalk() const { return m_hasTalk; }
    void setTalk(bool on) { keep(m_hasTalk, on); }

signals:
    void changed();
    //! This one is played now.
    void played(islet::Cue cue);

private:
    using Time = std::optional<std::chrono::microseconds>;

    void keep(bool &mine, bool wanted);
    //! Whether any may be heard now.
    bool isListening() const;
    //! The same, for what others do.
    bool isListeningToOthers() const;
    //! Unless `last`, which becomes now, was less than so long ago.
    void playAfter(Cue cue, std::chrono::microseconds pause, Time &last);
    void onPeople(Cue cue, const Address &who);
    void onLine(const Address &author);
    void onTalking();

    Room m_room;
    QSettings &m_settings;
    bool m_isOn;
    bool m_hasPeople;
    bool m_hasMessages;
    bool m_hasTalk;
    Time m_entered; // none outside
    Time m_lastPeople;
    Time m_lastMessage;
    bool m_wasTalking = false;
    bool m_isTalkTold = false; // what was not begun with a sound does not end with one
};

} // namespace islet
