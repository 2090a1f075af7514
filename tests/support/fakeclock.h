// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"

namespace islet::test {

//! A clock that only a test advances. Starts at one hour, because the system's clock is never near 0 either.
class FakeClock {
public:
    FakeClock() = default;
    FakeClock(const FakeClock &) = delete; // clocks made here refer to this object
    FakeClock &operator=(const FakeClock &) = delete;

    Clock clock() const
    {
        return [this] { return m_now; };
    }
    void advance(std::chrono::microseconds time) { m_now += time; }

private:
    std::chrono::microseconds m_now = std::chrono::hours(1);
};

//! The machine's clock, which a test can put forward: for what also depends on devices or sockets in real time.
class ForwardClock {
public:
    ForwardClock() = default;
    ForwardClock(const ForwardClock &) = delete; // clocks made here refer to this object
    ForwardClock &operator=(const ForwardClock &) = delete;

    Clock clock() const
    {
        return [this] { return monotonicNow() + m_ahead; };
    }
    void advance(std::chrono::microseconds time) { m_ahead += time; }

private:
    std::chrono::microseconds m_ahead{0};
};

} // namespace islet::test
