// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commsadapter.h"
#include "comms/commssession.h"
#include "identity/identity.h"

#include <vector>

namespace islet::bench {

//! Islet's own way in, as the window has it.
class WalkIn {
public:
    WalkIn();

    //! Nanoseconds of each, from join() to joined().
    std::vector<double> join(const QString &url, int count);
    //! Nanoseconds from when a server of ours listens again, which was gone for so long, until we are back.
    std::vector<double> comeBack(std::chrono::milliseconds gone, int count);

private:
    void enter(const QString &url);
    void waitFor(CommsSession::State state);

    Identity m_identity;
    TransportFactory m_factory;
    CommsAdapter m_adapter;
    CommsSession m_session;
};

} // namespace islet::bench
