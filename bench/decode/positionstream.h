// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace islet::bench {

//! Imaginary peers that move, encoded as a server would relay them.
namespace positions {

constexpr std::uint32_t peerCount = 100;
constexpr std::uint32_t firstAlias = 1;

//! Lower-case address of the peer with this alias.
QByteArray addressOf(std::uint32_t alias);

//! WebSocket frames of a server, each a WsPacket{PeerUpdate{Packet{Position}}}, of `count` messages from `first` on.
QByteArray frames(std::uint32_t first, std::uint32_t count);

//! What a client has seen, for comparing: nothing may be missing, and what came must be right.
struct Digest {
    std::uint64_t messages = 0;
    std::uint64_t indexSum = 0;
    double xSum = 0; //!< exact: x is a small multiple of 1/4

    friend bool operator==(const Digest &, const Digest &) = default;
};
//! Of messages 0 up to `end`.
Digest expected(std::uint32_t end);
//! From the "done MESSAGES INDEXSUM XSUM" line of a client.
Digest parseDigest(const QByteArray &text);

} // namespace positions

} // namespace islet::bench
