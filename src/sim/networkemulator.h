// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/seededrandom.h"

#include <chrono>
#include <vector>

namespace islet {

//! What a bad network does to packets: loss, latency and jitter. The packets of one flow keep their order, as on a TCP
//! connection: a delayed packet delays those behind it.
//!
//! The same seed and packets give the same result. More loss drops additional packets, not different ones.
class NetworkEmulator {
public:
    struct Conditions {
        double loss = 0; //!< the share of packets that are lost, 0 to 1
        std::chrono::milliseconds latency{0};
        std::chrono::milliseconds jitter{0}; //!< the largest additional delay; all are equally likely
    };

    //! Packets belong to one of `flows`, numbered from 0.
    NetworkEmulator(const Conditions &conditions, std::uint32_t seed, std::size_t flows = 1);

    //! Applies to packets sent from now on.
    void setConditions(const Conditions &conditions) { m_conditions = conditions; }

    //! Whether the next packet that may be lost is lost.
    bool drops();
    //! When a packet arrives that is sent at `now`. Later than any packet of its flow so far, or together with it.
    std::chrono::microseconds arrivalOf(std::size_t flow, std::chrono::microseconds now);
    //! When the last packet of a flow arrives.
    std::chrono::microseconds lastArrivalOf(std::size_t flow) const { return m_lastArrivals[flow]; }

private:
    Conditions m_conditions;
    SeededRandom m_lossRandom;
    SeededRandom m_jitterRandom;
    std::vector<std::chrono::microseconds> m_lastArrivals; //!< per flow
};

} // namespace islet
