// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/seededrandom.h"
#include "sim/mobilitymodel.h"
#include "sim/randomwaypoint.h"
#include "sim/spatialhash.h"

namespace islet {

//! People in loose groups, about twelve around each of a few spots that move slowly. They keep a distance, turn to the
//! middle of their group when they stand, and join another group after a minute or so.
class CrowdWalk : public MobilityModel {
public:
    explicit CrowdWalk(const SimulatorOptions &options);

    void enter(std::size_t place, std::uint32_t seed) override;
    void step() override;

private:
    struct Member {
        SeededRandom chance{0};
        std::uint32_t spot = 0;
        Vec3 offset; //!< from the spot
        float stay = 0; //!< seconds until they change the group
        bool isWalking = false;
    };

    void choosePlace(Member &member);
    void changeGroup(Member &member, const Vec3 &from);
    Vec3 wish(Member &member, const Vec3 &from) const;
    Vec3 crowding(std::size_t place) const;
    void move(std::size_t place);

    float m_reach;
    float m_speed;
    float m_distance; //!< metres that people keep from one another
    float m_groupReach; //!< metres
    std::vector<RandomWaypoint> m_spots;
    std::vector<Member> m_members;
    std::vector<Vec3> m_before; //!< where everybody was
    SpatialHash m_nearby;
};

} // namespace islet
