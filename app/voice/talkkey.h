// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"

#include <optional>

namespace islet {

//! The push-to-talk logic, independent of the input device.
//!
//! Two short taps latch the key: it stays down until it is pressed and released once more.
class TalkKey {
public:
    static constexpr std::chrono::milliseconds shortTap{300}; //!< press to release
    static constexpr std::chrono::milliseconds betweenTaps{400}; //!< release to next press
    //! A release and press within this time is auto-repeat, not a user.
    static constexpr std::chrono::milliseconds bounce{25};

    explicit TalkKey(Clock clock = monotonicNow);

    void press();
    void release();
    //! Releases the key and the latch: its holder no longer sees key events.
    void cancel();

    bool isDown() const { return m_isPressed || m_isLatched; }
    bool isLatched() const { return m_isLatched; }

private:
    struct Hold {
        std::chrono::microseconds since{0};
        bool isSecondTap = false;
    };

    Clock m_clock;
    Hold m_hold; // the current hold, or the last
    std::optional<std::chrono::microseconds> m_releasedAt;
    bool m_wasTap = false; // the last hold was a tap and did not latch
    bool m_isPressed = false;
    bool m_isLatched = false;
};

} // namespace islet
