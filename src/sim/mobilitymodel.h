// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "sim/simulatoroptions.h"

#include <memory>
#include <vector>

namespace islet {

//! Where everybody in a simulated room stands and goes. People are known by their place in the list; who comes takes
//! the place of who left. All stay within reach of the middle and never exceed the speed of the options.
class MobilityModel {
public:
    static constexpr float stepSeconds = 0.1F;

    //! The one that the options ask for. Nobody is there yet: each place is to be entered.
    static std::unique_ptr<MobilityModel> make(const SimulatorOptions &options);
    MobilityModel(const MobilityModel &) = delete;
    MobilityModel &operator=(const MobilityModel &) = delete;
    virtual ~MobilityModel() = default;

    //! Somebody new takes this place; what they do follows from their seed.
    virtual void enter(std::size_t place, std::uint32_t seed) = 0;
    //! Everybody goes on by stepSeconds.
    virtual void step() = 0;

    const std::vector<Placement> &placements() const { return m_placements; }

protected:
    explicit MobilityModel(int people)
        : m_placements(static_cast<std::size_t>(people))
    { }

    std::vector<Placement> m_placements;
};

} // namespace islet
