// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/closereason.h"

#include <chrono>
#include <optional>

namespace islet {

//! What happened before a connection closed.
struct RetryHistory {
    //! Since the room was lost or, if it was never joined, since the first attempt.
    std::chrono::microseconds duration{0};
    //! How many times in a row the connection closed with this code, at this moment of the session.
    int repetitions = 1;
};

//! How long a server that was lost may be silent during an attempt to return.
inline constexpr std::chrono::milliseconds returnPatience{3'000};
//! The longest that a server can make us wait (Retry-After).
inline constexpr std::chrono::seconds maxRetryAfter{120};

//! The time until the next attempt; nullopt if the reason is final. A pure function: `jitter`, 0 to 1, is random.
//!
//! Once joined, everything that can pass is retried. A refusal without a reason may pass or not: a server closes the
//! connection before the welcome while it restarts, but also if it has banned the address. It becomes final when it is
//! repeated five times, over at least 20 s; for a room that says that it is full, over at least 120 s, as it may count
//! our own lost connection until then. A kick in the room is never retried: two clients with one identity that both
//! return would kick each other forever.
//!
//! Before, only a server that asks for it is retried (503 and 429): the user waits for an answer.
//!
//! The time is the server's Retry-After, or a tenth of the duration so far, within 0.5 to 25 s, plus up to 20 % jitter:
//! we return soon to a server that restarts, without burdening one that stays down.
std::optional<std::chrono::milliseconds> timeUntilRetry(const CloseReason &reason, const RetryHistory &history,
                                                        double jitter);

} // namespace islet
