// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/peeraudiosettings.h"
#include "app/voice/keywatch.h"
#include "app/voice/selftest.h"
#include "app/voice/talkkey.h"
#include "app/voice/voicesettings.h"
#include "audio/audiopipeline.h"
#include "comms/commssession.h"
#include "voice/voicelink.h"

namespace islet {

//! Voice chat for the window: push-to-talk, level meter, devices and their problems.
class VoiceController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! The microphone is transmitting to the room (or, in the self-test, back to the user).
    Q_PROPERTY(bool talking READ isTalking NOTIFY talkingChanged)
    //! Transmitting without the key being held.
    Q_PROPERTY(bool latched READ isLatched NOTIFY talkingChanged)
    Q_PROPERTY(bool muted READ isMuted WRITE setMuted NOTIFY mutedChanged)
    Q_PROPERTY(bool deafened READ isDeafened WRITE setDeafened NOTIFY deafenedChanged)
    //! The user speaks or holds the key while muted.
    Q_PROPERTY(bool speakingMuted READ isSpeakingMuted NOTIFY speakingMutedChanged)
    //! Frames were actually sent within the last 0.1 s.
    Q_PROPERTY(bool sending READ isSending NOTIFY meterChanged)
    //! Level of the sent frames, 0 to 1 for -60 to 0 dBFS; 0 while none are sent.
    Q_PROPERTY(double sentLevel READ sentLevel NOTIFY meterChanged)
    //! Microphone level on the same scale, while `checking`.
    Q_PROPERTY(double microphoneLevel READ microphoneLevel NOTIFY meterChanged)
    //! Frames not sent because the connection was congested.
    Q_PROPERTY(int unsent READ unsent NOTIFY meterChanged)
    //! Whether the microphone level is on screen, in a room or not.
    Q_PROPERTY(bool checking READ isChecking WRITE setChecking NOTIFY checkingChanged)
    //! The problem of the microphone or loudspeaker, or empty.
    Q_PROPERTY(QString problem READ problem NOTIFY devicesChanged)
    Q_PROPERTY(bool canTalk READ canTalk NOTIFY devicesChanged)
    //! Loudspeaker buffer depth and underrun count; empty while nothing is played.
    Q_PROPERTY(QString loudspeakerText READ loudspeakerText NOTIFY devicesChanged)
    //! The first entry is the system default.
    Q_PROPERTY(QStringList microphones READ microphones NOTIFY devicesChanged)
    Q_PROPERTY(QStringList loudspeakers READ loudspeakers NOTIFY devicesChanged)
    Q_PROPERTY(int microphone READ microphone WRITE setMicrophone NOTIFY devicesChanged)
    Q_PROPERTY(int loudspeaker READ loudspeaker WRITE setLoudspeaker NOTIFY devicesChanged)
    Q_PROPERTY(int inEarshot READ inEarshot NOTIFY earshotChanged)
    //! Whether the next key pressed becomes the push-to-talk key.
    Q_PROPERTY(bool capturingKey READ isCapturingKey WRITE setCapturingKey NOTIFY capturingKeyChanged)
    Q_PROPERTY(islet::VoiceSettings *settings READ settings CONSTANT)
    Q_PROPERTY(islet::SelfTest *selfTest READ selfTest CONSTANT)

public:
    //! All references must outlive the controller. `keyClock` distinguishes taps of the talk key from holds.
    VoiceController(CommsAdapter &adapter, CommsSession &session, const PeerDirectory &directory,
                    PositionReporter &reporter, QSettings &settings, AudioPipeline::MakeSoundSystem sound,
                    Clock keyClock = monotonicNow, QObject *parent = nullptr);

    //! Starts filtering this window's keys; see KeyWatch.
    void watch(QQuickWindow *window, KeyWatch::IsMap isMap) { m_keyWatch.watch(window, std::move(isMap)); }
    //! Announces all texts again: the language has changed.
    void retranslate()
    {
        emit devicesChanged();
        m_settings.retranslate();
    }
    PeerAudioSettings &people() { return m_people; }
    const AudioPipeline &pipeline() const { return m_pipeline; }

    //! The on-screen button, which is held like the key.
    Q_INVOKABLE void press();
    Q_INVOKABLE void release();
    //! Ends the device check. The devices count as checked if the microphone picked up sound meanwhile.
    Q_INVOKABLE void endCheck();
    //! Push-to-talk from another program, independent of keyboard focus. Returns the new state, or why nothing is sent.
    Expected<QString> remote(const QStringList &words);
    //! Sets a person's volume by address; ignores an invalid address.
    Q_INVOKABLE void setPersonVolume(const QString &address, double volume);
    Q_INVOKABLE void setPersonMuted(const QString &address, bool muted);
    Q_INVOKABLE void playChime() { playCue(Cue::Chime); }
    void playCue(Cue cue) { m_pipeline.playCue(cue); }

    bool isTalking() const { return m_isOpen; }
    bool isLatched() const { return m_key.isLatched() || m_isHeldRemotely; }
    bool isMuted() const { return m_isMuted; }
    void setMuted(bool muted);
    bool isDeafened() const { return m_isDeafened; }
    void setDeafened(bool deafened);
    bool isSpeakingMuted() const;
    bool isSending() const { return m_sendingTicks > 0; }
    double sentLevel() const { return m_sentLevel; }
    double microphoneLevel() const { return m_microphoneLevel; }
    int unsent() const { return m_unsent; }
    bool isChecking() const { return m_isChecking; }
    void setChecking(bool checking);
    QString problem() const;
    bool canTalk() const;
    QString loudspeakerText() const;
    QStringList microphones() const;
    QStringList loudspeakers() const;
    int microphone() const;
    void setMicrophone(int index);
    int loudspeaker() const;
    void setLoudspeaker(int index);
    int inEarshot() const { return m_inEarshot; }
    bool isCapturingKey() const { return m_keyWatch.isCapturing(); }
    void setCapturingKey(bool capturing) { m_keyWatch.setCapturing(capturing); }
    VoiceSettings *settings() { return &m_settings; }
    SelfTest *selfTest() { return &m_selfTest; }

signals:
    void talkingChanged();
    void mutedChanged();
    void deafenedChanged();
    void speakingMutedChanged();
    void meterChanged();
    void checkingChanged();
    void devicesChanged();
    void earshotChanged();
    void capturingKeyChanged();

private:
    //! The values shown by the meter.
    struct Meter {
        bool isSending = false;
        int unsent = 0;
        double sentLevel = 0;
        double microphoneLevel = 0;

        friend bool operator==(const Meter &, const Meter &) = default;
    };

    void connectPipeline();
    void connectKeys();
    void applySettings();
    //! Opens or closes the devices and the transmission as the combined state requires.
    void update();
    void send(std::uint32_t index, const QByteArray &packet);
    void onOpenChanged(bool open);
    void updateMeter();
    void onHeard(const QList<SpeakerStats> &speakers);
    void applyGain(const Address &person);
    bool isInRoom() const { return m_session.state() == CommsSession::State::Joined; }
    bool isKeyDown() const { return m_key.isDown() || m_isHeldRemotely; }

    CommsSession &m_session;
    VoiceSettings m_settings;
    PeerAudioSettings m_people;
    SelfTest m_selfTest;
    VoiceLink m_link;
    KeyWatch m_keyWatch;
    TalkKey m_key;
    QTimer m_meterTimer;
    QTimer m_earshotTimer;
    bool m_isHeldRemotely = false;
    bool m_isOpen = false;
    bool m_wasTesting = false;
    bool m_isTestEnding = false; // frames until the gate closes still belong to the self-test
    bool m_isMuted = false;
    bool m_isDeafened = false;
    bool m_isSpeakingMuted = false;
    bool m_isChecking = false;
    bool m_wasHeard = false; // the microphone picked up sound in this check
    int m_sendingTicks = 0; // meter ticks until `sending` ends
    double m_sentLevel = 0;
    double m_microphoneLevel = 0;
    int m_unsent = 0;
    Meter m_meterShown;
    int m_inEarshot = 0;
    AudioPipeline m_pipeline; // last member: its thread must end first
};

} // namespace islet
