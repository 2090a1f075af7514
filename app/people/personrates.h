// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/commsadapter.h"

namespace islet {

//! What one person sends a second, by kind. Counts only while it lives, so that nobody pays for who is not looked at.
class PersonRates : public QObject {
    Q_OBJECT

public:
    //! Packets of one whole second.
    struct Rates {
        int places = 0; //!< positions and movements
        int voice = 0;
        int chat = 0;
        int profiles = 0;
        int others = 0; //!< pings, emotes, scenes, requests and reactions

        friend bool operator==(const Rates &, const Rates &) = default;
    };

    //! `adapter` must outlive this.
    PersonRates(CommsAdapter &adapter, const Address &person, Clock clock = monotonicNow, QObject *parent = nullptr);

    //! Of the last whole second; nothing before the first is over.
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
