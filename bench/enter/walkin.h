// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/client.h"
#include "identity/identity.h"

#include <vector>

namespace islet::bench {

//! Islet's code for joining a room, as the window uses it.
class WalkIn {
public:
    WalkIn();

    //! Returns the duration of each join in nanoseconds, from join() to joined().
    std::vector<double> join(const QString &url, int count);
    //! Returns the nanoseconds of each reconnection, from when our server, down for `gone`, listens again.
    std::vector<double> reconnect(std::chrono::milliseconds gone, int count);

private:
    void enter(const QString &url);
    void waitFor(CommsSession::State state);

    Identity m_identity;
    Client m_client;
};

} // namespace islet::bench
