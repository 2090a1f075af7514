// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "protocol/geometry.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace islet {

//! The parameters of `simulator:`, as a URL query: `simulator:?peers=25&seed=7&walk=crowd`.
struct SimulatorOptions {
    static constexpr int maxPeers = 10'000;

    enum class Walk {
        Circle, //!< in circles around the middle, alone or shared with others
        Wander, //!< from waypoint to waypoint, alone
        Crowd, //!< in loose groups around moving spots
    };

    int peers = 25; //!< 0 to maxPeers
    std::uint32_t seed = 1; //!< the same seed, the same world
    double loss = 0; //!< fraction of packets lost, 0 to 1
    float speed = 1.5F; //!< m/s, 0 to 20
    std::optional<float> spread = std::nullopt; //!< metres around the middle, 1 to 5,000; see reach() for the default
    Walk walk = Walk::Wander;
    int chat = 12; //!< lines a minute in the whole room, 0 to 600
    int talk = 0; //!< number of simultaneous speakers, 0 to 32
    std::chrono::milliseconds latency{0}; //!< of every packet, 0 to 5,000
    std::chrono::milliseconds jitter{0}; //!< maximum additional delay of a packet, 0 to 2,000
    int churn = 0; //!< peers replaced per minute, 0 to 600

    //! Of all parameters.
    static QStringList names();

    //! Fails with an InvalidConnectionString that names the option that is unknown, duplicate or out of range. Ignores
    //! text before the question mark.
    static Expected<SimulatorOptions> parse(QStringView parameters);

    //! Radius of the area in metres around the middle. Grows with the number of peers unless `spread` is set.
    float reach() const;
    static constexpr Vec3 middle{8, 0, 8}; //!< spawn point

    friend bool operator==(const SimulatorOptions &, const SimulatorOptions &) = default;
};

} // namespace islet
