// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace islet {

//! How late one speaker's packets are, behind the fastest of them, and how much delay that calls for. Pure logic.
//!
//! All times are in samples. The sender's clock and ours have no common start, so only differences mean anything: a
//! packet's offset is its arrival less its place in the speech, and the smallest offset of the last seconds is that of
//! a packet nothing held up. On TCP, what was held up comes in one go, so a burst counts once, with its latest packet:
//! a stall of a second is then one event in hundreds, and not fifty late packets that would keep the delay up.
//! Events are forgotten by the speech that was heard since, not by time: a pause teaches nothing.
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
    void forgetOld(std::int64_t media);
    void computeTarget();

    //! What came at about the same time.
    struct Event {
        std::int64_t arrival = 0; // of its first packet
        std::int64_t media = 0; // that packet's place in the speech
        int lateness = 0; // of its latest packet
    };
    static constexpr int memory = 400; // more events than can be remembered

    Event &newest() { return m_events[static_cast<std::size_t>(m_newest)]; }
    //! `age` 0 is the newest.
    Event &event(int age) { return m_events[static_cast<std::size_t>((m_newest + memory - age) % memory)]; }

    std::array<Event, memory> m_events{}; // a ring
    int m_newest = 0;
    int m_count = 0;
    int m_fresh = 0; // how many of them belong to this talk, and so to this base
    std::int64_t m_lastOffset = 0;
    std::int64_t m_base = 0;
    std::int64_t m_least = 0; // since m_leastSince, and before it
    std::int64_t m_formerLeast = 0;
    std::int64_t m_leastSince = 0;
    int m_target = 0;
    double m_jitter = 0;
};

} // namespace islet
