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

    //! Whether a line from this peer is allowed; it counts for the peer, even if it turns out to be invisible.
    bool allowsFrom(const Address &from) { return m_limits[from].allows({.perSecond = 1, .burst = burst}, m_clock()); }
    //! Whether a visible line that allowsFrom() has allowed is allowed in the room. A refused line does not count.
    bool allowsInRoom(const Address &from)
    {
        if (m_roomLimit.allows({.perSecond = roomLinesPerSecond, .burst = roomBurst}, m_clock()))
            return true;
        m_limits[from].giveBack();
        return false;
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
