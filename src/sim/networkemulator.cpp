// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/networkemulator.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

enum Stream : std::uint32_t { Losses = 101, Jitters };

constexpr auto stepTime = SimulatedWorld::stepTime;

std::int64_t wholeSteps(std::chrono::milliseconds time)
{
    return (time + stepTime - 1ms) / stepTime;
}

} // namespace

NetworkEmulator::NetworkEmulator(const SimulatorOptions &options)
    : m_options(options)
    , m_world(options)
    , m_lossChance(options.seed, Losses)
    , m_jitterChance(options.seed, Jitters)
    // What is late in all packets alike costs no memory: the world just begins later.
    , m_stepsLate(options.latency / stepTime)
    , m_underWay(static_cast<std::size_t>(wholeSteps(options.latency % stepTime + options.jitter) + 1))
    , m_lastArrivals(static_cast<std::size_t>(options.peers))
{ }

std::vector<SimulatedEvent> &NetworkEmulator::step()
{
    m_happened.clear();
    m_arrived.clear();
    ++m_steps;
    if (m_steps <= m_stepsLate)
        return m_arrived;
    m_world.step(m_happened);
    std::erase_if(m_happened, [this](const SimulatedEvent &event) { return isLost(event); });
    if (m_underWay.size() == 1) // nothing is later than anything else
        return m_happened;
    const auto size = static_cast<std::int64_t>(m_underWay.size());
    for (SimulatedEvent &event : m_happened)
        m_underWay[static_cast<std::size_t>(arrivalOf(event) % size)].push_back(std::move(event));
    m_arrived.swap(m_underWay[static_cast<std::size_t>(m_steps % size)]);
    return m_arrived;
}

bool NetworkEmulator::isLost(const SimulatedEvent &event)
{
    // Drawn for each packet even without loss: more of it loses others besides, not instead.
    return event.kind == SimulatedEvent::Kind::Said
        && static_cast<double>(m_lossChance.next()) * 0x1p-32 < m_options.loss;
}

std::int64_t NetworkEmulator::arrivalOf(const SimulatedEvent &event)
{
    std::int64_t &last = m_lastArrivals[event.place];
    if (event.kind == SimulatedEvent::Kind::Joined)
        return last; // with the one who made room for them
    const auto most = static_cast<std::uint32_t>(m_options.jitter.count());
    const std::chrono::milliseconds jitter(m_jitterChance.below(most + 1));
    last = std::max(last, m_steps + wholeSteps(m_options.latency % stepTime + jitter));
    return last;
}

} // namespace islet
