// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "sim/simulatedworld.h"

namespace islet {

//! A simulated world as one hears of it: with the `loss`, `latency` and `jitter` of the options, none of which changes
//! what people do. What comes from one place never overtakes what came from there before, as on a TCP connection; who
//! leaves and who comes is always told, at once and in this order.
class NetworkEmulator {
public:
    explicit NetworkEmulator(const SimulatorOptions &options);

    //! Who is here at the beginning.
    QList<Address> people() const { return m_world.people(); }
    //! Goes on by SimulatedWorld::stepTime. What arrives meanwhile, which may be moved from and is valid until the next
    //! call. Delays are rounded up to whole steps.
    std::vector<SimulatedEvent> &step();

private:
    bool isLost(const SimulatedEvent &event);
    std::int64_t arrivalOf(const SimulatedEvent &event);

    SimulatorOptions m_options;
    SimulatedWorld m_world;
    SeededRandom m_lossChance;
    SeededRandom m_jitterChance;
    std::int64_t m_stepsLate; //!< by which all is late
    std::vector<std::vector<SimulatedEvent>> m_underWay; //!< a ring: what arrives in each of the next steps
    std::vector<std::int64_t> m_lastArrivals; //!< the step in which the last of each place arrives
    std::vector<SimulatedEvent> m_happened;
    std::vector<SimulatedEvent> m_arrived;
    std::int64_t m_steps = 0;
};

} // namespace islet
