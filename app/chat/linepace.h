// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/clock.h"
#include "identity/address.h"

#include <QHash>

namespace islet {

//! How many lines of one peer are taken: so many at once, and then one a second.
class LinePace {
public:
    static constexpr int burst = 8;

    explicit LinePace(Clock clock)
        : m_clock(std::move(clock))
    { }

    //! Whether this line is; it counts then.
    bool allows(const Address &from)
    {
        Allowance &allowance = m_allowances[from];
        const auto now = m_clock();
        const double seconds = std::chrono::duration<double>(now - allowance.since).count();
        allowance.lines = std::min<double>(burst, allowance.lines + seconds);
        allowance.since = now;
        if (allowance.lines < 1)
            return false;
        allowance.lines -= 1;
        return true;
    }
    void forget(const Address &who) { m_allowances.remove(who); }
    void forgetAll() { m_allowances.clear(); }

private:
    struct Allowance {
        double lines = burst;
        std::chrono::microseconds since{0};
    };

    Clock m_clock;
    QHash<Address, Allowance> m_allowances;
};

} // namespace islet
