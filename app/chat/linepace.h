// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "identity/address.h"

#include <QHash>

#include <algorithm>

namespace islet {

//! How many lines of one peer are taken, so many at once and then one a second; and how many of all together, however
//! many they are and however often they come and go.
class LinePace {
public:
    static constexpr int burst = 8;
    static constexpr int burstOfAll = 200;
    static constexpr int ofAllInASecond = 50;

    explicit LinePace(Clock clock)
        : m_clock(std::move(clock))
    { }

    //! Whether this line is; it counts then.
    bool allows(const Address &from)
    {
        Allowance &theirs = m_allowances[from];
        const auto now = m_clock();
        theirs.grow(now, 1, burst);
        m_ofAll.grow(now, ofAllInASecond, burstOfAll);
        if (theirs.lines < 1 || m_ofAll.lines < 1)
            return false;
        theirs.lines -= 1;
        m_ofAll.lines -= 1;
        return true;
    }
    void forget(const Address &who) { m_allowances.remove(who); }
    //! Those of each; not that of all, or whoever lets us in and out again had no bound.
    void forgetAll() { m_allowances.clear(); }

private:
    struct Allowance {
        double lines = burst;
        std::chrono::microseconds since{0};

        void grow(std::chrono::microseconds now, double perSecond, double most)
        {
            lines = std::min(most, lines + perSecond * std::chrono::duration<double>(now - since).count());
            since = now;
        }
    };

    Clock m_clock;
    QHash<Address, Allowance> m_allowances;
    Allowance m_ofAll{burstOfAll};
};

} // namespace islet
