// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "protocol/rfc4messages.h"

#include <memory>

namespace islet::rfc4 {

//! Encodes and decodes rfc4 Packets. Reuses its memory, so use one instance per thread.
class Codec {
public:
    Codec();
    ~Codec();

    //! InvalidPacket if the bytes are not a Packet, hold no known message, or hold coordinates that are NaN, infinite
    //! or implausible, or a zero-length rotation. Rotations are normalised.
    Expected<Message> decode(const QByteArray &bytes);
    //! `version` other than our own is for tests.
    QByteArray encode(const Message &message, std::uint32_t version = protocolVersion);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

//! The kind of a packet's message: `position`, `chat`; `unknown` if it holds none, empty if it is not a packet.
QLatin1StringView kindOf(QByteArrayView packet);

} // namespace islet::rfc4
