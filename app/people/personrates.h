// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/commsadapter.h"

namespace islet {

//! Packets per second from one person, by kind. Counts only while it exists: people who are not viewed cost nothing.
class PersonRates : public QObject {
    Q_OBJECT

public:
    //! Packets in one whole second.
    struct Rates {
        int positions = 0; //!< Position and Movement packets
        int voice = 0;
        int chat = 0;
        int profiles = 0;
        int others = 0; //!< pings, emotes, scenes, requests and reactions

        friend bool operator==(const Rates &, const Rates &) = default;
    };

    //! `adapter` must outlive this object.
    PersonRates(CommsAdapter &adapter, const Address &person, Clock clock = monotonicNow, QObject *parent = nullptr);

    //! The rates of the last whole second; nothing before the first one has passed.
    std::optional<Rates> rates();

private:
    void count(const Address &from, int Rates::*kind);
    void roll();

    Address m_person;
    Clock m_clock;
    std::chrono::microseconds m_windowStart;
    int m_all = 0;
    Rates m_now;
    std::optional<Rates> m_last;
};

} // namespace islet
