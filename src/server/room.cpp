// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/room.h"

#include "protobufqt.h"
#include "rfc5.pb.h"
#include "server/roommember.h"

namespace islet {

namespace rfc5 = decentraland::kernel::comms::rfc5;

namespace {

using proto::serialised;

constexpr qint64 batchInterval = 4; // ms; a fifth of a voice frame

} // namespace

Room::Room(QString name)
    : m_name(std::move(name))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Room::flush);
    m_sinceFlush.start();
}

void Room::add(RoomMember *member)
{
    flush(); // a newcomer must not receive anything older than the welcome
    rfc5::WsPacket welcome;
    welcome.mutable_welcome_message()->set_alias(member->alias());
    auto &peers = *welcome.mutable_welcome_message()->mutable_peer_identities();
    for (const RoomMember *other : std::as_const(m_members))
        peers[other->alias()] = other->address().toLower().toStdString();
    member->welcome(serialised(welcome));

    m_members.append(member);
    rfc5::WsPacket joined;
    joined.mutable_peer_join_message()->set_alias(member->alias());
    joined.mutable_peer_join_message()->set_address(member->address().toLower().toStdString());
    relay(member, serialised(joined), true);
}

void Room::remove(RoomMember *member)
{
    flush();
    if (!m_members.removeOne(member))
        return;
    rfc5::WsPacket left;
    left.mutable_peer_leave_message()->set_alias(member->alias());
    relay(nullptr, serialised(left), true);
}

void Room::relay(RoomMember *from, const QByteArray &frame, bool isReliable)
{
    m_pending.append({from, frame, isReliable});
    if (isReliable || m_sinceFlush.hasExpired(batchInterval))
        flush();
    else if (!m_timer.isActive())
        m_timer.start(static_cast<int>(batchInterval - m_sinceFlush.elapsed()));
}

void Room::flush()
{
    m_timer.stop();
    m_sinceFlush.start();
    // One receiver after another: its frames are adjacent in the socket's buffer and leave in one write.
    for (RoomMember *to : std::as_const(m_members)) {
        for (const Pending &packet : std::as_const(m_pending)) {
            if (packet.from != to)
                to->deliver(packet.frame, packet.isReliable);
        }
    }
    m_pending.clear();
}

} // namespace islet
