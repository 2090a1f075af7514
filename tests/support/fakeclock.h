// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"

namespace islet::test {

//! A clock that goes on when a test says so. Begins at an hour, as the machine's own is never near 0 either.
class FakeClock {
public:
    FakeClock() = default;
    FakeClock(const FakeClock &) = delete; // clocks made here look at this one
    FakeClock &operator=(const FakeClock &) = delete;

    Clock clock() const
    {
        return [this] { return m_now; };
    }
    void advance(std::chrono::microseconds time) { m_now += time; }

private:
    std::chrono::microseconds m_now = std::chrono::hours(1);
};

} // namespace islet::test
