// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/websocket.h"

namespace islet::bench {

//! A client that the room has admitted.
struct Guest {
    WebSocket socket;
    std::uint32_t alias;
};

//! Joins a room on 127.0.0.1 with a new identity and a real signature.
Guest enter(quint16 port, const QByteArray &path);

} // namespace islet::bench
