// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatmodel.h"
#include "app/platform/storesetting.h"
#include "app/voice/voicecontroller.h"
#include "audio/cue.h"
#include "base/ratelimiter.h"
#include "comms/peerdirectory.h"

#include <optional>

namespace islet {

//! Notification sounds for events in the room. Rate-limited, because constant sounds carry no information, and silent
//! while deafened. The settings apply at once and are saved.
class SoundCues : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! The main switch.
    Q_PROPERTY(bool on READ isOn WRITE setOn NOTIFY changed)
    //! A peer joins or leaves.
    Q_PROPERTY(bool people READ hasPeople WRITE setPeople NOTIFY changed)
    //! Someone else's message arrives while the user does not see the chat.
    Q_PROPERTY(bool messages READ hasMessages WRITE setMessages NOTIFY changed)
    //! The push-to-talk key opens or closes the microphone. Not for voice activation or the self-test.
    Q_PROPERTY(bool talk READ hasTalk WRITE setTalk NOTIFY changed)

public:
    //! After joining, people and messages are silent for this long: everyone present is announced at once.
    static constexpr std::chrono::seconds quietAtFirst{3};
    static constexpr std::chrono::seconds betweenPeople{1};
    static constexpr std::chrono::seconds betweenMessages{2};
    //! Peers including the user. In larger rooms someone joins or leaves all the time.
    static constexpr qsizetype largestRoom = 20;

    //! The sources of the events. All must outlive this object.
    struct Sources {
        CommsAdapter &adapter;
        const PeerDirectory &directory;
        const ChatModel &chat;
        VoiceController &voice; //!< plays the sounds
        Clock clock = monotonicNow;
    };

    //! `settings` must outlive this object.
    SoundCues(Sources sources, QSettings &settings, QObject *parent = nullptr);

    bool isOn() const { return m_isOn; }
    void setOn(bool on) { storeSetting(this, m_settings, "cues/on", m_isOn, on); }
    bool hasPeople() const { return m_hasPeople; }
    void setPeople(bool on) { storeSetting(this, m_settings, "cues/people", m_hasPeople, on); }
    bool hasMessages() const { return m_hasMessages; }
    void setMessages(bool on) { storeSetting(this, m_settings, "cues/messages", m_hasMessages, on); }
    bool hasTalk() const { return m_hasTalk; }
    void setTalk(bool on) { storeSetting(this, m_settings, "cues/talk", m_hasTalk, on); }

signals:
    void changed();
    //! Play `cue` now.
    void played(islet::Cue cue);

private:
    using Time = std::optional<std::chrono::microseconds>;

    //! Whether a sound may be played now.
    bool isListening() const;
    //! Whether a sound for something that others do may be played now.
    bool isListeningToOthers() const;
    //! Plays `cue` unless `limiter` has allowed another one less than `interval` ago.
    void playAtMostOncePer(std::chrono::seconds interval, RateLimiter &limiter, Cue cue);
    void onPeople(Cue cue, const Address &who);
    void onLine(const Address &author);
    void onTalking();

    Sources m_sources;
    QSettings &m_settings;
    bool m_isOn;
    bool m_hasPeople;
    bool m_hasMessages;
    bool m_hasTalk;
    Time m_entered; // nullopt while not connected
    RateLimiter m_peopleLimit;
    RateLimiter m_messageLimit;
    bool m_wasTalking = false;
    bool m_hasPlayedTalkOn = false; // TalkOff plays only after TalkOn
};

} // namespace islet
