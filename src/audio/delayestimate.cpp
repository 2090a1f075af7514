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
constexpr int shallowest = 8 * ms; // the least delay aimed at: 5 ms are played at once, and clocks run apart
constexpr int toBeginWith = 10 * ms;
constexpr int deepest = 1'000 * ms;
constexpr int togetherWithin = 10 * ms; // what comes closer together than this is one event
constexpr int remembered = 4'000 * ms; // of speech; longer where that would be less than a first impression
constexpr int spare = 2 * ms; // over the lateness itself
constexpr double mayBeMissed = 0.02; // of the events
constexpr std::int64_t renewal = 3'000 * ms; // the base follows a clock that runs slow within twice this
constexpr int firstImpression = 8; // events; before them nothing is an exception, but nothing counts for much either
constexpr int deepestFirst = 120 * ms;

} // namespace

void DelayEstimate::begin(std::int64_t offset)
{
    m_base = m_least = m_formerLeast = offset;
    m_leastSince = 0;
    m_lastOffset = offset;
    m_fresh = 0;
    computeTarget();
}

void DelayEstimate::add(std::int64_t arrival, std::int64_t offset)
{
    renewBase(arrival, offset);
    m_jitter += (static_cast<double>(std::abs(offset - m_lastOffset)) - m_jitter) / 16;
    m_lastOffset = offset;

    const int lateness = static_cast<int>(std::min<std::int64_t>(offset - m_base, deepest));
    if (m_fresh > 0 && arrival - newest().arrival < togetherWithin) {
        newest().lateness = std::max(newest().lateness, lateness);
    } else {
        m_newest = (m_newest + 1) % memory;
        newest() = {arrival, arrival - offset, lateness};
        m_count = std::min(m_count + 1, memory);
        m_fresh = std::min(m_fresh + 1, memory);
    }
    forgetOld(arrival - offset);
    computeTarget();
}

void DelayEstimate::forgetOld(std::int64_t media)
{
    while (m_count > firstImpression && media - event(m_count - 1).media > remembered)
        --m_count;
    m_fresh = std::min(m_fresh, m_count);
}

void DelayEstimate::renewBase(std::int64_t arrival, std::int64_t offset)
{
    if (m_leastSince == 0)
        m_leastSince = arrival;
    if (arrival - m_leastSince > renewal) {
        m_formerLeast = m_least;
        m_least = offset;
        m_leastSince = arrival;
    }
    m_least = std::min(m_least, offset);
    moveBase(std::min(m_least, m_formerLeast));
}

void DelayEstimate::moveBase(std::int64_t base)
{
    if (base == m_base)
        return;
    // What was late behind the old base is later, or less late, behind the new one.
    // Of talks before this one the base was another, and found long ago.
    for (int age = 0; age < m_fresh; ++age) {
        int &lateness = event(age).lateness;
        lateness = static_cast<int>(std::clamp<std::int64_t>(lateness + m_base - base, 0, deepest));
    }
    m_base = base;
}

void DelayEstimate::computeTarget()
{
    if (m_count == 0) {
        m_target = toBeginWith;
        return;
    }
    std::array<int, memory> sorted;
    for (int age = 0; age < m_count; ++age)
        sorted[static_cast<std::size_t>(age)] = event(age).lateness;
    const auto end = sorted.begin() + m_count;
    // The latest single event is an exception, and so are as many as may be missed.
    const bool isYoung = m_count < firstImpression;
    const int exceptions = isYoung ? 0 : std::max(1, static_cast<int>(mayBeMissed * m_count));
    const auto nth = sorted.begin() + exceptions;
    std::nth_element(sorted.begin(), nth, end, std::greater());
    m_target = std::clamp(*nth + spare, shallowest, isYoung ? deepestFirst : deepest);
}

} // namespace islet
