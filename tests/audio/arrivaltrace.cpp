// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "arrivaltrace.h"

#include "audio/sound.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace std::chrono_literals;

namespace islet::test {

using std::chrono::microseconds;
using std::chrono::milliseconds; // not islet's

namespace {

//! Not one of the standard distributions: those differ between standard libraries.
class Random {
public:
    explicit Random(unsigned seed)
        : m_numbers(seed)
    { }
    //! 0 to below 1.
    double next() { return static_cast<double>(m_numbers()) / 4'294'967'296.0; }

private:
    std::mt19937 m_numbers;
};

ArrivalTrace byArrival(ArrivalTrace trace)
{
    std::ranges::stable_sort(trace, {}, &TracePacket::arrivesAt);
    return trace;
}

//! TCP preserves the order of the packets.
ArrivalTrace inOrder(ArrivalTrace trace)
{
    microseconds last{0};
    for (TracePacket &packet : trace)
        packet.arrivesAt = last = std::max(last, packet.arrivesAt);
    return trace;
}

bool isWithin(const TracePacket &packet, const TimeRange &within)
{
    return packet.sentAt >= within.from && packet.sentAt < within.to;
}

} // namespace

ArrivalTrace steady(const Talk &talk)
{
    ArrivalTrace trace;
    double spokenUntil = 0; // seconds
    constexpr double rounding = 1e-6;
    for (int number = 0; spokenUntil * 1'000 + rounding < static_cast<double>(talk.length.count()); ++number) {
        const int samples = talk.durations[static_cast<std::size_t>(number) % talk.durations.size()];
        spokenUntil += samples / (sampleRate * (1 + talk.clockPpm / 1e6));
        const microseconds sentAt{std::llround(spokenUntil * 1e6)};
        const auto index = talk.firstIndex + static_cast<std::uint32_t>(number);
        trace.push_back({index, samples, sentAt, sentAt + networkDelay, number});
    }
    return trace;
}

ArrivalTrace jittered(ArrivalTrace trace, milliseconds maxDelay, unsigned seed, TimeRange within)
{
    Random random(seed);
    for (TracePacket &packet : trace) {
        if (isWithin(packet, within))
            packet.arrivesAt +=
                microseconds(std::llround(random.next() * static_cast<double>(maxDelay.count()) * 1'000));
    }
    return inOrder(std::move(trace));
}

ArrivalTrace batched(ArrivalTrace trace, milliseconds every)
{
    const microseconds step = every;
    for (TracePacket &packet : trace)
        packet.arrivesAt = (packet.arrivesAt + step - 1us) / step * step;
    return trace;
}

ArrivalTrace stalled(ArrivalTrace trace, milliseconds at, milliseconds length)
{
    for (TracePacket &packet : trace) {
        if (packet.arrivesAt >= at)
            packet.arrivesAt = std::max<microseconds>(packet.arrivesAt, at + length);
    }
    return trace;
}

ArrivalTrace duplicated(ArrivalTrace trace, double share, unsigned seed)
{
    Random random(seed);
    const auto once = trace;
    for (TracePacket packet : once) {
        if (random.next() >= share)
            continue;
        packet.arrivesAt += microseconds(std::llround(random.next() * 200'000));
        trace.push_back(packet);
    }
    return byArrival(std::move(trace));
}

ArrivalTrace reordered(ArrivalTrace trace, double share, milliseconds by, unsigned seed)
{
    Random random(seed);
    for (TracePacket &packet : trace) {
        if (random.next() < share)
            packet.arrivesAt += by;
    }
    return byArrival(std::move(trace));
}

ArrivalTrace renumbered(ArrivalTrace trace, int from, std::uint32_t first)
{
    for (TracePacket &packet : trace) {
        if (packet.number >= from)
            packet.index = first + static_cast<std::uint32_t>(packet.number - from);
    }
    return trace;
}

ArrivalTrace paused(ArrivalTrace trace, milliseconds at, milliseconds length)
{
    for (TracePacket &packet : trace) {
        if (packet.sentAt < at)
            continue;
        packet.sentAt += length;
        packet.arrivesAt += length;
    }
    return trace;
}

ArrivalTrace dropped(const ArrivalTrace &trace, double share, unsigned seed)
{
    Random random(seed);
    ArrivalTrace kept;
    for (const TracePacket &packet : trace) {
        const bool isFirstOrLast = &packet == &trace.front() || &packet == &trace.back();
        const bool isBehindLoss = !kept.empty() && kept.back().number != packet.number - 1;
        if (random.next() >= share || isFirstOrLast || isBehindLoss)
            kept.push_back(packet);
    }
    return kept;
}

} // namespace islet::test
