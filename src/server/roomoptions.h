// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHostAddress>

#include <chrono>

namespace islet {

//! What a RoomServer allows. The defaults are those of the stricter of the real servers, ws-room-service.
struct RoomOptions {
    QHostAddress host = QHostAddress::LocalHost;
    quint16 port = 0; //!< 0: any free one

    int maxPeers = 100; //!< in one room
    int maxRooms = 64; //!< at one time; a room is made by walking into it
    int maxConnections = 512; //!< sockets of all kinds, in the room or on the way in
    int packetsPerSecond = 500; //!< taken from one peer; more are dropped

    std::chrono::milliseconds handshakeStep{1'000}; //!< for each step of getting in
    std::chrono::milliseconds idleUntilPing{45'000}; //!< silent for so long: pinged, and after as long again let go

    qint64 dropUnreliableAbove = 64 * 1024; //!< bytes queued for one receiver
    qint64 closeAbove = 1024 * 1024; //!< bytes queued for one receiver: it is hopeless
};

//! A whole WsPacket; ws-room-service cuts the connection above.
constexpr qint64 maxRoomFrameBytes = 16'384;

} // namespace islet
