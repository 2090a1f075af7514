// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/wanderer.h"

#include <numbers>

namespace islet {

Wanderer::Wanderer(std::uint32_t seed, const Vec3 &home, float reach, float speed)
    : m_chance(seed)
    , m_home(home)
    , m_reach(reach)
    , m_speed(speed)
{
    chooseGoal();
    m_placement.position = m_goal;
    chooseGoal();
}

float Wanderer::random()
{
    // std::uniform_real_distribution differs between libraries; the top 24 bits fit a float exactly.
    return static_cast<float>(m_chance() >> 8) * 0x1p-24F;
}

void Wanderer::chooseGoal()
{
    const float angle = random() * 2 * std::numbers::pi_v<float>;
    const float distance = std::sqrt(random()) * m_reach; // even over the disc
    m_goal = m_home + Vec3{std::sin(angle) * distance, 0, std::cos(angle) * distance};
}

const Placement &Wanderer::step(float seconds)
{
    m_placement.velocity = {};
    if (m_rest > 0) {
        m_rest -= seconds;
        return m_placement;
    }
    const Vec3 way = m_goal - m_placement.position;
    const float left = std::hypot(way.x, way.z);
    const float stride = m_speed * seconds;
    if (left <= stride) {
        m_placement.position = m_goal;
        m_rest = 1 + 4 * random();
        chooseGoal();
        return m_placement;
    }
    const Vec3 direction = way * (1 / left);
    m_placement.position = m_placement.position + direction * stride;
    m_placement.velocity = direction * m_speed;
    m_placement.yaw = normalizedYaw(std::atan2(direction.x, direction.z) * 180 / std::numbers::pi_v<float>);
    return m_placement;
}

} // namespace islet
