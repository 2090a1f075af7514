// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/activation.h"
#include "audio/processing.h"
#include "audio/sound.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

namespace islet {

class VoiceActivity;
class VoiceEncoder;
class VoiceProcessor;

//! Microphone frames to packets: processing, gate, Opus encoder. All calls come from one thread.
//!
//! process() is the frame path: no allocation, no lock, no I/O.
class VoiceSender {
public:
    struct Packet {
        std::uint32_t index; //!< counts packets; see firstVoiceIndex()
        std::span<const std::byte> bytes; //!< one Opus packet of 20 ms, valid until the next call
    };

    explicit VoiceSender(std::uint32_t firstIndex);
    ~VoiceSender();

    void set(const Processing &processing);
    void set(const Activation &activation);
    //! The push-to-talk key: transmission starts at once and ends after the frame that is being filled.
    void setTalking(bool talking);
    //! Nothing is sent, regardless of key and voice.
    void setMuted(bool muted);

    //! Processes one frame in place, given what the loudspeaker played meanwhile. Returns the packet to send, if any.
    std::optional<Packet> process(std::span<float, frameSamples> frame,
                                  std::span<const float, frameSamples> playedBack);

    bool isOpen() const { return m_isOpen; }
    //! The user speaks while muted.
    bool isSpeakingMuted() const { return m_isSpeakingMuted; }
    //! Of the last frame after processing, dBFS; -100 before the first.
    double level() const { return m_level; }

private:
    bool shouldTransmit(bool isSpeaking);

    std::unique_ptr<VoiceProcessor> m_processor;
    std::unique_ptr<VoiceActivity> m_activity;
    std::unique_ptr<VoiceEncoder> m_encoder;
    Activation m_activation;
    std::uint32_t m_nextIndex;
    double m_level = -100;
    bool m_isKeyDown = false;
    bool m_isLastFrame = false; // the key was released while it was being filled
    bool m_isMuted = false;
    bool m_isOpen = false;
    bool m_isSpeakingMuted = false;
};

//! First packet index of a client: time-based, so that after a restart it is ahead of all indices sent before.
//! Receivers would otherwise drop the packets as old.
std::uint32_t firstVoiceIndex(std::chrono::milliseconds sinceEpoch);

} // namespace islet
