// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/websocket.h"

namespace islet::bench {

//! A client that a room let in.
struct Guest {
    WebSocket socket;
    std::uint32_t alias;
};

//! Walks into a room of 127.0.0.1 as somebody new: a fresh identity, a real signature.
Guest enter(quint16 port, const QByteArray &path);

} // namespace islet::bench
