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

//! From the microphone's frames to the packets that are sent: processing, the gate, Opus. All calls come from one
//! thread.
//!
//! process() is the frame path: it allocates nothing, locks nothing and writes nothing but bytes.
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
    //! The key: with push-to-talk it opens the way at once, and closes it after the frame that is being filled.
    void setTalking(bool talking);
    //! Nothing goes out, whatever the key or the voice.
    void setMuted(bool muted);

    //! Takes one frame, which is processed in place, and what the loudspeaker got meanwhile; gives what is to be sent.
    std::optional<Packet> process(std::span<float, frameSamples> frame,
                                  std::span<const float, frameSamples> playedBack);

    bool isOpen() const { return m_isOpen; }
    //! Somebody speaks into a muted microphone.
    bool isSpeakingMuted() const { return m_isSpeakingMuted; }
    //! Of the last frame, dBFS, after processing; -100 before the first.
    double level() const { return m_level; }

private:
    bool wantsOut(bool isSpeaking);

    std::unique_ptr<VoiceProcessor> m_processor;
    std::unique_ptr<VoiceActivity> m_activity;
    std::unique_ptr<VoiceEncoder> m_encoder;
    Activation m_activation;
    std::uint32_t m_nextIndex;
    double m_level = -100;
    bool m_isKeyDown = false;
    bool m_isLastFrame = false; // the key went up while it was being filled
    bool m_isMuted = false;
    bool m_isOpen = false;
    bool m_isSpeakingMuted = false;
};

//! Where a client's packet index starts: time-based, so that one who starts again is always ahead of what they sent
//! before, which receivers would otherwise throw away as old.
std::uint32_t firstVoiceIndex(std::chrono::milliseconds sinceEpoch);

} // namespace islet
