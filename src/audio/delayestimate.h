// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <array>
#include <cstdint>

namespace islet {

//! How late one speaker's packets are, behind the fastest of them, and how much delay that calls for. Pure logic.
//!
//! All times are in samples. The sender's clock and ours have no common start, so only differences mean anything: a
//! packet's offset is its arrival less its place in the speech, and the smallest offset of the last seconds is that of
//! a packet nothing held up. On TCP, what was held up comes in one go, so a burst counts once, with its latest packet:
//! a stall of a second is then one event in hundreds, and not fifty late packets that would keep the delay up.
class DelayEstimate {
public:
    //! A talker begins, at once or after a pause of unknown length: what is known of lateness stays, offsets begin
    //! anew.
    void begin(std::int64_t offset);
    //! A packet of which `arrival` is when it came, and `offset` that less its place in the speech.
    void add(std::int64_t arrival, std::int64_t offset);

    //! Of a packet that nothing held up.
    std::int64_t base() const { return m_base; }
    //! The delay behind base() with which hardly anything is missed.
    int target() const { return m_target; }
    //! Mean deviation of the arrival times, RFC 3550 section 6.4.1.
    double jitter() const { return m_jitter; }

private:
    void moveBase(std::int64_t base);
    void renewBase(std::int64_t arrival, std::int64_t offset);
    void computeTarget();

    static constexpr int memory = 200; // events: 4 s of 20 ms packets

    std::array<int, memory> m_lateness{}; // the last events, a ring
    int m_count = 0;
    int m_newest = -1;
    std::int64_t m_lastArrival = 0;
    std::int64_t m_lastOffset = 0;
    std::int64_t m_base = 0;
    std::int64_t m_least = 0; // since m_leastSince, and before it
    std::int64_t m_formerLeast = 0;
    std::int64_t m_leastSince = 0;
    int m_target = 0;
    double m_jitter = 0;
};

} // namespace islet
