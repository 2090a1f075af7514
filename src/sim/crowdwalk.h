// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/seededrandom.h"
#include "sim/mobilitymodel.h"
#include "sim/randomwaypoint.h"
#include "sim/spatialhash.h"

namespace islet {

//! Peers in loose groups of about twelve, around a few spots that move slowly. They keep a distance, face the middle of
//! their group when they pause, and change to another group after a minute or so.
class CrowdWalk : public MobilityModel {
public:
    explicit CrowdWalk(const SimulatorOptions &options);

    void enter(std::size_t slot, std::uint32_t seed) override;
    void step() override;

private:
    struct Member {
        SeededRandom chance{0};
        std::uint32_t spot = 0;
        Vec3 offset; //!< from the spot
        float stay = 0; //!< seconds until they change to another group
        bool isWalking = false;
    };

    void chooseOffset(Member &member);
    void changeGroup(Member &member, const Vec3 &from);
    Vec3 desiredVelocity(Member &member, const Vec3 &from) const;
    Vec3 separationVelocity(std::size_t slot) const;
    void move(std::size_t slot);

    float m_reach;
    float m_speed;
    float m_spacing; //!< minimum distance between peers, metres
    float m_groupReach; //!< metres
    std::vector<RandomWaypoint> m_spots;
    std::vector<Member> m_members;
    std::vector<Vec3> m_previousPositions; //!< before the current step
    SpatialHash m_nearby;
};

} // namespace islet
