// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/sound.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

struct OpusDecoder;

namespace islet {

constexpr int longestPacketSamples = sampleRate * 120 / 1'000;
constexpr int largestPacketBytes = 4'000;

//! Duration of a packet, in samples of 2.5 to 120 ms, read from the packet itself; nullopt if it is not an Opus packet,
//! empty, or larger than largestPacketBytes.
std::optional<int> durationOf(std::span<const std::byte> packet);

//! Decodes one speaker's Opus packets to mono samples. Allocates only during construction.
class VoiceDecoder {
public:
    VoiceDecoder();

    //! Resets to the state after construction.
    void reset();
    //! Returns the number of samples, all within ±1; `out` must have space for longestPacketSamples. Garbage decodes to
    //! something, or to 0 samples.
    int decode(std::span<const std::byte> packet, std::span<float> out);
    //! Conceals a missing packet: fills all of `out`, a multiple of 2.5 ms. `following` is the packet right behind the
    //! missing one, which may hold a copy of it; or empty. Returns the number of samples: 0 for another length.
    int conceal(std::span<const std::byte> following, std::span<float> out);

private:
    struct Destroy {
        void operator()(OpusDecoder *decoder) const;
    };

    int clipped(int decoded, std::span<float> out);

    std::unique_ptr<OpusDecoder, Destroy> m_decoder;
    float m_clip = 0; // soft clipping state carried over to the next samples
};

} // namespace islet
