// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/simulatednetwork.h"

using namespace std::chrono_literals;

namespace islet {

namespace {

using std::chrono::microseconds;

constexpr microseconds stepTime = SimulatedWorld::stepTime;

std::int64_t stepsFor(microseconds time)
{
    return (time + stepTime - 1us) / stepTime;
}

//! The latency that is not a multiple of the step; see SimulatedNetwork::m_delaySteps for the rest.
NetworkEmulator::Conditions conditionsOf(const SimulatorOptions &options)
{
    return {options.loss, options.latency % SimulatedWorld::stepTime, options.jitter};
}

} // namespace

SimulatedNetwork::SimulatedNetwork(const SimulatorOptions &options)
    : m_world(options)
    , m_network(conditionsOf(options), options.seed, static_cast<std::size_t>(options.peers))
    // The delay common to all packets costs no memory: the world just starts later.
    , m_delaySteps(options.latency / SimulatedWorld::stepTime)
    , m_inFlight(static_cast<std::size_t>(stepsFor(options.latency % SimulatedWorld::stepTime + options.jitter) + 1))
{ }

std::vector<SimulatedEvent> &SimulatedNetwork::step()
{
    m_sent.clear();
    m_arrived.clear();
    ++m_steps;
    if (m_steps <= m_delaySteps)
        return m_arrived;
    m_world.step(m_sent);
    std::erase_if(m_sent, [this](const SimulatedEvent &event) {
        return event.kind == SimulatedEvent::Kind::Said && m_network.drops();
    });
    if (m_inFlight.size() == 1) // no packet is delayed more than another
        return m_sent;
    const auto size = static_cast<std::int64_t>(m_inFlight.size());
    for (SimulatedEvent &event : m_sent)
        m_inFlight[static_cast<std::size_t>(arrivalOf(event) % size)].push_back(std::move(event));
    m_arrived.swap(m_inFlight[static_cast<std::size_t>(m_steps % size)]);
    return m_arrived;
}

std::int64_t SimulatedNetwork::arrivalOf(const SimulatedEvent &event)
{
    // A joining peer arrives together with the leave of their predecessor.
    const bool isJoin = event.kind == SimulatedEvent::Kind::Joined;
    return stepsFor(isJoin ? m_network.lastArrivalOf(event.slot) : m_network.arrivalOf(event.slot, m_steps * stepTime));
}

} // namespace islet
