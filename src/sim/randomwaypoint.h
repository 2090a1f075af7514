// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/seededrandom.h"
#include "protocol/geometry.h"

namespace islet {

//! How an imaginary person walks: from one spot near home to the next, resting between. The same seed gives the same
//! walk on every platform.
class RandomWaypoint {
public:
    //! `home` is the middle of where they walk, `reach` metres around it; `speed` in m/s.
    RandomWaypoint(std::uint32_t seed, const Vec3 &home, float reach = 12, float speed = 1.5F);

    //! Goes on by `seconds`.
    const Placement &step(float seconds);
    const Placement &placement() const { return m_placement; }
    //! From [0, 1), from the same stream of chance.
    float random() { return m_chance.share(); }

private:
    void chooseGoal();

    SeededRandom m_chance;
    Vec3 m_home;
    float m_reach;
    float m_speed;
    Placement m_placement;
    Vec3 m_goal;
    Vec3 m_direction; //!< to the goal, of length 1
    float m_left = 0; //!< metres to the goal
    float m_goalYaw = 0; //!< degrees
    float m_rest = 0; //!< seconds
};

//! A point by chance, evenly over the disc of `reach` metres around `middle`.
Vec3 pointInDisc(SeededRandom &chance, const Vec3 &middle, float reach);
//! The heading of somebody who goes along `way`, which has a length.
float headingOf(const Vec3 &way);

} // namespace islet
