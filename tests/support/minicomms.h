// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "nodeprocess.h"

namespace islet::test {

//! Runs the real @dcl/mini-comms on a loopback port.
class MiniComms {
public:
    //! Starts it on a free port, or again on its previous one, and waits until it accepts connections. Returns false
    //! on failure; see why().
    bool start();
    //! Kills it, as a crash would.
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
