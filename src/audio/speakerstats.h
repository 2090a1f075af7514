// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/sound.h"

#include <cstdint>

namespace islet {

//! Packet and playout statistics of one speaker, since first heard.
struct SpeakerStats {
    SpeakerId speaker{};
    std::uint64_t packets = 0; //!< accepted
    std::uint64_t late = 0; //!< arrived after they had been concealed
    std::uint64_t duplicate = 0;
    std::uint64_t refused = 0; //!< not Opus, empty, over 4000 bytes or over 120 ms
    std::uint64_t overflow = 0; //!< dropped because more than 2 s were waiting
    double playedMs = 0;
    double concealedMs = 0; //!< concealed because a packet was missing or late
    double compressedMs = 0; //!< removed to reduce the delay
    double stretchedMs = 0; //!< inserted to increase the delay
    double targetMs = 0; //!< target delay, behind the fastest packet
    double actualMs = 0; //!< current delay, behind the fastest packet
    double jitterMs = 0; //!< mean deviation of the arrival times (RFC 3550, 6.4.1)
    double level = -100; //!< dBFS of what was last played, before distance gain
    bool isTalking = false; //!< a frame of theirs was played within the last 100 ms
};

} // namespace islet
