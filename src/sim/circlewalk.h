// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "sim/mobilitymodel.h"

namespace islet {

//! Peers circle the middle at one speed: six on the innermost circle, twelve on the next, and so on, neighbouring
//! circles in opposite directions. A replacement continues where its predecessor was.
class CircleWalk : public MobilityModel {
public:
    explicit CircleWalk(const SimulatorOptions &options);

    void enter(std::size_t slot, std::uint32_t seed) override;
    void step() override;

private:
    struct Orbit {
        double radius = 0; //!< metres
        double start = 0; //!< radians from north, clockwise
        double turn = 0; //!< radians a second, clockwise
    };

    Placement placementOn(const Orbit &orbit) const;

    float m_speed;
    std::vector<Orbit> m_orbits;
    std::int64_t m_steps = 0;
};

} // namespace islet
