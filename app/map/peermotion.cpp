// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/peermotion.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto fade = 300ms; //!< offsets decay to 1/e in this time, slower than a walk, so that no one steps back
constexpr float minMove = 0.02F; //!< metres
constexpr float minTurn = 0.5F; //!< degrees
constexpr float walkingSpeed = 3; //!< m/s
constexpr float maxSpeed = 12; //!< m/s; faster ones are clamped
constexpr float slew = 0.1F; //!< how much faster or slower playout runs while the delay changes

float seconds(PeerMotion::Time time)
{
    return std::chrono::duration<float>(time).count();
}

PeerMotion::Time spanOf(float seconds)
{
    return std::chrono::duration_cast<PeerMotion::Time>(std::chrono::duration<float>(seconds));
}

//! The shorter turn from one heading to another, -180 to 180 degrees.
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

void PeerMotion::reset(const Placement &placement, Time arrival)
{
    m_count = 0;
    push({placement, arrival});
    m_velocity = {};
    m_offset = {};
    m_turn = 0;
    m_offsetEnd = arrival;
    m_final = placement;
    m_settledAt = arrival;
}

bool PeerMotion::add(const Placement &placement, Time arrival)
{
    m_sendsVelocity = m_sendsVelocity || placement.velocity != Vec3();
    if (m_count == 0 || flatDistance(last().placement.position, placement.position) > teleportDistance) {
        reset(placement, arrival);
        m_lastArrival = arrival;
        return true;
    }
    const Placement before = at(arrival);
    const Time time = nominalTime(placement, arrival);
    m_delayFrom = delay(arrival);
    updateEstimates(placement, arrival, arrival - time);
    push({placement, time});
    updateOffset(before, arrival);
    return isMoving(arrival);
}

//! Positions are sent at even intervals and arrive with jitter: returns the time at which this one would have arrived
//! without it. The earliest arrivals set the clock.
PeerMotion::Time PeerMotion::nominalTime(const Placement &placement, Time arrival)
{
    constexpr auto maxSilence = 1s;
    constexpr float pull = 0.05F; // share of the lateness, to follow clock drift
    const Time interval = spanOf(m_interval);
    const float distance = flatDistance(last().placement.position, placement.position);
    const bool wasWalking =
        m_count > 1 && flatDistance(m_samples[m_count - 2].placement.position, last().placement.position) > minMove;
    const Time gap = arrival - m_lastArrival;
    if ((!wasWalking && gap > 2 * interval) || arrival - last().time - interval > maxSilence) {
        // Standing peers report once a second, and immediately when they set out: the first step is as short as a step.
        const Time step = std::clamp(spanOf(distance / walkingSpeed), std::min(interval, gap), gap);
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

void PeerMotion::updateEstimates(const Placement &placement, Time arrival, Time lateness)
{
    constexpr std::uint8_t maxIntervals = 16;
    constexpr float minInterval = 0.05F;
    constexpr float maxInterval = 1;
    const bool wasWalking =
        m_count > 1 && flatDistance(m_samples[m_count - 2].placement.position, last().placement.position) > minMove;
    const bool isWalking = flatDistance(last().placement.position, placement.position) > minMove;
    if (wasWalking && isWalking) {
        m_intervals = static_cast<std::uint8_t>(std::min<int>(m_intervals + 1, maxIntervals));
        const float gap = std::min(seconds(arrival - m_lastArrival), 1.F);
        // The initial value weighs as much as four measurements.
        m_interval += (gap - m_interval) / static_cast<float>(std::max<int>(m_intervals, 4));
        m_interval = std::clamp(m_interval, minInterval, maxInterval);
    }
    const auto milliseconds = std::clamp<std::int64_t>(lateness / 1ms, 0, 1'000);
    m_lateness[m_nextLateness] = static_cast<std::uint16_t>(milliseconds);
    m_nextLateness = static_cast<std::uint8_t>((m_nextLateness + 1) % m_lateness.size());

    // One in twenty may arrive later than the delay allows: takes the second highest lateness.
    std::uint16_t highest = 0;
    std::uint16_t secondHighest = 0;
    for (const std::uint16_t late : m_lateness) {
        secondHighest = std::max(secondHighest, std::min(highest, late));
        highest = std::max(highest, late);
    }
    m_delayTo = std::clamp<Time>(std::chrono::milliseconds(secondHighest) + spanOf(m_interval), minDelay, maxDelay);
}

//! After a new sample: sets the offset that fades from the shown position to the correct one, and when motion ends.
void PeerMotion::updateOffset(const Placement &before, Time arrival)
{
    const Sample &now = last();
    const Sample &previous = m_samples[m_count - 2];
    m_velocity = now.placement.velocity;
    const float interval = seconds(now.time - previous.time);
    if (!m_sendsVelocity && interval > 0)
        m_velocity = (now.placement.position - previous.placement.position) * (1 / std::max(interval, 0.02F));
    if (const float speed = length(m_velocity); speed > maxSpeed)
        m_velocity = m_velocity * (maxSpeed / speed);

    m_lastArrival = arrival;
    m_offset = {};
    m_turn = 0;
    m_offsetEnd = arrival;
    const Placement after = interpolated(arrival);
    const Vec3 offset = before.position - after.position;
    const float turned = turn(after.yaw, before.yaw);
    const float share = std::max(length(offset) / minMove, std::abs(turned) / minTurn);
    if (share > 1 && flatDistance(before.position, after.position) <= teleportDistance) {
        m_offset = offset;
        m_turn = turned;
        m_offsetEnd = arrival + spanOf(seconds(fade) * std::log(share));
    }

    m_final = now.placement;
    m_final.position = m_final.position + extrapolated(maxExtrapolation);
    const bool isSame = m_final == previous.placement && m_offsetEnd <= arrival
        && interpolated(arrival).position == m_final.position && interpolated(arrival).yaw == m_final.yaw;
    const Time coasting = m_velocity == Vec3() ? Time(0) : Time(maxExtrapolation);
    m_settledAt = isSame ? arrival : std::max(m_offsetEnd, now.time + coasting + std::max(m_delayFrom, m_delayTo));
}

//! The movement after the last position, slowing down.
Vec3 PeerMotion::extrapolated(Time since) const
{
    const float end = seconds(maxExtrapolation);
    const float time = std::clamp(seconds(since), 0.F, end);
    return m_velocity * (time - time * time / (2 * end));
}

PeerMotion::Time PeerMotion::delay(Time now) const
{
    const Time most = spanOf(seconds(std::clamp<Time>(now - m_lastArrival, 0s, 10s)) * slew);
    return m_delayFrom + std::clamp(m_delayTo - m_delayFrom, -most, most);
}

//! From the samples alone, without the offset.
Placement PeerMotion::interpolated(Time now) const
{
    const Time shown = now - delay(now);
    std::size_t after = m_count;
    while (after > 0 && m_samples[after - 1].time > shown)
        --after;
    if (after == 0)
        return m_samples[0].placement;
    const Sample &from = m_samples[after - 1];
    if (after == m_count)
        return {from.placement.position + extrapolated(shown - from.time), from.placement.yaw, from.placement.velocity};
    const Sample &to = m_samples[after];
    const float share = seconds(shown - from.time) / seconds(to.time - from.time);
    const Vec3 delta = to.placement.position - from.placement.position;
    return {from.placement.position + delta * share,
            normalizedYaw(from.placement.yaw + turn(from.placement.yaw, to.placement.yaw) * share),
            to.placement.velocity};
}

Placement PeerMotion::at(Time now) const
{
    if (now >= m_settledAt)
        return m_final;
    Placement placement = interpolated(now);
    if (now < m_offsetEnd) {
        const float left = std::exp(-seconds(now - m_lastArrival) / seconds(fade));
        placement.position = placement.position + m_offset * left;
        placement.yaw = normalizedYaw(placement.yaw + m_turn * left);
    }
    return placement;
}

} // namespace islet
