// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/crowdwalk.h"

#include <algorithm>

namespace islet {

namespace {

constexpr int groupSize = 12;
constexpr float spotPace = 0.25F; // a fraction of real time: peers can keep up, and spots rest long

float flatLength(const Vec3 &v)
{
    return std::sqrt(v.x * v.x + v.z * v.z); // unlike hypot, identical on all platforms
}

//! One metre, or less if there is not enough area.
float spacingFor(const SimulatorOptions &options)
{
    return std::min(1.F, options.reach() / std::sqrt(static_cast<float>(options.peers) + 1));
}

} // namespace

CrowdWalk::CrowdWalk(const SimulatorOptions &options)
    : MobilityModel(options.peers)
    , m_reach(options.reach())
    , m_speed(options.speed)
    , m_spacing(spacingFor(options))
    , m_groupReach(std::min(3 * m_spacing, m_reach / 2)) // twelve would fit into two thirds of it
    , m_members(m_placements.size())
    , m_previousPositions(m_placements.size())
    , m_nearby(m_spacing)
{
    constexpr std::uint32_t spotStream = 17;
    SeededRandom chance(options.seed, spotStream);
    const int spots = std::max(1, (options.peers + groupSize / 2) / groupSize);
    m_spots.reserve(static_cast<std::size_t>(spots));
    for (int i = 0; i < spots; ++i)
        m_spots.emplace_back(chance.next(), SimulatorOptions::middle, m_reach - m_groupReach, m_speed);
}

void CrowdWalk::enter(std::size_t slot, std::uint32_t seed)
{
    Member member{SeededRandom(seed), static_cast<std::uint32_t>(slot % m_spots.size()), {}, 0, false};
    chooseOffset(member);
    m_placements[slot] = {m_spots[member.spot].placement().position + member.offset, 0, {}};
    m_members[slot] = member;
}

void CrowdWalk::step()
{
    for (RandomWaypoint &spot : m_spots)
        spot.step(stepSeconds * spotPace);
    std::ranges::transform(m_placements, m_previousPositions.begin(), &Placement::position);
    m_nearby.set(m_previousPositions);
    for (std::size_t i = 0; i < m_members.size(); ++i)
        move(i);
}

void CrowdWalk::chooseOffset(Member &member)
{
    member.offset = pointInDisc(member.chance, {}, m_groupReach);
    member.stay = 30 + 60 * member.chance.share();
}

void CrowdWalk::changeGroup(Member &member, const Vec3 &from)
{
    // The nearest of three random groups: few peers cross the whole room.
    const auto distanceOf = [&](std::uint32_t spot) { return flatLength(m_spots[spot].placement().position - from); };
    const auto count = static_cast<std::uint32_t>(m_spots.size());
    std::uint32_t best = member.chance.below(count);
    for (int i = 0; i < 2; ++i) {
        if (const std::uint32_t other = member.chance.below(count); distanceOf(other) < distanceOf(best))
            best = other;
    }
    member.spot = best;
    chooseOffset(member);
}

//! The velocity towards their position in the group: full speed, slower over the last steps.
Vec3 CrowdWalk::desiredVelocity(Member &member, const Vec3 &from) const
{
    const Vec3 path = m_spots[member.spot].placement().position + member.offset - from;
    const float left = flatLength(path);
    // Hysteresis: a standing peer lets the group drift a little before following.
    member.isWalking = left > (member.isWalking ? 0.2F : 0.8F) * m_spacing;
    if (!member.isWalking)
        return {};
    return path * (m_speed / std::max({left, 0.4F * m_spacing, m_speed * stepSeconds}));
}

//! The velocity away from peers that are too close, capped at a few times the speed.
Vec3 CrowdWalk::separationVelocity(std::size_t slot) const
{
    const Vec3 own = m_previousPositions[slot];
    Vec3 velocity;
    m_nearby.around(own, [&](std::uint32_t other) {
        const Vec3 away = own - m_previousPositions[other];
        const float distance = flatLength(away);
        if (other == slot || distance >= m_spacing)
            return;
        if (distance > 0)
            velocity = velocity + away * ((m_spacing - distance) / (m_spacing * distance));
        else
            velocity.x += slot < other ? -1 : 1; // in the same position: move one to each side
    });
    return velocity * std::min(m_speed, m_spacing / (2 * stepSeconds));
}

void CrowdWalk::move(std::size_t slot)
{
    Member &member = m_members[slot];
    Placement &placement = m_placements[slot];
    member.stay -= stepSeconds;
    if (member.stay <= 0)
        changeGroup(member, placement.position);

    Vec3 velocity = desiredVelocity(member, placement.position) + separationVelocity(slot);
    const float pace = flatLength(velocity);
    constexpr float minPace = 0.15F; // fraction of the speed; slower peers stop
    if (pace <= minPace * m_speed) {
        const Vec3 inwards = m_spots[member.spot].placement().position - placement.position;
        if (placement.velocity != Vec3() && inwards != Vec3())
            placement.yaw = headingOf(inwards);
        placement.velocity = {};
        return;
    }
    if (pace > m_speed)
        velocity = velocity * (m_speed / pace);
    const Vec3 fromMiddle = placement.position + velocity * stepSeconds - SimulatorOptions::middle;
    const float outside = flatLength(fromMiddle) / m_reach;
    placement.position = SimulatorOptions::middle + fromMiddle * (1 / std::max(outside, 1.F));
    placement.velocity = velocity;
    placement.yaw = headingOf(velocity);
}

} // namespace islet
