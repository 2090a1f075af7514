// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/delayestimate.h"

#include "audio/sound.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace islet {

namespace {

constexpr int ms = sampleRate / 1'000;
constexpr int minTarget = 8 * ms; // minimum target delay: playout takes 5 ms at once, and clocks drift
constexpr int initialTarget = 10 * ms;
constexpr int maxTarget = 1'000 * ms;
constexpr int burstWindow = 10 * ms; // packets closer together than this are one event
constexpr int memorySpan = 4'000 * ms; // of speech; longer if that would leave fewer than minEvents
constexpr int margin = 2 * ms; // added to the lateness itself
constexpr double allowedMissRate = 0.02; // fraction of the events
constexpr std::int64_t basePeriod = 3'000 * ms; // the base follows a slow clock within twice this period
constexpr int minEvents = 8; // with fewer, there are no outliers, but the target is at most maxInitialTarget
constexpr int maxInitialTarget = 120 * ms;

} // namespace

void DelayEstimate::begin(std::int64_t offset)
{
    m_base = m_minimum = m_previousMinimum = offset;
    m_minimumSince = 0;
    m_lastOffset = offset;
    m_eventsInTalkspurt = 0;
    computeTarget();
}

void DelayEstimate::add(std::int64_t arrival, std::int64_t offset)
{
    updateBase(arrival, offset);
    m_jitter += (static_cast<double>(std::abs(offset - m_lastOffset)) - m_jitter) / 16;
    m_lastOffset = offset;

    const int lateness = static_cast<int>(std::min<std::int64_t>(offset - m_base, maxTarget));
    if (m_eventsInTalkspurt > 0 && arrival - newest().arrival < burstWindow) {
        newest().lateness = std::max(newest().lateness, lateness);
    } else {
        m_newest = (m_newest + 1) % memory;
        newest() = {arrival, arrival - offset, lateness};
        m_count = std::min(m_count + 1, memory);
        m_eventsInTalkspurt = std::min(m_eventsInTalkspurt + 1, memory);
    }
    forgetOld(arrival - offset);
    computeTarget();
}

void DelayEstimate::forgetOld(std::int64_t media)
{
    while (m_count > minEvents && media - event(m_count - 1).media > memorySpan)
        --m_count;
    m_eventsInTalkspurt = std::min(m_eventsInTalkspurt, m_count);
}

void DelayEstimate::updateBase(std::int64_t arrival, std::int64_t offset)
{
    if (m_minimumSince == 0)
        m_minimumSince = arrival;
    if (arrival - m_minimumSince > basePeriod) {
        m_previousMinimum = m_minimum;
        m_minimum = offset;
        m_minimumSince = arrival;
    }
    m_minimum = std::min(m_minimum, offset);
    moveBase(std::min(m_minimum, m_previousMinimum));
}

void DelayEstimate::moveBase(std::int64_t base)
{
    if (base == m_base)
        return;
    // Lateness is relative to the base, so it changes with it. Events of earlier talkspurts had another base, settled
    // long ago.
    for (int age = 0; age < m_eventsInTalkspurt; ++age) {
        int &lateness = event(age).lateness;
        lateness = static_cast<int>(std::clamp<std::int64_t>(lateness + m_base - base, 0, maxTarget));
    }
    m_base = base;
}

void DelayEstimate::computeTarget()
{
    if (m_count == 0) {
        m_target = initialTarget;
        return;
    }
    std::array<int, memory> sorted;
    for (int age = 0; age < m_count; ++age)
        sorted[static_cast<std::size_t>(age)] = event(age).lateness;
    const auto end = sorted.begin() + m_count;
    // The single latest event counts as an outlier, and so do as many as may be missed.
    const bool isYoung = m_count < minEvents;
    const int outliers = isYoung ? 0 : std::max(1, static_cast<int>(allowedMissRate * m_count));
    const auto nth = sorted.begin() + outliers;
    std::nth_element(sorted.begin(), nth, end, std::greater());
    m_target = std::clamp(*nth + margin, minTarget, isYoung ? maxInitialTarget : maxTarget);
}

} // namespace islet
