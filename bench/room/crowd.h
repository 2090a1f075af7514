// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/numbers.h"
#include "handshake.h"
#include "packets.h"

#include <memory>
#include <vector>

namespace islet::bench {

//! Many people in one room who move, and perhaps chat. One thread, one epoll; counts all that everybody hears.
class Crowd {
public:
    struct Behaviour {
        std::chrono::milliseconds duration;
        int positionsPerSecond = 10; //!< of each, unreliable
        bool isChatting = false; //!< each says a line every second, reliably
    };

    //! What happened between the first word and the last that came through.
    struct Report {
        std::uint64_t positionsExpected = 0; //!< deliveries: what each said, to all others
        std::uint64_t positionsDelivered = 0; //!< newer than what the receiver had of that sender
        std::uint64_t chatsExpected = 0;
        std::uint64_t chatsDelivered = 0; //!< each once and in its sender's order; others are not counted
        LatencyCounts latency; //!< of positions, from before the sender's write to after the receiver's read
        std::chrono::nanoseconds elapsed{0};
        std::chrono::nanoseconds generatorCpu{0};
    };

    //! All walk in, one after the other.
    Crowd(quint16 port, const QByteArray &path, int size);
    ~Crowd();

    //! Everybody says their part, evenly spread over time; then waits until nothing more comes.
    Report run(const Behaviour &behaviour);

private:
    struct Member;

    std::chrono::microseconds now() const;
    void speak(Member &member, const QByteArray &frame);
    void flush(Member &member);
    //! Waits up to `patience` for something to read, and reads it; false when there was nothing.
    bool listen(std::chrono::milliseconds patience, Report &report);
    void read(Member &member, Report &report);
    void hear(Member &member, const packets::Update &update, std::chrono::microseconds now, Report &report);

    int m_epoll;
    std::chrono::nanoseconds m_epoch;
    std::chrono::microseconds m_runBegan{0};
    std::uint32_t m_firstLine = 0; //!< of this run's chat
    std::uint32_t m_nextLine = 0;
    std::vector<std::unique_ptr<Member>> m_members;
    std::vector<std::size_t> m_memberOfAlias; //!< servers count aliases from 1
    std::vector<std::uint8_t> m_buffer;
};

} // namespace islet::bench
