// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/networkemulator.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

enum Stream : std::uint32_t { Loss = 101, Jitter };

constexpr auto stepTime = SimulatedWorld::stepTime;

std::int64_t stepsFor(std::chrono::milliseconds time)
{
    return (time + stepTime - 1ms) / stepTime;
}

} // namespace

NetworkEmulator::NetworkEmulator(const SimulatorOptions &options)
    : m_options(options)
    , m_world(options)
    , m_lossRandom(options.seed, Loss)
    , m_jitterRandom(options.seed, Jitter)
    // The delay common to all packets costs no memory: the world just starts later.
    , m_delaySteps(options.latency / stepTime)
    , m_inFlight(static_cast<std::size_t>(stepsFor(options.latency % stepTime + options.jitter) + 1))
    , m_lastArrivals(static_cast<std::size_t>(options.peers))
{ }

std::vector<SimulatedEvent> &NetworkEmulator::step()
{
    m_sent.clear();
    m_arrived.clear();
    ++m_steps;
    if (m_steps <= m_delaySteps)
        return m_arrived;
    m_world.step(m_sent);
    std::erase_if(m_sent, [this](const SimulatedEvent &event) { return isLost(event); });
    if (m_inFlight.size() == 1) // no packet is delayed more than another
        return m_sent;
    const auto size = static_cast<std::int64_t>(m_inFlight.size());
    for (SimulatedEvent &event : m_sent)
        m_inFlight[static_cast<std::size_t>(arrivalOf(event) % size)].push_back(std::move(event));
    m_arrived.swap(m_inFlight[static_cast<std::size_t>(m_steps % size)]);
    return m_arrived;
}

bool NetworkEmulator::isLost(const SimulatedEvent &event)
{
    // Drawn for each packet even without loss: raising the loss drops additional packets, not different ones.
    return event.kind == SimulatedEvent::Kind::Said
        && static_cast<double>(m_lossRandom.next()) * 0x1p-32 < m_options.loss;
}

std::int64_t NetworkEmulator::arrivalOf(const SimulatedEvent &event)
{
    std::int64_t &last = m_lastArrivals[event.slot];
    if (event.kind == SimulatedEvent::Kind::Joined)
        return last; // together with the leave of their predecessor
    const auto most = static_cast<std::uint32_t>(m_options.jitter.count());
    const std::chrono::milliseconds jitter(m_jitterRandom.below(most + 1));
    last = std::max(last, m_steps + stepsFor(m_options.latency % stepTime + jitter));
    return last;
}

} // namespace islet
