// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "protocol/geometry.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace islet {

//! What stands behind `simulator:`, as a URL query: `simulator:?peers=25&seed=7&walk=crowd`.
struct SimulatorOptions {
    static constexpr int maxPeers = 10'000;

    enum class Walk {
        Circle, //!< round and round the middle, everybody on a circle of their own or shared with others
        Wander, //!< from spot to spot, alone
        Crowd, //!< in loose groups around spots that move
    };

    int peers = 25; //!< 0 to maxPeers
    std::uint32_t seed = 1; //!< the same seed, the same world
    double loss = 0; //!< share of packets that never arrive, 0 to 1
    float speed = 1.5F; //!< m/s, 0 to 20
    std::optional<float> spread = std::nullopt; //!< metres around the middle, 1 to 5,000; without, see reach()
    Walk walk = Walk::Wander;
    int chat = 12; //!< lines a minute in the whole room, 0 to 600
    int talk = 0; //!< how many speak at any one time, 0 to 32
    std::chrono::milliseconds latency{0}; //!< of every packet, 0 to 5,000
    std::chrono::milliseconds jitter{0}; //!< by how much a packet is later than that at most, 0 to 2,000
    int churn = 0; //!< how often a minute somebody leaves for whom somebody else comes, 0 to 600

    //! InvalidConnectionString names the option that is unknown, there twice, or out of its range; text before the
    //! question mark is ignored.
    static Expected<SimulatorOptions> parse(QStringView parameters);

    //! Where everybody is: metres around middle. Grows with the crowd unless `spread` says otherwise.
    float reach() const;
    static constexpr Vec3 middle{8, 0, 8}; //!< where one comes in

    friend bool operator==(const SimulatorOptions &, const SimulatorOptions &) = default;
};

} // namespace islet
