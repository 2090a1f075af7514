// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

//! What the crowd says and hears. Written by protobuf; read by hand, as reading 400,000 a second must cost the server
//! that is measured nothing on a machine with two cores.
namespace islet::bench::packets {

using Bytes = std::span<const std::uint8_t>;

//! A client's WebSocket frame with a Position of the web client's shape and size, which carries when it was sent.
QByteArray positionFrame(std::chrono::microseconds sentAt, std::uint32_t step);
//! The same with a chat line, which carries its number.
QByteArray chatFrame(std::uint32_t number);

//! What a server relayed.
struct Update {
    enum class Kind { Position, Chat, Other };
    std::uint32_t alias = 0;
    Kind kind = Kind::Other;
    std::chrono::microseconds sentAt{0}; //!< of a Position
    std::uint32_t number = 0; //!< of a chat line
};

//! The payload of a frame; nothing for what is no update, such as a join. fail()s when the server sends us away or
//! garbage.
std::optional<Update> read(Bytes packet);

} // namespace islet::bench::packets
