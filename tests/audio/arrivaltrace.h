// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace islet::test {

//! One packet of a talker, and its arrival over the network.
struct TracePacket {
    std::uint32_t index;
    int samples;
    std::chrono::microseconds sentAt; //!< when its last sample had been spoken
    std::chrono::microseconds arrivesAt;
    int number; //!< position in the talk, whatever its index says
};

//! Packets in order of arrival. Every function below is deterministic: the same seed gives the same trace.
using ArrivalTrace = std::vector<TracePacket>;

//! How a packet stream is sent.
struct Talk {
    std::chrono::milliseconds length{10'000};
    std::vector<int> durations{960}; //!< durations of the packets, repeated cyclically
    std::uint32_t firstIndex = 1'000;
    double clockPpm = 0; //!< how much too fast the sender's clock is
};

//! Transit time of a network without delays.
constexpr std::chrono::milliseconds networkDelay{40};

struct TimeRange {
    std::chrono::milliseconds from{0}; //!< range of the packets' sentAt
    std::chrono::milliseconds to{3'600'000};
};

ArrivalTrace steady(const Talk &talk);
//! Delays each packet by up to `maxDelay`, and with it those behind it, as TCP does.
ArrivalTrace jittered(ArrivalTrace trace, std::chrono::milliseconds maxDelay, unsigned seed, TimeRange within = {});
//! Packets arrive only at multiples of `every`, all that are due at once.
ArrivalTrace batched(ArrivalTrace trace, std::chrono::milliseconds every);
//! Nothing arrives for `length` from `at` on, then everything at once.
ArrivalTrace stalled(ArrivalTrace trace, std::chrono::milliseconds at, std::chrono::milliseconds length);
//! The given share of the packets arrives twice, the second copy up to 200 ms later.
ArrivalTrace duplicated(ArrivalTrace trace, double share, unsigned seed);
//! The given share of the packets arrives `by` later than otherwise, and the others overtake it.
ArrivalTrace reordered(ArrivalTrace trace, double share, std::chrono::milliseconds by, unsigned seed);
//! From packet `from` of the talk on, indices count from `first`.
ArrivalTrace renumbered(ArrivalTrace trace, int from, std::uint32_t first);
//! The talker is silent for `length` from `at` on, which leaves no gap in the indices.
ArrivalTrace paused(ArrivalTrace trace, std::chrono::milliseconds at, std::chrono::milliseconds length);
//! The given share of the packets, never two in a row, is lost together with their indices.
ArrivalTrace dropped(const ArrivalTrace &trace, double share, unsigned seed);

} // namespace islet::test
