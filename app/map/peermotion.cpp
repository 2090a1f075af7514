// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/peermotion.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto fade = 300ms; //!< an offset falls to 1/e of itself; slower than a walk, so nobody steps back
constexpr float hardlyMoved = 0.02F; //!< metres
constexpr float hardlyTurned = 0.5F; //!< degrees
constexpr float walkingSpeed = 3; //!< m/s
constexpr float fastest = 12; //!< m/s that are believed
constexpr float slew = 0.1F; //!< by how much the time shown runs faster or slower while the delay changes

float seconds(PeerMotion::Time time)
{
    return std::chrono::duration<float>(time).count();
}

PeerMotion::Time spanOf(float seconds)
{
    return std::chrono::duration_cast<PeerMotion::Time>(std::chrono::duration<float>(seconds));
}

//! From one heading to another the short way: -180 to 180.
float turn(float from, float to)
{
    return normalizedYaw(to - from + 180) - 180;
}

} // namespace

void PeerMotion::push(const Sample &sample)
{
    if (m_count == m_samples.size()) {
        std::move(m_samples.begin() + 1, m_samples.end(), m_samples.begin());
        --m_count;
    }
    m_samples[m_count++] = sample;
}

void PeerMotion::begin(const Placement &placement, Time arrival)
{
    m_count = 0;
    push({placement, arrival});
    m_velocity = {};
    m_offset = {};
    m_turn = 0;
    m_offsetEnd = arrival;
    m_resting = placement;
    m_restsFrom = arrival;
}

bool PeerMotion::add(const Placement &placement, Time arrival)
{
    m_saysVelocity = m_saysVelocity || placement.velocity != Vec3();
    if (m_count == 0 || flatDistance(last().placement.position, placement.position) > teleportDistance) {
        begin(placement, arrival);
        m_lastArrival = arrival;
        return true;
    }
    const Placement before = at(arrival);
    const Time time = timeOf(placement, arrival);
    m_delayFrom = delay(arrival);
    learn(placement, arrival, arrival - time);
    push({placement, time});
    rest(before, arrival);
    return isMoving(arrival);
}

//! Positions are sent evenly and come unevenly: when this one was meant for. Those that come soonest set the clock.
PeerMotion::Time PeerMotion::timeOf(const Placement &placement, Time arrival)
{
    constexpr auto lost = 1s;
    constexpr float pull = 0.05F; // of the lateness, as clocks run apart
    const Time interval = spanOf(m_interval);
    const float way = flatDistance(last().placement.position, placement.position);
    const bool wasWalking =
        m_count > 1 && flatDistance(m_samples[m_count - 2].placement.position, last().placement.position) > hardlyMoved;
    const Time gap = arrival - m_lastArrival;
    if ((!wasWalking && gap > 2 * interval) || arrival - last().time - interval > lost) {
        // Who stands reports once a second and at once on setting out: the first step took no longer than a step takes.
        const Time step = std::clamp(spanOf(way / walkingSpeed), std::min(interval, gap), gap);
        push({last().placement, std::max(last().time, arrival - step)});
        return arrival;
    }
    const Time expected = last().time + interval;
    if (expected <= arrival)
        return expected + spanOf(seconds(arrival - expected) * pull);
    for (std::size_t i = 0; i < m_count; ++i)
        m_samples[i].time -= expected - arrival;
    return arrival;
}

void PeerMotion::learn(const Placement &placement, Time arrival, Time lateness)
{
    constexpr std::uint8_t enough = 16;
    constexpr float shortest = 0.05F;
    constexpr float longest = 1;
    const bool wasWalking =
        m_count > 1 && flatDistance(m_samples[m_count - 2].placement.position, last().placement.position) > hardlyMoved;
    const bool isWalking = flatDistance(last().placement.position, placement.position) > hardlyMoved;
    if (wasWalking && isWalking) {
        m_intervals = static_cast<std::uint8_t>(std::min<int>(m_intervals + 1, enough));
        const float gap = std::min(seconds(arrival - m_lastArrival), 1.F);
        // The first guess counts as four.
        m_interval += (gap - m_interval) / static_cast<float>(std::max<int>(m_intervals, 4));
        m_interval = std::clamp(m_interval, shortest, longest);
    }
    const auto milliseconds = std::clamp<std::int64_t>(lateness / 1ms, 0, 1'000);
    m_lateness[m_nextLateness] = static_cast<std::uint16_t>(milliseconds);
    m_nextLateness = static_cast<std::uint8_t>((m_nextLateness + 1) % m_lateness.size());

    // One in twenty may come later than it is waited for.
    std::uint16_t highest = 0;
    std::uint16_t second = 0;
    for (const std::uint16_t late : m_lateness) {
        second = std::max(second, std::min(highest, late));
        highest = std::max(highest, late);
    }
    m_delayTo = std::clamp<Time>(std::chrono::milliseconds(second) + spanOf(m_interval), smallestDelay, largestDelay);
}

//! After a new sample: how what was shown until now fades into what is right, and when all of it is over.
void PeerMotion::rest(const Placement &before, Time arrival)
{
    const Sample &now = last();
    const Sample &previous = m_samples[m_count - 2];
    m_velocity = now.placement.velocity;
    const float between = seconds(now.time - previous.time);
    if (!m_saysVelocity && between > 0)
        m_velocity = (now.placement.position - previous.placement.position) * (1 / std::max(between, 0.02F));
    if (const float speed = length(m_velocity); speed > fastest)
        m_velocity = m_velocity * (fastest / speed);

    m_lastArrival = arrival;
    m_offset = {};
    m_turn = 0;
    m_offsetEnd = arrival;
    const Placement after = known(arrival);
    const Vec3 offset = before.position - after.position;
    const float turned = turn(after.yaw, before.yaw);
    const float share = std::max(length(offset) / hardlyMoved, std::abs(turned) / hardlyTurned);
    if (share > 1 && flatDistance(before.position, after.position) <= teleportDistance) {
        m_offset = offset;
        m_turn = turned;
        m_offsetEnd = arrival + spanOf(seconds(fade) * std::log(share));
    }

    m_resting = now.placement;
    m_resting.position = m_resting.position + guess(longestGuess);
    const bool isSame = m_resting == previous.placement && m_offsetEnd <= arrival
        && known(arrival).position == m_resting.position && known(arrival).yaw == m_resting.yaw;
    const Time guessed = m_velocity == Vec3() ? Time(0) : Time(longestGuess);
    m_restsFrom = isSame ? arrival : std::max(m_offsetEnd, now.time + guessed + std::max(m_delayFrom, m_delayTo));
}

//! The way that somebody goes on after their last position, ever slower.
Vec3 PeerMotion::guess(Time since) const
{
    const float end = seconds(longestGuess);
    const float time = std::clamp(seconds(since), 0.F, end);
    return m_velocity * (time - time * time / (2 * end));
}

PeerMotion::Time PeerMotion::delay(Time now) const
{
    const Time most = spanOf(seconds(std::clamp<Time>(now - m_lastArrival, 0s, 10s)) * slew);
    return m_delayFrom + std::clamp(m_delayTo - m_delayFrom, -most, most);
}

//! By the samples alone.
Placement PeerMotion::known(Time now) const
{
    const Time shown = now - delay(now);
    std::size_t after = m_count;
    while (after > 0 && m_samples[after - 1].time > shown)
        --after;
    if (after == 0)
        return m_samples[0].placement;
    const Sample &from = m_samples[after - 1];
    if (after == m_count)
        return {from.placement.position + guess(shown - from.time), from.placement.yaw, from.placement.velocity};
    const Sample &to = m_samples[after];
    const float share = seconds(shown - from.time) / seconds(to.time - from.time);
    const Vec3 way = to.placement.position - from.placement.position;
    return {from.placement.position + way * share,
            normalizedYaw(from.placement.yaw + turn(from.placement.yaw, to.placement.yaw) * share),
            to.placement.velocity};
}

Placement PeerMotion::at(Time now) const
{
    if (now >= m_restsFrom)
        return m_resting;
    Placement placement = known(now);
    if (now < m_offsetEnd) {
        const float left = std::exp(-seconds(now - m_lastArrival) / seconds(fade));
        placement.position = placement.position + m_offset * left;
        placement.yaw = normalizedYaw(placement.yaw + m_turn * left);
    }
    return placement;
}

} // namespace islet
