// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/crowdwalk.h"

#include <algorithm>

namespace islet {

namespace {

constexpr int groupSize = 12;
constexpr float spotPace = 0.25F; // of the people's life: who follows can keep up, and spots rest for long

float flatLength(const Vec3 &v)
{
    return std::sqrt(v.x * v.x + v.z * v.z); // unlike hypot the same everywhere
}

//! A metre, or less when there is no room for so many.
float distanceFor(const SimulatorOptions &options)
{
    return std::min(1.F, options.reach() / std::sqrt(static_cast<float>(options.peers) + 1));
}

} // namespace

CrowdWalk::CrowdWalk(const SimulatorOptions &options)
    : MobilityModel(options.peers)
    , m_reach(options.reach())
    , m_speed(options.speed)
    , m_distance(distanceFor(options))
    , m_groupReach(std::min(3 * m_distance, m_reach / 2)) // twelve would fit into two thirds of that
    , m_members(m_placements.size())
    , m_before(m_placements.size())
    , m_nearby(m_distance)
{
    constexpr std::uint32_t spotStream = 17;
    SeededRandom chance(options.seed, spotStream);
    const int spots = std::max(1, (options.peers + groupSize / 2) / groupSize);
    m_spots.reserve(static_cast<std::size_t>(spots));
    for (int i = 0; i < spots; ++i)
        m_spots.emplace_back(chance.next(), SimulatorOptions::middle, m_reach - m_groupReach, m_speed);
}

void CrowdWalk::enter(std::size_t place, std::uint32_t seed)
{
    Member member{SeededRandom(seed), static_cast<std::uint32_t>(place % m_spots.size()), {}, 0, false};
    choosePlace(member);
    m_placements[place] = {m_spots[member.spot].placement().position + member.offset, 0, {}};
    m_members[place] = member;
}

void CrowdWalk::step()
{
    for (RandomWaypoint &spot : m_spots)
        spot.step(stepSeconds * spotPace);
    std::ranges::transform(m_placements, m_before.begin(), &Placement::position);
    m_nearby.set(m_before);
    for (std::size_t i = 0; i < m_members.size(); ++i)
        move(i);
}

void CrowdWalk::choosePlace(Member &member)
{
    member.offset = pointInDisc(member.chance, {}, m_groupReach);
    member.stay = 30 + 60 * member.chance.share();
}

void CrowdWalk::changeGroup(Member &member, const Vec3 &from)
{
    // The nearest of three: few cross the whole room.
    const auto distanceOf = [&](std::uint32_t spot) { return flatLength(m_spots[spot].placement().position - from); };
    const auto count = static_cast<std::uint32_t>(m_spots.size());
    std::uint32_t best = member.chance.below(count);
    for (int i = 0; i < 2; ++i) {
        if (const std::uint32_t other = member.chance.below(count); distanceOf(other) < distanceOf(best))
            best = other;
    }
    member.spot = best;
    choosePlace(member);
}

//! The velocity that would bring them to their place: full speed, and slower over the last steps.
Vec3 CrowdWalk::wish(Member &member, const Vec3 &from) const
{
    const Vec3 way = m_spots[member.spot].placement().position + member.offset - from;
    const float left = flatLength(way);
    // Who stands lets the group drift a little before they follow.
    member.isWalking = left > (member.isWalking ? 0.2F : 0.8F) * m_distance;
    if (!member.isWalking)
        return {};
    return way * (m_speed / std::max({left, 0.4F * m_distance, m_speed * stepSeconds}));
}

//! The velocity away from who is too near, at most some times the speed.
Vec3 CrowdWalk::crowding(std::size_t place) const
{
    const Vec3 own = m_before[place];
    Vec3 push;
    m_nearby.around(own, [&](std::uint32_t other) {
        const Vec3 away = own - m_before[other];
        const float distance = flatLength(away);
        if (other == place || distance >= m_distance)
            return;
        if (distance > 0)
            push = push + away * ((m_distance - distance) / (m_distance * distance));
        else
            push.x += place < other ? -1 : 1; // on the very same spot: one to each side
    });
    return push * std::min(m_speed, m_distance / (2 * stepSeconds));
}

void CrowdWalk::move(std::size_t place)
{
    Member &member = m_members[place];
    Placement &placement = m_placements[place];
    member.stay -= stepSeconds;
    if (member.stay <= 0)
        changeGroup(member, placement.position);

    Vec3 velocity = wish(member, placement.position) + crowding(place);
    const float pace = flatLength(velocity);
    constexpr float leastPace = 0.15F; // of the speed: below, one stands
    if (pace <= leastPace * m_speed) {
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
