// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/sound.h"

#include <cstdint>

namespace islet {

//! What became of one speaker's packets, since they were first heard.
struct SpeakerStats {
    SpeakerId speaker{};
    std::uint64_t packets = 0; //!< taken
    std::uint64_t late = 0; //!< after their place had been concealed
    std::uint64_t duplicate = 0;
    std::uint64_t refused = 0; //!< no Opus, empty, over 4000 bytes or over 120 ms
    std::uint64_t overflow = 0; //!< let go because more than 2 s were waiting
    double playedMs = 0;
    double concealedMs = 0; //!< invented because a packet was missing or late
    double compressedMs = 0; //!< taken out to come back down
    double stretchedMs = 0; //!< put in to have more in hand
    double targetMs = 0; //!< delay aimed at, behind the fastest packet
    double actualMs = 0; //!< delay now, behind the fastest packet
    double jitterMs = 0; //!< mean deviation of the arrival times (RFC 3550, 6.4.1)
    double level = -100; //!< dBFS of what was last played, before its distance is taken into account
    bool isTalking = false; //!< a frame of theirs was played within the last 100 ms
};

} // namespace islet
