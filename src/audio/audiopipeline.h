// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/activation.h"
#include "audio/audiostate.h"
#include "audio/cue.h"
#include "audio/processing.h"
#include "audio/soundsystem.h"
#include "audio/spatialgain.h"
#include "audio/speakerstats.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class QThread;

namespace islet {

class AudioEngine;
struct AudioSettings;

//! Microphone to packets, packets to loudspeaker: the front of the audio thread, for the thread that made it.
//!
//! Nothing here blocks. Devices come and go by themselves: the one that was asked for is used while it is there, the
//! system's default otherwise.
class AudioPipeline : public QObject {
    Q_OBJECT

public:
    //! Called on the audio thread, again after a thread had to be given up.
    using MakeSoundSystem = std::function<std::unique_ptr<SoundSystem>()>;

    //! `firstIndex`: see firstVoiceIndex(). A device that has not answered after `patience` is given up.
    AudioPipeline(MakeSoundSystem make, std::uint32_t firstIndex, QObject *parent = nullptr,
                  std::chrono::milliseconds patience = std::chrono::seconds(5));
    //! Waits for the audio thread, 2 s at most; one that takes longer is abandoned().
    ~AudioPipeline() override;

    //! Opens both devices, and keeps them open. The lists of devices are empty before the first time.
    void start();
    //! Closes them; nothing is heard and nothing encoded.
    void stop();

    //! An empty id follows the system.
    void useMicrophone(const QByteArray &id);
    void useLoudspeaker(const QByteArray &id);
    void set(const Processing &processing);
    void set(const Activation &activation);
    void setTalking(bool talking);
    void setMuted(bool muted);
    void setDeafened(bool deafened);
    //! Soon, or never while the devices are closed.
    void playCue(Cue cue);

    void receive(SpeakerId speaker, std::uint32_t index, const QByteArray &packet);
    void place(SpeakerId speaker, const SpatialGain &hearing);
    void forget(SpeakerId speaker);

    const AudioState &state() const { return m_state; }
    const QList<SoundDevice> &microphones() const { return m_microphones; }
    const QList<SoundDevice> &loudspeakers() const { return m_loudspeakers; }
    //! Of the last 20 ms after processing, dBFS, -100 when there is none.
    float microphoneLevel() const;

signals:
    //! One Opus packet of 20 ms, to be sent now or never.
    void frameEncoded(std::uint32_t index, const QByteArray &packet);
    //! The way out of the microphone opened or closed, by the key or by voice.
    void openChanged(bool open);
    void speakingMutedChanged(bool speaking);
    //! Who is heard; ten times a second while anybody is, and once when that ends.
    void heard(const QList<islet::SpeakerStats> &speakers);
    void stateChanged();
    void devicesChanged();
    //! A thread was given up with its hung device: this process should not end by the usual way (see hasAbandoned()).
    void abandoned();

public:
    //! Destructors of the sound server's client may wait for ever for a thread that never comes back.
    bool hasAbandoned() const { return m_abandoned > 0; }

private:
    struct Hang; // what the audio thread is doing, and for how long

    template<typename Do> void tell(Do what);
    void launch();
    void listen();
    void watch();
    void abandon();
    void releaseThread();
    void setState(const AudioState &state);
    void setDevices(const QList<SoundDevice> &microphones, const QList<SoundDevice> &loudspeakers);

    MakeSoundSystem m_make;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<AudioSettings> m_settings;
    std::unique_ptr<Hang> m_call; // none while it does nothing that may take long
    QTimer m_watch;
    QThread *m_thread = nullptr;
    AudioEngine *m_engine = nullptr; // lives on m_thread, which takes it away when it ends
    AudioState m_state;
    QList<SoundDevice> m_microphones;
    QList<SoundDevice> m_loudspeakers;
    int m_abandoned = 0;
};

} // namespace islet
