// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/networkemulator.h"

#include <algorithm>

namespace islet {

namespace {

enum Stream : std::uint32_t { Loss = 101, Jitter };

} // namespace

NetworkEmulator::NetworkEmulator(const Conditions &conditions, std::uint32_t seed, std::size_t flows)
    : m_conditions(conditions)
    , m_lossRandom(seed, Loss)
    , m_jitterRandom(seed, Jitter)
    , m_lastArrivals(flows)
{ }

bool NetworkEmulator::drops()
{
    // Drawn for each packet even without loss: raising the loss drops additional packets, not different ones.
    return static_cast<double>(m_lossRandom.next()) * 0x1p-32 < m_conditions.loss;
}

std::chrono::microseconds NetworkEmulator::arrivalOf(std::size_t flow, std::chrono::microseconds now)
{
    const auto most = static_cast<std::uint32_t>(m_conditions.jitter.count());
    const std::chrono::milliseconds jitter(m_jitterRandom.below(most + 1));
    std::chrono::microseconds &last = m_lastArrivals[flow];
    last = std::max(last, now + m_conditions.latency + jitter);
    return last;
}

} // namespace islet
