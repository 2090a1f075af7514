// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHostAddress>

#include <chrono>

namespace islet {

//! Limits of a RoomServer. The defaults are those of ws-room-service, the stricter of the real servers.
struct RoomOptions {
    QHostAddress host = QHostAddress::LocalHost;
    quint16 port = 0; //!< 0: any free port

    int maxPeers = 100; //!< per room
    int maxRooms = 64; //!< at one time; joining a room creates it
    int maxConnections = 512; //!< sockets of all kinds, joined or not
    int packetsPerSecond = 500; //!< accepted from one peer; more are dropped

    std::chrono::milliseconds handshakeStepTimeout{1'000}; //!< timeout of each step
    std::chrono::milliseconds idleUntilPing{45'000}; //!< of silence before a ping; as long again: disconnected

    qint64 dropUnreliableAbove = 64 * 1024; //!< bytes queued for one receiver
    qint64 closeAbove = 1024 * 1024; //!< bytes queued for one receiver
};

//! For a whole WsPacket; ws-room-service disconnects a peer that sends more.
constexpr qint64 maxRoomFrameBytes = 16'384;

} // namespace islet
