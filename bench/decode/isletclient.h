// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "positionstream.h"

#include <QUrl>

namespace islet::bench {

//! Islet's receive path for a Position, from socket to typed signal: WsRoomTransport, CommsAdapter, a receiver.
//!
//! Prints "warm" after `warmUp` messages, "elapsed NANOSECONDS" after another `measured`, and "done ..." with a
//! digest of what it received when the room closes; then waits for the end of its standard input. decode_client.mjs
//! does the same.
int runIsletClient(const QUrl &room, std::uint64_t warmUp, std::uint64_t measured);

} // namespace islet::bench
