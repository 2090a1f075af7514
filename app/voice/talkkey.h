// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"

#include <optional>

namespace islet {

//! The key that is held to talk, whatever it is made of. Pure logic.
//!
//! Two short taps latch it: it stays down until it is pressed and let go once more.
class TalkKey {
public:
    static constexpr std::chrono::milliseconds shortTap{300}; //!< from down to up
    static constexpr std::chrono::milliseconds betweenTaps{400}; //!< from up to down
    //! Up and down again within this time is a keyboard that repeats, not a hand.
    static constexpr std::chrono::milliseconds bounce{25};

    explicit TalkKey(Clock clock = monotonicNow);

    void press();
    void release();
    //! Whoever held it cannot see it any more: up, and no latch.
    void cancel();

    bool isDown() const { return m_isPressed || m_isLatched; }
    bool isLatched() const { return m_isLatched; }

private:
    struct Hold {
        std::chrono::microseconds since{0};
        bool isSecondTap = false;
    };

    Clock m_clock;
    Hold m_hold; // this one, or the last
    std::optional<std::chrono::microseconds> m_releasedAt;
    bool m_wasTap = false; // the last hold was a short one, and did not latch
    bool m_isPressed = false;
    bool m_isLatched = false;
};

} // namespace islet
