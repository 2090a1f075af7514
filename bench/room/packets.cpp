// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "packets.h"

#include "bench/support/child.h"
#include "bench/support/websocket.h"
#include "rfc4.pb.h"
#include "rfc5.pb.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace islet::bench::packets {

namespace rfc4 = decentraland::kernel::comms::rfc4;
namespace rfc5 = decentraland::kernel::comms::rfc5;

namespace {

//! Added to the time in the index of a Position, so that its varint always takes five bytes.
constexpr std::uint32_t indexBase = 1U << 28U;

constexpr QByteArrayView chatLine = "It is a fine day for counting messages, is it not? ";

constexpr std::uint32_t lengthDelimited = 2;

constexpr std::uint32_t tag(int field, std::uint32_t wireType = lengthDelimited)
{
    return (static_cast<std::uint32_t>(field) << 3U) | wireType;
}

//! Reads protobuf's wire format sequentially.
class Cursor {
public:
    explicit Cursor(Bytes bytes)
        : m_bytes(bytes)
    { }

    bool atEnd() const { return m_bytes.empty(); }

    std::uint32_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_bytes.empty(); shift += 7) {
            const std::uint8_t byte = m_bytes.front();
            m_bytes = m_bytes.subspan(1);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80)
                return static_cast<std::uint32_t>(value);
        }
        fail(u"The server sent bytes that are no packet."_s);
    }

    Bytes bytes()
    {
        const std::size_t size = varint();
        if (size > m_bytes.size())
            fail(u"The server sent a packet that was cut short."_s);
        const Bytes taken = m_bytes.first(size);
        m_bytes = m_bytes.subspan(size);
        return taken;
    }

private:
    Bytes m_bytes;
};

QByteArray framed(const rfc4::Packet &body, bool isUnreliable)
{
    rfc5::WsPacket packet;
    auto &update = *packet.mutable_peer_update_message();
    body.SerializeToString(update.mutable_body());
    update.set_unreliable(isUnreliable);
    const std::string bytes = packet.SerializeAsString();
    QByteArray frame;
    appendFrame(frame, Opcode::Binary, {bytes.data(), static_cast<qsizetype>(bytes.size())}, true);
    return frame;
}

void readBody(Bytes body, Update &update)
{
    Cursor packet(body);
    const std::uint32_t kind = packet.varint();
    if (kind == tag(rfc4::Packet::kPositionFieldNumber)) {
        Cursor position(packet.bytes());
        if (position.varint() != tag(rfc4::Position::kIndexFieldNumber, 0))
            fail(u"The server altered a Position."_s);
        update.kind = Update::Kind::Position;
        update.sentAt = std::chrono::microseconds(position.varint() - indexBase);
    } else if (kind == tag(rfc4::Packet::kChatFieldNumber)) {
        Cursor chat(packet.bytes());
        if (chat.varint() != tag(rfc4::Chat::kMessageFieldNumber))
            fail(u"The server altered a chat line."_s);
        const Bytes text = chat.bytes();
        update.kind = Update::Kind::Chat;
        for (const std::uint8_t digit : text.last(text.size() - std::min<std::size_t>(text.size(), chatLine.size())))
            update.number = update.number * 10 + (digit - '0');
    }
}

} // namespace

QByteArray positionFrame(std::chrono::microseconds sentAt, std::uint32_t step)
{
    rfc4::Packet body;
    body.set_protocol_version(100);
    auto &position = *body.mutable_position();
    const auto turn = static_cast<float>(step % 360) / 60;
    position.set_index(indexBase + static_cast<std::uint32_t>(sentAt.count()));
    position.set_position_x(8 + std::cos(turn));
    position.set_position_y(0.75F);
    position.set_position_z(8 + std::sin(turn));
    position.set_rotation_y(std::sin(1 + turn / 2));
    position.set_rotation_w(std::cos(1 + turn / 2));
    return framed(body, true);
}

QByteArray chatFrame(std::uint32_t number)
{
    rfc4::Packet body;
    body.set_protocol_version(100);
    body.mutable_chat()->set_message((chatLine.toByteArray() + QByteArray::number(number)).toStdString());
    body.mutable_chat()->set_timestamp(46'000 + number / 86'400.0);
    return framed(body, false);
}

std::optional<Update> read(Bytes packet)
{
    Cursor cursor(packet);
    const std::uint32_t message = cursor.varint();
    if (message == tag(rfc5::WsPacket::kPeerKickedFieldNumber))
        fail(u"The server sent one of the crowd away."_s);
    if (message != tag(rfc5::WsPacket::kPeerUpdateMessageFieldNumber))
        return {};
    Update update;
    Cursor fields(cursor.bytes());
    while (!fields.atEnd()) {
        switch (fields.varint()) {
        case tag(rfc5::WsPeerUpdate::kFromAliasFieldNumber, 0): update.alias = fields.varint(); break;
        case tag(rfc5::WsPeerUpdate::kBodyFieldNumber): readBody(fields.bytes(), update); break;
        case tag(rfc5::WsPeerUpdate::kUnreliableFieldNumber, 0): fields.varint(); break;
        default: fail(u"The server sent an update with something unknown in it."_s);
        }
    }
    return update;
}

} // namespace islet::bench::packets
