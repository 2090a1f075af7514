// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "sim/networkemulator.h"
#include "sim/simulatedworld.h"

namespace islet {

//! Applies the `loss`, `latency` and `jitter` of the options to a simulated world, without changing what its peers do.
//! Packets from one slot are never reordered, as on a TCP connection; leaves and joins are never lost, and are
//! delivered together and in this order.
class SimulatedNetwork {
public:
    explicit SimulatedNetwork(const SimulatorOptions &options);

    //! The peers present at the start.
    QList<Address> peers() const { return m_world.peers(); }
    //! Advances by SimulatedWorld::stepTime. Returns the events that arrive in this step; the caller may move from them
    //! until the next call. Delays are rounded up to whole steps.
    std::vector<SimulatedEvent> &step();

private:
    //! The step in which it arrives.
    std::int64_t arrivalOf(const SimulatedEvent &event);

    SimulatedWorld m_world;
    NetworkEmulator m_network; //!< a flow per slot
    std::int64_t m_delaySteps; //!< delay common to all packets
    std::vector<std::vector<SimulatedEvent>> m_inFlight; //!< ring buffer: what arrives in each of the next steps
    std::vector<SimulatedEvent> m_sent;
    std::vector<SimulatedEvent> m_arrived;
    std::int64_t m_steps = 0;
};

} // namespace islet
