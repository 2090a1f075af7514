// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "base/ratelimiter.h"
#include "identity/address.h"

#include <QHash>

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
        const auto now = m_clock();
        return m_limits[from].allows({.perSecond = 1, .burst = burst}, now)
            && m_roomLimit.allows({.perSecond = roomLinesPerSecond, .burst = roomBurst}, now);
    }
    void forget(const Address &who) { m_limits.remove(who); }
    //! Resets the limits per peer. The room's limit stays, or a server could evade it by disconnecting us repeatedly.
    void forgetAll() { m_limits.clear(); }

private:
    Clock m_clock;
    QHash<Address, RateLimiter> m_limits;
    RateLimiter m_roomLimit;
};

} // namespace islet
