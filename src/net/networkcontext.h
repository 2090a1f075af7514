// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "base/packettap.h"
#include "net/networkpolicy.h"

#include <atomic>

namespace islet {

class FrameFilter;

//! Of the process; safe from any thread.
inline ConnectionId newConnectionId()
{
    static std::atomic<std::uint32_t> last = 0;
    return ConnectionId{++last};
}

//! What every WebSocket connection and HTTP request is made with.
struct NetworkContext {
    NetworkPolicy policy = {};
    Clock clock = monotonicNow;
    PacketTap *tap = nullptr; //!< must outlive all connections made with it, as must `filter`
    FrameFilter *filter = nullptr;
    //! The longest silence of a server that is being joined; within the limits of each transport.
    std::chrono::milliseconds patience{10'000};
};

} // namespace islet
