// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "positionstream.h"

#include <chrono>

namespace islet::bench {

//! Tells the parent process how far a client is: prints "warm" after `warmUp` messages, "elapsed NANOSECONDS" after
//! another `measured`, and "done ..." with a digest of what it received. decode_client.mjs does the same.
class StreamReport {
public:
    StreamReport(std::uint64_t warmUp, std::uint64_t measured)
        : m_warmUp(warmUp)
        , m_measured(measured)
    { }

    //! One more message has arrived.
    void count()
    {
        ++seen.messages;
        if (seen.messages == m_warmUp || seen.messages == m_warmUp + 1 || seen.messages == m_warmUp + m_measured)
            atMilestone();
    }
    void finish() const;
    //! Waits for the end of standard input: the parent reads our CPU time, which is gone once we exit.
    static void linger();

    positions::Digest seen;

private:
    void atMilestone();

    std::uint64_t m_warmUp;
    std::uint64_t m_measured;
    std::chrono::nanoseconds m_begin{0};
};

} // namespace islet::bench
