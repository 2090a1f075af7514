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

//! How long a packet sounds, in samples of 2.5 to 120 ms, read from the packet itself; nothing when it is no Opus
//! packet, empty, or larger than largestPacketBytes.
std::optional<int> durationOf(std::span<const std::byte> packet);

//! One speaker's Opus packets to mono samples. Allocates nothing after its construction.
class VoiceDecoder {
public:
    VoiceDecoder();

    //! As after construction: nothing of what was heard before is left.
    void reset();
    //! How many samples there are, all within ±1; `out` must have room for longestPacketSamples. Garbage decodes to
    //! something, or to 0.
    int decode(std::span<const std::byte> packet, std::span<float> out);
    //! Invents what is missing: `out` whole, a multiple of 2.5 ms. `following`: the packet right behind the missing
    //! one, which may hold a copy of it; or empty. How many samples were made: 0 for another length.
    int conceal(std::span<const std::byte> following, std::span<float> out);

private:
    struct Destroy {
        void operator()(OpusDecoder *decoder) const;
    };

    int clipped(int decoded, std::span<float> out);

    std::unique_ptr<OpusDecoder, Destroy> m_decoder;
    float m_clip = 0; // how the wave that reached over the end of the last samples is bent
};

} // namespace islet
