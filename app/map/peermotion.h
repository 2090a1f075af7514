// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/geometry.h"

#include <array>
#include <chrono>
#include <cstdint>

namespace islet {

//! Smooths a peer's movement. Positions arrive 1 to 20 times a second and 30 to 190 ms late, so the motion is shown
//! with a delay, interpolated between two known positions. The delay is as small as this peer's jitter allows. If no
//! position arrives in time, the motion is extrapolated briefly. The shown position jumps only at a teleport, and
//! headings turn the short way.
class PeerMotion {
public:
    using Time = std::chrono::microseconds;

    static constexpr std::chrono::milliseconds initialDelay{150}; //!< before the jitter is known
    static constexpr std::chrono::milliseconds minDelay{60};
    static constexpr std::chrono::milliseconds maxDelay{400};
    //! How long a peer walks on, slowing down, when no positions arrive.
    static constexpr std::chrono::milliseconds maxExtrapolation{200};
    //! Metres. A longer step between two positions is a teleport, which is shown immediately.
    static constexpr float teleportDistance = 10;

    //! Adds a position that arrived at `arrival`; times must not go back. Returns whether the shown motion changes.
    bool add(const Placement &placement, Time arrival);
    //! Where to show the peer at `now`. Must not be called before the first add().
    Placement at(Time now) const;
    //! Whether at() changes after `now` without another add().
    bool isMoving(Time now) const { return now < m_settledAt; }
    bool isEmpty() const { return m_count == 0; }
    //! The playout delay. It changes by at most a tenth of the elapsed time.
    Time delay(Time now) const;

private:
    //! A position and its nominal time: when it would have arrived at even intervals.
    struct Sample {
        Placement placement;
        Time time{0};
    };

    void push(const Sample &sample);
    void reset(const Placement &placement, Time arrival);
    Time nominalTime(const Placement &placement, Time arrival);
    void updateEstimates(const Placement &placement, Time arrival, Time lateness);
    void updateOffset(const Placement &before, Time arrival);
    Placement interpolated(Time now) const;
    Vec3 extrapolated(Time since) const;
    const Sample &last() const { return m_samples[m_count - 1]; }

    Time m_settledAt{0}; //!< from then on at() returns m_final
    Placement m_final;
    std::size_t m_count = 0;
    Vec3 m_velocity; //!< at the last sample, m/s
    Vec3 m_offset; //!< shown minus correct position when the last one arrived; decays
    float m_turn = 0; //!< the same for the heading, degrees
    Time m_lastArrival{0};
    Time m_offsetEnd{0};
    Time m_delayFrom{initialDelay}; //!< at m_lastArrival
    Time m_delayTo{initialDelay};
    float m_interval = 0.1F; //!< estimated time between positions while walking, seconds
    std::uint8_t m_intervals = 0; //!< number of measurements in m_interval, at most 16
    std::uint8_t m_nextLateness = 0;
    bool m_sendsVelocity = false; //!< then a velocity of 0 means standing
    std::array<std::uint16_t, 20> m_lateness{}; //!< ms
    std::array<Sample, 10> m_samples; //!< oldest first
};

} // namespace islet
