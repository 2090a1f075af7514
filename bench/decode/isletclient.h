// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "positionstream.h"

#include <QUrl>

namespace islet::bench {

//! Islet's way of a Position, from the socket to the typed signal: WsRoomTransport, CommsAdapter, a receiver.
//!
//! Prints "warm" after `warmUp` messages, "elapsed NANOSECONDS" when `measured` more have come, and "done ..." with
//! what it has seen when the room closes; then waits for the end of its standard input. decode_client.mjs does the
//! same.
int runIsletClient(const QUrl &room, std::uint64_t warmUp, std::uint64_t measured);

} // namespace islet::bench
