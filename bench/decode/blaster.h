// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/websocket.h"

#include <optional>

namespace islet::bench {

//! A room with simulated peers that admits one client and then sends it bytes as fast as the socket accepts them.
class Blaster {
public:
    Blaster();
    ~Blaster();

    quint16 port() const { return m_listener.port; }

    //! Waits for the client and completes the handshake; accepts any signature.
    void admit();
    void send(const QByteArray &frames) { m_client->sendRaw(frames); }
    //! Call after the client has read all that was sent.
    void close();

private:
    Listener m_listener;
    std::optional<WebSocket> m_client;
};

} // namespace islet::bench
