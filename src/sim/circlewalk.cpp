// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/circlewalk.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace islet {

CircleWalk::CircleWalk(const SimulatorOptions &options)
    : MobilityModel(options.peers)
    , m_speed(options.speed)
    , m_orbits(m_placements.size())
{
    // Circles 1 to n hold 6 + 12 + ... + 6n peers: the density is the same everywhere.
    const std::size_t peers = m_orbits.size();
    std::size_t circles = 1;
    while (3 * circles * (circles + 1) < peers)
        ++circles;
    std::size_t next = 0;
    for (std::size_t circle = 1; next < peers; ++circle) {
        const std::size_t count = std::min(6 * circle, peers - next);
        const double radius = double(options.reach()) * static_cast<double>(circle) / static_cast<double>(circles);
        const double direction = circle % 2 == 1 ? 1 : -1;
        for (std::size_t i = 0; i < count; ++i) {
            const double start = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
            m_orbits[next++] = {radius, start, direction * double(m_speed) / radius};
        }
    }
}

void CircleWalk::enter(std::size_t slot, std::uint32_t)
{
    m_placements[slot] = placementOn(m_orbits[slot]);
}

void CircleWalk::step()
{
    ++m_steps;
    for (std::size_t i = 0; i < m_orbits.size(); ++i)
        m_placements[i] = placementOn(m_orbits[i]);
}

Placement CircleWalk::placementOn(const Orbit &orbit) const
{
    // Computed in double precision and rounded once: math libraries differ in the last bit of a sine.
    constexpr double stepLength = 0.1; // seconds
    const double angle = orbit.start + orbit.turn * stepLength * static_cast<double>(m_steps);
    const double east = std::sin(angle);
    const double north = std::cos(angle);
    const double direction = orbit.turn < 0 ? -1 : 1;
    constexpr double degrees = 180 / std::numbers::pi;
    Placement placement;
    placement.position = SimulatorOptions::middle
        + Vec3{static_cast<float>(orbit.radius * east), 0, static_cast<float>(orbit.radius * north)};
    const double signedSpeed = direction * double(m_speed);
    placement.velocity = {static_cast<float>(signedSpeed * north), 0, static_cast<float>(-signedSpeed * east)};
    placement.yaw = normalizedYaw(static_cast<float>(std::fmod(angle * degrees + direction * 90, 360)));
    return placement;
}

} // namespace islet
