// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/mobilitymodel.h"

#include "sim/circlewalk.h"
#include "sim/crowdwalk.h"
#include "sim/randomwaypoint.h"

namespace islet {

namespace {

//! Peers walk from waypoint to waypoint, ignoring one another.
class WanderWalk : public MobilityModel {
public:
    explicit WanderWalk(const SimulatorOptions &options)
        : MobilityModel(options.peers)
        , m_options(options)
        , m_wanderers(m_placements.size(), wanderer(0))
    { }

    void enter(std::size_t slot, std::uint32_t seed) override
    {
        m_wanderers[slot] = wanderer(seed);
        m_placements[slot] = m_wanderers[slot].placement();
    }

    void step() override
    {
        for (std::size_t i = 0; i < m_wanderers.size(); ++i)
            m_placements[i] = m_wanderers[i].step(stepSeconds);
    }

private:
    RandomWaypoint wanderer(std::uint32_t seed) const
    {
        return {seed, SimulatorOptions::middle, m_options.reach(), m_options.speed};
    }

    SimulatorOptions m_options;
    std::vector<RandomWaypoint> m_wanderers;
};

} // namespace

std::unique_ptr<MobilityModel> MobilityModel::make(const SimulatorOptions &options)
{
    switch (options.walk) {
    case SimulatorOptions::Walk::Circle: return std::make_unique<CircleWalk>(options);
    case SimulatorOptions::Walk::Wander: return std::make_unique<WanderWalk>(options);
    case SimulatorOptions::Walk::Crowd: return std::make_unique<CrowdWalk>(options);
    }
    Q_UNREACHABLE();
}

} // namespace islet
