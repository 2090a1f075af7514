// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/geometry.h"

#include <array>
#include <chrono>
#include <cstdint>

namespace islet {

//! How a peer is seen to walk. Positions come 1 to 20 times a second and late by 30 to 190 ms, so the motion is shown a
//! little in the past, between two positions that are known: as little as the line of this peer allows, found out from
//! how unevenly their positions come. When nothing comes in time they walk on for a moment. What is shown never jumps
//! but at a teleport; headings turn the short way.
class PeerMotion {
public:
    using Time = std::chrono::microseconds;

    static constexpr std::chrono::milliseconds firstDelay{150}; //!< before anything is known of the line
    static constexpr std::chrono::milliseconds smallestDelay{60};
    static constexpr std::chrono::milliseconds largestDelay{400};
    //! For how long somebody walks on, ever slower, of whom nothing comes.
    static constexpr std::chrono::milliseconds longestGuess{200};
    //! A longer step between two positions is a teleport (metres): shown at once.
    static constexpr float teleportDistance = 10;

    //! A position that arrived at `arrival`; times must not go back. Whether what is to be shown changes by it.
    bool add(const Placement &placement, Time arrival);
    //! Where to show the peer at `now`. Not before the first add().
    Placement at(Time now) const;
    //! Whether at() still changes after `now` without another add().
    bool isMoving(Time now) const { return now < m_restsFrom; }
    bool isEmpty() const { return m_count == 0; }
    //! How far in the past the motion is shown; it changes by a tenth of the time that goes by.
    Time delay(Time now) const;

private:
    //! A position and when, by an even clock, it was meant for.
    struct Sample {
        Placement placement;
        Time time{0};
    };

    void push(const Sample &sample);
    void begin(const Placement &placement, Time arrival);
    Time timeOf(const Placement &placement, Time arrival);
    void learn(const Placement &placement, Time arrival, Time lateness);
    void rest(const Placement &before, Time arrival);
    Placement known(Time now) const;
    Vec3 guess(Time since) const;
    const Sample &last() const { return m_samples[m_count - 1]; }

    Time m_restsFrom{0}; //!< from then on at() is m_resting
    Placement m_resting;
    std::size_t m_count = 0;
    Vec3 m_velocity; //!< after the last sample, m/s
    Vec3 m_offset; //!< what was shown beside what was right when the last position came; fades
    float m_turn = 0; //!< the same of the heading, degrees
    Time m_lastArrival{0};
    Time m_offsetEnd{0};
    Time m_delayFrom{firstDelay}; //!< at m_lastArrival
    Time m_delayTo{firstDelay};
    float m_interval = 0.1F; //!< between two positions while they walk, seconds
    std::uint8_t m_intervals = 0; //!< how many it was made of, until that is enough
    std::uint8_t m_nextLateness = 0;
    bool m_saysVelocity = false; //!< a velocity of 0 means that they stand
    std::array<std::uint16_t, 20> m_lateness{}; //!< ms
    std::array<Sample, 10> m_samples; //!< oldest first
};

} // namespace islet
