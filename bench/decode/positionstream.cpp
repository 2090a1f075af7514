// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "positionstream.h"

#include "bench/support/websocket.h"
#include "rfc4.pb.h"
#include "rfc5.pb.h"

#include <QList>

#include <cmath>
#include <string>

namespace islet::bench::positions {

namespace rfc4 = decentraland::kernel::comms::rfc4;
namespace rfc5 = decentraland::kernel::comms::rfc5;

namespace {

std::uint32_t aliasOf(std::uint32_t number)
{
    return firstAlias + number % peerCount;
}
std::uint32_t indexOf(std::uint32_t number)
{
    return 1 + number / peerCount;
}
float xOf(std::uint32_t number)
{
    return static_cast<float>(1 + number * 7 % 4'096) / 4;
}

} // namespace

QByteArray addressOf(std::uint32_t alias)
{
    return "0x" + QByteArray::number(alias, 16).rightJustified(40, '0');
}

QByteArray frames(std::uint32_t first, std::uint32_t count)
{
    constexpr qsizetype usualFrame = 48;
    QByteArray all;
    all.reserve(count * usualFrame);
    rfc4::Packet body;
    body.set_protocol_version(100);
    rfc5::WsPacket packet;
    std::string bytes;
    for (std::uint32_t number = first; number < first + count; ++number) {
        auto &position = *body.mutable_position();
        const auto turn = static_cast<float>(number % 360) / 60;
        position.set_index(indexOf(number));
        position.set_position_x(xOf(number));
        position.set_position_y(0.75F);
        position.set_position_z(-xOf(number + 1));
        // x and z of the rotation are 0 and therefore absent, as in the web client's packets.
        position.set_rotation_y(std::sin(turn));
        position.set_rotation_w(std::cos(turn));
        auto &update = *packet.mutable_peer_update_message();
        update.set_from_alias(aliasOf(number));
        body.SerializeToString(update.mutable_body());
        update.set_unreliable(true);
        packet.SerializeToString(&bytes);
        appendFrame(all, Opcode::Binary, {bytes.data(), static_cast<qsizetype>(bytes.size())}, false);
    }
    return all;
}

Digest expected(std::uint32_t end)
{
    Digest digest{end};
    for (std::uint32_t number = 0; number < end; ++number) {
        digest.indexSum += indexOf(number);
        digest.xSum += static_cast<double>(xOf(number));
    }
    return digest;
}

Digest parseDigest(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split(' ');
    return {parts.value(0).toULongLong(), parts.value(1).toULongLong(), parts.value(2).toDouble()};
}

} // namespace islet::bench::positions
