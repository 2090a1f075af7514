// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/rfc5codec.h"

#include "rfc5.pb.h"

namespace islet {

QByteArrayView loneUpdateOf(QByteArrayView frame)
{
    // A tag, the length as a varint of one or two bytes, the update.
    constexpr int lengthDelimited = 2;
    constexpr int field = decentraland::kernel::comms::rfc5::WsPacket::kPeerUpdateMessageFieldNumber;
    constexpr char tag = (field << 3) | lengthDelimited;
    if (frame.size() < 3 || frame[0] != tag)
        return {};
    const auto low = static_cast<unsigned char>(frame[1]);
    const auto high = static_cast<unsigned char>(frame[2]);
    const bool isShort = low < 0x80;
    if (!isShort && high >= 0x80)
        return {};
    const qsizetype size = isShort ? low : (low & 0x7F) | (high << 7);
    const qsizetype headerSize = isShort ? 2 : 3;
    return frame.size() == headerSize + size ? frame.sliced(headerSize) : QByteArrayView();
}

} // namespace islet
