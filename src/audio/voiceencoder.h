// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/sound.h"

#include <array>
#include <cstddef>
#include <memory>
#include <span>

struct OpusEncoder;

namespace islet {

//! Encodes 20 ms of speech to one Opus packet: VOIP, about 32 kbit/s, variable. Allocates only during construction.
class VoiceEncoder {
public:
    VoiceEncoder();

    //! Resets to the state after construction.
    void reset();
    //! Valid until the next call.
    std::span<const std::byte> encode(std::span<const float, frameSamples> frame);

private:
    struct Destroy {
        void operator()(OpusEncoder *encoder) const;
    };
    static constexpr int largestPacket = 1275; // bytes, of a single frame (RFC 6716, 3.4)

    std::unique_ptr<OpusEncoder, Destroy> m_encoder;
    std::array<std::byte, largestPacket> m_packet{};
};

} // namespace islet
