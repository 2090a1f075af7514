// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/packettap.h"

#include <functional>

namespace islet {

//! Disturbs the traffic of a WebSocket connection, to inject faults: delays, drops, changes or repeats frames.
class FrameFilter {
public:
    //! Passes a frame on, which may be changed. Does nothing once the connection is closed.
    using Pass = std::function<void(const QByteArray &frame)>;

    FrameFilter() = default;
    virtual ~FrameFilter() = default;
    Q_DISABLE_COPY_MOVE(FrameFilter)

    //! Calls `pass` any number of times, now or later, on the same thread. Not calling it drops the frame.
    virtual void filter(ConnectionId connection, Direction direction, QLatin1StringView kind, const QByteArray &frame,
                        const Pass &pass) = 0;
};

} // namespace islet
