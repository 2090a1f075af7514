// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "nodeprocess.h"

namespace islet::test {

//! The real @dcl/mini-comms on a loopback port of its own.
class MiniComms {
public:
    //! Starts it, and waits until it takes connections; on a free port, or again on the one it had. False with why()
    //! when it does not come up.
    bool start();
    //! As a crash would end it.
    void kill();

    QString connectionString(const QString &room) const;
    //! ws://127.0.0.1:PORT/rooms/ROOM
    QString url(const QString &room) const;
    bool isRunning() const { return m_process && m_process->isRunning(); }
    QString why() const { return m_why; }

private:
    bool answers() const;

    std::unique_ptr<NodeProcess> m_process;
    quint16 m_port = 0;
    QString m_why;
};

} // namespace islet::test
