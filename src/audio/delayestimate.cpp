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
constexpr int shallowest = 10 * ms; // the least delay aimed at; also what is begun with
constexpr int deepest = 1'000 * ms;
constexpr int togetherWithin = 4 * ms; // what comes closer together than this is one event
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
    m_lastArrival = 0;
    m_lastOffset = offset;
    computeTarget();
}

void DelayEstimate::add(std::int64_t arrival, std::int64_t offset)
{
    renewBase(arrival, offset);
    m_jitter += (static_cast<double>(std::abs(offset - m_lastOffset)) - m_jitter) / 16;
    m_lastOffset = offset;

    const int lateness = static_cast<int>(std::min<std::int64_t>(offset - m_base, deepest));
    const bool isSameEvent = m_newest >= 0 && m_lastArrival != 0 && arrival - m_lastArrival < togetherWithin;
    m_lastArrival = arrival;
    if (isSameEvent) {
        m_lateness[m_newest] = std::max(m_lateness[m_newest], lateness);
    } else {
        m_newest = (m_newest + 1) % memory;
        m_lateness[m_newest] = lateness;
        m_count = std::min(m_count + 1, memory);
    }
    computeTarget();
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
    for (int i = 0; i < m_count; ++i)
        m_lateness[i] = static_cast<int>(std::clamp<std::int64_t>(m_lateness[i] + m_base - base, 0, deepest));
    m_base = base;
}

void DelayEstimate::computeTarget()
{
    if (m_count == 0) {
        m_target = shallowest;
        return;
    }
    std::array<int, memory> sorted;
    const auto end = std::copy_n(m_lateness.begin(), m_count, sorted.begin());
    // The latest single event is an exception, and so are as many as may be missed.
    const bool isYoung = m_count < firstImpression;
    const int exceptions = isYoung ? 0 : std::max(1, static_cast<int>(mayBeMissed * m_count));
    const auto nth = sorted.begin() + exceptions;
    std::nth_element(sorted.begin(), nth, end, std::greater());
    m_target = std::clamp(*nth + spare, shallowest, isYoung ? deepestFirst : deepest);
}

} // namespace islet
