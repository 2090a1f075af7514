// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/vec3.h"

#include <cstdint>
#include <random>

namespace islet {

//! How an imaginary person walks: from one spot near home to the next, resting between. The same seed gives the same
//! walk on every platform.
class Wanderer {
public:
    //! `home` is the middle of where they walk, `reach` metres around it; `speed` in m/s.
    Wanderer(std::uint32_t seed, const Vec3 &home, float reach = 12, float speed = 1.5F);

    //! Goes on by `seconds`.
    const Placement &step(float seconds);
    const Placement &placement() const { return m_placement; }
    //! From [0, 1), from the same stream of chance.
    float random();

private:
    void chooseGoal();

    std::mt19937 m_chance;
    Vec3 m_home;
    float m_reach;
    float m_speed;
    Placement m_placement;
    Vec3 m_goal;
    float m_rest = 0; //!< seconds
};

} // namespace islet
