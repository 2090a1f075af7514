// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/child.h"

namespace islet::bench {

//! A ws-room server under test, in its own process.
class ServerUnderTest {
public:
    enum class Kind { Islet, MiniComms };

    //! Returns when the server has started and answers.
    explicit ServerUnderTest(Kind kind);

    quint16 port() const { return m_port; }
    std::chrono::nanoseconds cpuTime() const { return m_process.cpuTime(); }

private:
    static Child::Command command(Kind kind, quint16 port);

    quint16 m_port;
    Child m_process;
};

} // namespace islet::bench
