// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "identity/address.h"

#include <QHash>

#include <algorithm>

namespace islet {

//! Rate limit for chat lines: per peer a burst, then one line a second; and a limit for the whole room, however many
//! peers there are and however often they rejoin.
class LinePace {
public:
    static constexpr int burst = 8;
    static constexpr int roomBurst = 200;
    static constexpr int roomLinesPerSecond = 50;

    explicit LinePace(Clock clock)
        : m_clock(std::move(clock))
    { }

    //! Whether a line from this peer is allowed; an allowed line counts.
    bool allows(const Address &from)
    {
        Allowance &theirs = m_allowances[from];
        const auto now = m_clock();
        theirs.grow(now, 1, burst);
        m_roomAllowance.grow(now, roomLinesPerSecond, roomBurst);
        if (theirs.lines < 1 || m_roomAllowance.lines < 1)
            return false;
        theirs.lines -= 1;
        m_roomAllowance.lines -= 1;
        return true;
    }
    void forget(const Address &who) { m_allowances.remove(who); }
    //! Resets the limits per peer. The room's limit stays, or a server could evade it by disconnecting us repeatedly.
    void forgetAll() { m_allowances.clear(); }

private:
    struct Allowance {
        double lines = burst;
        std::chrono::microseconds since{0};

        void grow(std::chrono::microseconds now, double perSecond, double limit)
        {
            lines = std::min(limit, lines + perSecond * std::chrono::duration<double>(now - since).count());
            since = now;
        }
    };

    Clock m_clock;
    QHash<Address, Allowance> m_allowances;
    Allowance m_roomAllowance{roomBurst};
};

} // namespace islet
