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

//! Not one of the standard distributions: those differ from library to library.
class Dice {
public:
    explicit Dice(unsigned seed)
        : m_numbers(seed)
    { }
    //! 0 to below 1.
    double roll() { return static_cast<double>(m_numbers()) / 4'294'967'296.0; }

private:
    std::mt19937 m_numbers;
};

ArrivalTrace byArrival(ArrivalTrace trace)
{
    std::ranges::stable_sort(trace, {}, &TracePacket::arrivesAt);
    return trace;
}

//! What comes over TCP comes in the order in which it was sent.
ArrivalTrace inOrder(ArrivalTrace trace)
{
    microseconds last{0};
    for (TracePacket &packet : trace)
        packet.arrivesAt = last = std::max(last, packet.arrivesAt);
    return trace;
}

bool isWithin(const TracePacket &packet, const Within &within)
{
    return packet.sentAt >= within.from && packet.sentAt < within.to;
}

} // namespace

ArrivalTrace steady(const Talk &talk)
{
    ArrivalTrace trace;
    double said = 0; // seconds
    constexpr double rounding = 1e-6;
    for (int number = 0; said * 1'000 + rounding < static_cast<double>(talk.length.count()); ++number) {
        const int samples = talk.durations[static_cast<std::size_t>(number) % talk.durations.size()];
        said += samples / (sampleRate * (1 + talk.clockPpm / 1e6));
        const microseconds sentAt{std::llround(said * 1e6)};
        const auto index = talk.firstIndex + static_cast<std::uint32_t>(number);
        trace.push_back({index, samples, sentAt, sentAt + networkDelay, number});
    }
    return trace;
}

ArrivalTrace jittered(ArrivalTrace trace, milliseconds most, unsigned seed, Within within)
{
    Dice dice(seed);
    for (TracePacket &packet : trace) {
        if (isWithin(packet, within))
            packet.arrivesAt += microseconds(std::llround(dice.roll() * static_cast<double>(most.count()) * 1'000));
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
    Dice dice(seed);
    const auto once = trace;
    for (TracePacket packet : once) {
        if (dice.roll() >= share)
            continue;
        packet.arrivesAt += microseconds(std::llround(dice.roll() * 200'000));
        trace.push_back(packet);
    }
    return byArrival(std::move(trace));
}

ArrivalTrace reordered(ArrivalTrace trace, double share, milliseconds by, unsigned seed)
{
    Dice dice(seed);
    for (TracePacket &packet : trace) {
        if (dice.roll() < share)
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
    Dice dice(seed);
    ArrivalTrace left;
    for (const TracePacket &packet : trace) {
        const bool isFirstOrLast = &packet == &trace.front() || &packet == &trace.back();
        const bool isBehindLoss = !left.empty() && left.back().number != packet.number - 1;
        if (dice.roll() >= share || isFirstOrLast || isBehindLoss)
            left.push_back(packet);
    }
    return left;
}

} // namespace islet::test
