// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <chrono>

namespace islet {

//! A token bucket: allows a burst of events, and a number per second on average. The rate is given each time, so that a
//! limiter for each of 10,000 peers takes 16 bytes.
class RateLimiter {
public:
    struct Rate {
        double perSecond;
        double burst; //!< at least 1

        //! One event at a time, with at least `interval` between two.
        static constexpr Rate oncePer(std::chrono::duration<double> interval) { return {1 / interval.count(), 1}; }
    };

    //! Whether an event is allowed at `now`, by a monotonic clock; an allowed event counts.
    bool allows(const Rate &rate, std::chrono::microseconds now)
    {
        const auto elapsed =
            m_since == never ? std::chrono::duration<double>::max() : std::chrono::duration<double>(now - m_since);
        m_tokens = std::min(rate.burst, m_tokens + std::max(0.0, elapsed.count()) * rate.perSecond);
        m_since = now;
        if (m_tokens < 1)
            return false;
        m_tokens -= 1;
        return true;
    }

    //! Takes back one event that was allowed, because it was refused for another reason.
    void giveBack() { m_tokens += 1; }

private:
    static constexpr auto never = std::chrono::microseconds::min();

    double m_tokens = 0;
    std::chrono::microseconds m_since = never;
};

} // namespace islet
