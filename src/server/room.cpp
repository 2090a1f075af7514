// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/room.h"

#include "server/roommember.h"

namespace islet {

Room::Room(QString name)
    : m_name(std::move(name))
{ }

void Room::add(RoomMember *member)
{
    flush(); // a newcomer must not receive anything older than the welcome
    rfc5::Welcome welcome{member->alias(), {}};
    for (const RoomMember *other : std::as_const(m_members))
        welcome.peers.append({other->alias(), other->address().toLower()});
    member->welcome(welcome);

    m_members.append(member);
    relay(member, m_codec.encode(rfc5::PeerJoin{member->alias(), member->address().toLower()}), true);
}

void Room::remove(RoomMember *member)
{
    flush();
    if (!m_members.removeOne(member))
        return;
    relay(nullptr, m_codec.encode(rfc5::PeerLeave{member->alias()}), true);
}

void Room::relay(RoomMember *from, const QByteArray &frame, bool isReliable)
{
    // Not a timer: glib's event loop lets a due timer wait until no socket is readable.
    if (m_pending.isEmpty())
        QMetaObject::invokeMethod(this, &Room::flush, Qt::QueuedConnection);
    m_pending.append({from, frame, isReliable});
}

void Room::flush()
{
    // One receiver after another: its frames are adjacent in the socket's buffer and leave in one write.
    for (RoomMember *to : std::as_const(m_members)) {
        for (const Pending &packet : std::as_const(m_pending)) {
            if (packet.from != to)
                to->deliver(packet.frame, packet.isReliable);
        }
        to->flush();
    }
    m_pending.clear();
}

} // namespace islet
