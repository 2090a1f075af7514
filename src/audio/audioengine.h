// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/audiodevices.h"
#include "audio/mixer.h"
#include "audio/voicesender.h"

#include <QTimer>

#include <atomic>

namespace islet {

//! Runs on the audio thread: every 2 ms, encodes what the microphone recorded and mixes what the loudspeaker is
//! missing.
//!
//! Constructed on another thread and moved to the audio thread; everything except the constructor, the destructor and
//! level() belongs to that thread. The frame path, from samples read to bytes encoded and from packets held to samples
//! written, allocates nothing itself; emitting frames does.
class AudioEngine : public QObject {
    Q_OBJECT

public:
    using MakeSoundSystem = std::function<std::unique_ptr<SoundSystem>()>;

    AudioEngine(MakeSoundSystem make, const AudioSettings &settings);
    ~AudioEngine() override;

    void begin();
    //! Closes everything permanently and ends the thread.
    void retire();

    void setOn(bool on);
    AudioDevices &devices() { return m_devices; }
    Mixer &mixer() { return m_mixer; }
    VoiceSender &sender() { return m_sender; }

    //! Level of the last frame, dBFS. Callable from any thread.
    float level() const { return m_level.load(std::memory_order_relaxed); }

signals:
    void frameEncoded(std::uint32_t index, const QByteArray &packet);
    void openChanged(bool open);
    void speakingMutedChanged(bool speaking);
    void heard(const QList<islet::SpeakerStats> &speakers);
    void stateChanged(const islet::AudioState &state);

private:
    void tick();
    void send();
    void takeReference();
    void render(std::span<float> stereo);
    void updateGate(bool isOpen, bool isSpeakingMuted);
    void reportHeard();
    void reportState();

    MakeSoundSystem m_make;
    Mixer m_mixer;
    VoiceSender m_sender;
    AudioDevices m_devices;
    QTimer m_timer;
    SampleFifo m_played; // mono: what the loudspeaker played and the microphone may pick up
    std::vector<float> m_frame;
    std::vector<float> m_reference;
    std::atomic<float> m_level = -100;

    AudioState m_state;
    std::chrono::microseconds m_now{0};
    std::chrono::microseconds m_nextReport{0};
    bool m_isOn;
    bool m_mustRetire = false;
    bool m_isOpen = false;
    bool m_isSpeakingMuted = false;
    bool m_wasHeard = false;
};

} // namespace islet
