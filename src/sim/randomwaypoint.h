// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/seededrandom.h"
#include "protocol/geometry.h"

namespace islet {

//! The random waypoint model: a peer walks from one point near home to the next, resting in between. The same seed
//! gives the same walk on every platform.
class RandomWaypoint {
public:
    //! `home` is the centre and `reach` the radius of the area in metres; `speed` is in m/s.
    RandomWaypoint(std::uint32_t seed, const Vec3 &home, float reach = 12, float speed = 1.5F);

    //! Advances by `seconds`.
    const Placement &step(float seconds);
    const Placement &placement() const { return m_placement; }
    //! In [0, 1), from the same random stream.
    float random() { return m_chance.share(); }

private:
    void chooseGoal();

    SeededRandom m_chance;
    Vec3 m_home;
    float m_reach;
    float m_speed;
    Placement m_placement;
    Vec3 m_goal;
    Vec3 m_direction; //!< to the goal, normalized
    float m_left = 0; //!< metres to the goal
    float m_goalYaw = 0; //!< degrees
    float m_rest = 0; //!< seconds
};

//! A random point, uniformly distributed over the disc of `reach` metres around `middle`.
Vec3 pointInDisc(SeededRandom &chance, const Vec3 &middle, float reach);
//! The yaw, in degrees, of movement along `direction`, which must not be zero.
float headingOf(const Vec3 &direction);

} // namespace islet
