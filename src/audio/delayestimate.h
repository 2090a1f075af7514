// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace islet {

//! Estimates how late one speaker's packets are, relative to the fastest, and the delay that requires. Pure logic.
//!
//! All times are in samples. The sender's clock and ours have no common start, so only differences mean anything: a
//! packet's offset is its arrival time less its media time, and the smallest offset of the last seconds is that of a
//! packet nothing delayed. On TCP, delayed packets arrive together, so a burst counts once, with its latest packet: a
//! stall of a second is then one event in hundreds, not fifty late packets that would keep the delay high. Events
//! expire by the amount of speech since then, not by time: nothing is learned from a pause.
class DelayEstimate {
public:
    //! A talkspurt begins, immediately or after a pause of unknown length: known lateness is kept, offsets start
    //! afresh.
    void begin(std::int64_t offset);
    //! Adds a packet; `offset` is its `arrival` less its media time.
    void add(std::int64_t arrival, std::int64_t offset);

    //! Offset of a packet that nothing delayed.
    std::int64_t base() const { return m_base; }
    //! The delay behind base() at which hardly any packet is missed.
    int target() const { return m_target; }
    //! Mean deviation of the arrival times, RFC 3550 section 6.4.1.
    double jitter() const { return m_jitter; }

private:
    void moveBase(std::int64_t base);
    void updateBase(std::int64_t arrival, std::int64_t offset);
    void forgetOld(std::int64_t media);
    void computeTarget();

    //! Packets that arrived at about the same time.
    struct Event {
        std::int64_t arrival = 0; // of its first packet
        std::int64_t media = 0; // that packet's media time
        int lateness = 0; // of its latest packet
    };
    static constexpr int memory = 400; // more events than the memory span can hold

    Event &newest() { return m_events[static_cast<std::size_t>(m_newest)]; }
    //! `age` 0 is the newest.
    Event &event(int age) { return m_events[static_cast<std::size_t>((m_newest + memory - age) % memory)]; }

    std::array<Event, memory> m_events{}; // a ring
    int m_newest = 0;
    int m_count = 0;
    int m_eventsInTalkspurt = 0; // how many belong to this talkspurt, and so to this base
    std::int64_t m_lastOffset = 0;
    std::int64_t m_base = 0;
    std::int64_t m_minimum = 0; // minimum since m_minimumSince; m_previousMinimum is that of the period before
    std::int64_t m_previousMinimum = 0;
    std::int64_t m_minimumSince = 0;
    int m_target = 0;
    double m_jitter = 0;
};

} // namespace islet
