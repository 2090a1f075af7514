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
#include "base/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class QThread;

namespace islet {

class AudioEngine;
struct AudioSettings;

//! Microphone to packets, packets to loudspeaker: the front end of the audio thread. Belongs to its creator's thread.
//!
//! Nothing here blocks. Devices may appear and disappear at any time: the requested one is used while it is present,
//! the system's default otherwise.
class AudioPipeline : public QObject {
    Q_OBJECT

public:
    //! Called on the audio thread; called again on the new one when a hung audio thread is abandoned.
    using MakeSoundSystem = std::function<std::unique_ptr<SoundSystem>()>;

    //! `firstIndex`: see firstVoiceIndex(). A device that has not answered within `timeout` is abandoned.
    AudioPipeline(MakeSoundSystem make, std::uint32_t firstIndex, QObject *parent = nullptr,
                  std::chrono::milliseconds timeout = std::chrono::seconds(5));
    //! Waits at most 2 s for the audio thread; one that takes longer is abandoned().
    ~AudioPipeline() override;

    //! Opens both devices and keeps them open. The device lists are empty until the first start().
    void start();
    //! Closes both devices; nothing is played or encoded.
    void stop();

    //! An empty id follows the system default.
    void useMicrophone(const QByteArray &id);
    void useLoudspeaker(const QByteArray &id);
    void set(const Processing &processing);
    void set(const Activation &activation);
    void setTalking(bool talking);
    void setMuted(bool muted);
    void setDeafened(bool deafened);
    //! Plays soon, or never while the devices are closed.
    void playCue(Cue cue);

    //! Queues one Opus packet for playout, or drops it while the devices are closed. See Mixer::receive().
    //! `arrivedAt` is not taken on the audio thread, which may be busy opening a device.
    void receive(SpeakerId speaker, std::uint32_t index, const QByteArray &packet,
                 std::chrono::microseconds arrivedAt = monotonicNow());
    //! Sets the speaker's gain and pan; a speaker is inaudible until then.
    void place(SpeakerId speaker, const SpatialGain &hearing);
    //! Stops the speaker at once and drops their gain and pan.
    void forget(SpeakerId speaker);

    const AudioState &state() const { return m_state; }
    const QList<SoundDevice> &microphones() const { return m_microphones; }
    const QList<SoundDevice> &loudspeakers() const { return m_loudspeakers; }
    //! Level of the last 20 ms after processing, dBFS; -100 if there are none.
    float microphoneLevel() const;

signals:
    //! One Opus packet of 20 ms; send it immediately or drop it.
    void frameEncoded(std::uint32_t index, const QByteArray &packet);
    //! The microphone started or stopped transmitting, by push-to-talk or voice activation.
    void openChanged(bool open);
    void speakingMutedChanged(bool speaking);
    //! Speakers being played: ten times a second while anyone is heard, and once when that ends.
    void heard(const QList<islet::SpeakerStats> &speakers);
    void stateChanged();
    void devicesChanged();
    //! A thread was abandoned with its hung device: do not end this process the usual way (see hasAbandoned()).
    void abandoned();

public:
    //! True if destructors of the sound server's client may wait forever for a thread that never returns.
    bool hasAbandoned() const { return m_abandoned > 0; }

private:
    struct BlockingCall; // the blocking call the audio thread is in, and for how long

    template<typename Do> void post(Do what);
    void startThread();
    void connectEngine();
    void checkCall();
    void abandon();
    void releaseThread();
    void setState(const AudioState &state);
    void setDevices(const QList<SoundDevice> &microphones, const QList<SoundDevice> &loudspeakers);

    MakeSoundSystem m_make;
    std::chrono::milliseconds m_timeout;
    std::unique_ptr<AudioSettings> m_settings;
    std::unique_ptr<BlockingCall> m_call; // nullptr unless the audio thread is in a call that may block
    QTimer m_watchdog;
    QThread *m_thread = nullptr;
    AudioEngine *m_engine = nullptr; // lives on m_thread, which deletes it when it ends
    AudioState m_state;
    QList<SoundDevice> m_microphones;
    QList<SoundDevice> m_loudspeakers;
    int m_abandoned = 0;
};

} // namespace islet
