// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/vec3.h"

#include <array>
#include <chrono>

namespace islet {

//! How a peer is seen to walk: positions come 1 to 20 times a second and late by 30 to 190 ms, so the motion is shown a
//! little in the past, between two positions that are known. Teleports jump; headings turn the short way.
class PeerMotion {
public:
    using Time = std::chrono::microseconds;

    //! How far in the past the motion is shown.
    static constexpr std::chrono::milliseconds delay{150};
    //! A longer step between two positions is a teleport (metres).
    static constexpr float teleportDistance = 10;

    //! A position that arrived at `arrival`; times must not go back.
    void add(const Placement &placement, Time arrival);
    //! Where to show the peer at `now`. Not before the first add().
    Placement at(Time now) const;
    //! Whether at() still changes after `now` without another add().
    bool isMoving(Time now) const { return m_count > 1 && now - delay < m_samples[m_count - 1].time; }
    bool isEmpty() const { return m_count == 0; }

private:
    struct Sample {
        Placement placement;
        Time time{0};
    };

    void push(const Sample &sample);

    std::array<Sample, 8> m_samples; //!< oldest first
    std::size_t m_count = 0;
};

} // namespace islet
