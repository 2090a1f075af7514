// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "protocol/rfc4messages.h"

#include <memory>

namespace islet::rfc4 {

//! Bytes of an rfc4 Packet to a message and back. Reuses its memory: one per thread.
class Codec {
public:
    Codec();
    ~Codec();

    //! InvalidPacket when the bytes are no Packet, hold no message we know, or hold coordinates that are NaN, infinite
    //! or absurd, or a rotation of no length. Rotations come out normalised.
    Expected<Message> decode(const QByteArray &bytes);
    //! `version` other than our own is for tests.
    QByteArray encode(const Message &message, std::uint32_t version = protocolVersion);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace islet::rfc4
