// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace islet::bench {

//! Simulated moving peers, encoded as a server would relay them.
namespace positions {

constexpr std::uint32_t peerCount = 100;
constexpr std::uint32_t firstAlias = 1;

//! Returns the lower-case address of the peer with this alias.
QByteArray addressOf(std::uint32_t alias);

//! Returns `count` messages from `first` on as WebSocket frames of a server: WsPacket{PeerUpdate{Packet{Position}}}.
QByteArray frames(std::uint32_t first, std::uint32_t count);

//! Summary of what a client received, to verify that nothing is missing or wrong.
struct Digest {
    std::uint64_t messages = 0;
    std::uint64_t indexSum = 0;
    double xSum = 0; //!< exact: x is a small multiple of 1/4

    friend bool operator==(const Digest &, const Digest &) = default;
};
//! For messages 0 up to `end`.
Digest expected(std::uint32_t end);
//! Parses the "done MESSAGES INDEXSUM XSUM" line of a client.
Digest parseDigest(const QByteArray &text);

} // namespace positions

} // namespace islet::bench
