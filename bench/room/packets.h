// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

//! Packets of the crowd. Written by protobuf, parsed by hand: parsing 400,000 a second must not take CPU time from
//! the server under test on a machine with two cores.
namespace islet::bench::packets {

using Bytes = std::span<const std::uint8_t>;

//! Returns a client's frame with a Position of the web client's shape and size, which carries its send time.
QByteArray positionFrame(std::chrono::microseconds sentAt, std::uint32_t step);
//! Returns a client's WebSocket frame with a chat line, which carries its number.
QByteArray chatFrame(std::uint32_t number);

//! A packet relayed by the server.
struct Update {
    enum class Kind { Position, Chat, Other };
    std::uint32_t alias = 0;
    Kind kind = Kind::Other;
    std::chrono::microseconds sentAt{0}; //!< for a Position
    std::uint32_t number = 0; //!< for a chat line
};

//! Parses the payload of a frame; nullopt if it is not an update, e.g. a join. Calls fail() if the server kicks us or
//! sends an invalid packet.
std::optional<Update> read(Bytes packet);

} // namespace islet::bench::packets
