// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"
#include "handshake.h"
#include "packets.h"

#include <memory>
#include <vector>

namespace islet::bench {

//! Many peers in one room who move, and may chat. Uses one thread and one epoll; counts all deliveries.
class Crowd {
public:
    struct Behaviour {
        std::chrono::milliseconds duration;
        int positionsPerSecond = 10; //!< per peer, unreliable
        bool isChatting = false; //!< each sends a reliable line every second
    };

    //! Counts from the first message sent to the last one received.
    struct Report {
        std::uint64_t positionsExpected = 0; //!< deliveries: messages sent times the other members
        std::uint64_t positionsDelivered = 0; //!< newer than the last position received from that sender
        std::uint64_t chatsExpected = 0;
        std::uint64_t chatsDelivered = 0; //!< each once and in its sender's order; others are not counted
        LatencyCounts latency; //!< of positions, from before the sender's write to after the receiver's read
        std::chrono::nanoseconds elapsed{0};
        std::chrono::nanoseconds generatorCpu{0};
    };

    //! Joins all peers, one after the other.
    Crowd(quint16 port, const QByteArray &path, int size);
    ~Crowd();

    //! Sends everyone's messages, spread evenly over time; then waits until nothing more arrives.
    Report run(const Behaviour &behaviour);

private:
    struct Member;

    std::chrono::microseconds now() const;
    void enqueue(Member &member, const QByteArray &frame);
    void flush(Member &member);
    //! Waits up to `patience` for data and reads it; returns false if there was none.
    bool listen(std::chrono::milliseconds patience, Report &report);
    void read(Member &member, Report &report);
    void receive(Member &member, const packets::Update &update, std::chrono::microseconds now, Report &report);

    int m_epoll;
    std::chrono::nanoseconds m_epoch;
    std::chrono::microseconds m_runBegan{0};
    std::uint32_t m_firstLine = 0; //!< number of the first chat line of this run
    std::uint32_t m_nextLine = 0;
    std::vector<std::unique_ptr<Member>> m_members;
    std::vector<std::size_t> m_memberOfAlias; //!< servers count aliases from 1
    std::vector<std::uint8_t> m_buffer;
};

} // namespace islet::bench
