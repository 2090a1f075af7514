// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "sim/simulatoroptions.h"

#include <memory>
#include <vector>

namespace islet {

//! The placements of all simulated peers. A peer is identified by its slot; a replacement takes the slot of the peer
//! that left. All stay within SimulatorOptions::reach() of the middle and never exceed the speed of the options.
class MobilityModel {
public:
    static constexpr float stepSeconds = 0.1F;

    //! Creates the model that the options ask for. All slots are empty: call enter() for each.
    static std::unique_ptr<MobilityModel> make(const SimulatorOptions &options);
    MobilityModel(const MobilityModel &) = delete;
    MobilityModel &operator=(const MobilityModel &) = delete;
    virtual ~MobilityModel() = default;

    //! A new peer takes this slot; `seed` determines its movement.
    virtual void enter(std::size_t slot, std::uint32_t seed) = 0;
    //! Advances all peers by stepSeconds.
    virtual void step() = 0;

    const std::vector<Placement> &placements() const { return m_placements; }

protected:
    explicit MobilityModel(int count)
        : m_placements(static_cast<std::size_t>(count))
    { }

    std::vector<Placement> m_placements;
};

} // namespace islet
