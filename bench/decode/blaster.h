// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/websocket.h"

#include <optional>

namespace islet::bench {

//! A room with imaginary peers that lets one client in and then sends it bytes as fast as the socket takes them.
class Blaster {
public:
    Blaster();
    ~Blaster();

    quint16 port() const { return m_listener.port; }

    //! Waits for the client, and goes through the handshake: whoever comes is believed.
    void admit();
    void send(const QByteArray &frames) { m_client->sendRaw(frames); }
    //! When the client has read all that was sent.
    void close();

private:
    Listener m_listener;
    std::optional<WebSocket> m_client;
};

} // namespace islet::bench
