// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/randomwaypoint.h"

#include <numbers>

namespace islet {

// Sines are computed in double precision and then rounded, which hides the last bit, in which math libraries differ.

Vec3 pointInDisc(SeededRandom &chance, const Vec3 &middle, float reach)
{
    const double angle = 2 * std::numbers::pi * double(chance.share());
    const float distance = std::sqrt(chance.share()) * reach;
    return middle + Vec3{static_cast<float>(std::sin(angle)), 0, static_cast<float>(std::cos(angle))} * distance;
}

float headingOf(const Vec3 &path)
{
    return normalizedYaw(static_cast<float>(std::atan2(double(path.x), double(path.z)) * 180 / std::numbers::pi));
}

RandomWaypoint::RandomWaypoint(std::uint32_t seed, const Vec3 &home, float reach, float speed)
    : m_chance(seed)
    , m_home(home)
    , m_reach(reach)
    , m_speed(speed)
{
    m_placement.position = pointInDisc(m_chance, m_home, m_reach);
    chooseGoal();
}

void RandomWaypoint::chooseGoal()
{
    m_goal = pointInDisc(m_chance, m_home, m_reach);
    const Vec3 path = m_goal - m_placement.position;
    m_left = std::sqrt(path.x * path.x + path.z * path.z);
    if (m_left == 0)
        return;
    m_direction = path * (1 / m_left);
    m_goalYaw = headingOf(path);
}

const Placement &RandomWaypoint::step(float seconds)
{
    m_placement.velocity = {};
    if (m_rest > 0) {
        m_rest -= seconds;
        return m_placement;
    }
    const float stride = m_speed * seconds;
    if (stride <= 0)
        return m_placement;
    if (m_left <= stride) {
        m_placement.position = m_goal;
        m_rest = 1 + 4 * random();
        chooseGoal();
        return m_placement;
    }
    m_left -= stride;
    m_placement.position = m_goal - m_direction * m_left;
    m_placement.velocity = m_direction * m_speed;
    m_placement.yaw = m_goalYaw;
    return m_placement;
}

} // namespace islet
