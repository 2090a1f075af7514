// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "streamreport.h"

#include <QUrl>

namespace islet::bench {

//! Islet's receive path for a Position, from socket to typed signal: WsRoomTransport, CommsAdapter, a receiver; with a
//! tap that ignores what it sees, or without one. Returns the exit status.
int runIsletClient(const QUrl &room, StreamReport report, bool isTapped);

//! A QWebSocket that answers the handshake and then counts frames: the least that a Qt client can spend.
int runBareClient(const QUrl &room, StreamReport report);

} // namespace islet::bench
