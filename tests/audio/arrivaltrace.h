// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace islet::test {

//! One packet of somebody who talks, and what the network does to it.
struct TracePacket {
    std::uint32_t index;
    int samples;
    std::chrono::microseconds sentAt; //!< when its last sample had been said
    std::chrono::microseconds arrivesAt;
    int number; //!< which packet of the talk it is, whatever its index says
};

//! Packets by their arrival. Every function below is deterministic: the same seed gives the same trace.
using ArrivalTrace = std::vector<TracePacket>;

//! How somebody talks.
struct Talk {
    std::chrono::milliseconds length{10'000};
    std::vector<int> durations{960}; //!< samples of the packets, in turn
    std::uint32_t firstIndex = 1'000;
    double clockPpm = 0; //!< by how much the sender's clock is too fast
};

//! What a network takes that holds nothing up.
constexpr std::chrono::milliseconds networkDelay{40};

struct Within {
    std::chrono::milliseconds from{0}; //!< of the packets' sentAt
    std::chrono::milliseconds to{3'600'000};
};

ArrivalTrace steady(const Talk &talk);
//! Each packet is held up by up to `most`, and holds up those behind it, as TCP does.
ArrivalTrace jittered(ArrivalTrace trace, std::chrono::milliseconds most, unsigned seed, Within within = {});
//! Packets come only at multiples of `every`, all that were due.
ArrivalTrace batched(ArrivalTrace trace, std::chrono::milliseconds every);
//! Nothing arrives from `at` on for `length`, then all of it.
ArrivalTrace stalled(ArrivalTrace trace, std::chrono::milliseconds at, std::chrono::milliseconds length);
//! That share of the packets comes twice, the second up to 200 ms later.
ArrivalTrace duplicated(ArrivalTrace trace, double share, unsigned seed);
//! That share of the packets comes `by` later than it would, and the others pass it.
ArrivalTrace reordered(ArrivalTrace trace, double share, std::chrono::milliseconds by, unsigned seed);
//! From packet `from` of the talk on, indices count from `first`.
ArrivalTrace renumbered(ArrivalTrace trace, int from, std::uint32_t first);
//! The talker is silent for `length` from `at` on, which leaves no gap in the indices.
ArrivalTrace paused(ArrivalTrace trace, std::chrono::milliseconds at, std::chrono::milliseconds length);
//! That share of the packets, never two in a row, is gone; their indices with them.
ArrivalTrace dropped(const ArrivalTrace &trace, double share, unsigned seed);

} // namespace islet::test
