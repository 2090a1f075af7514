// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/roomserver.h"

#include "base/logging.h"
#include "server/httpupgradeserver.h"
#include "server/room.h"
#include "server/roommember.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkInterface>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

//! The address that others can use: for "all interfaces", the first one that is not loopback.
QHostAddress reachableAddress(const QHostAddress &host)
{
    if (host != QHostAddress::AnyIPv4 && host != QHostAddress::Any && host != QHostAddress::AnyIPv6)
        return host;
    const auto addresses = QNetworkInterface::allAddresses();
    const auto found = std::ranges::find_if(addresses, [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() && !address.isLinkLocal();
    });
    return found == addresses.end() ? QHostAddress(QHostAddress::LocalHost) : *found;
}

} // namespace

RoomServer::RoomServer(const RoomOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_upgradeServer(std::make_unique<HttpUpgradeServer>(m_options, [this] { return statusJson(); }))
{
    connect(m_upgradeServer.get(), &HttpUpgradeServer::upgraded, this, &RoomServer::admit);
    connect(&m_pingTimer, &QTimer::timeout, this, &RoomServer::pingIdleMembers);
    // Often enough that even if a tick is late, a peer is pinged before it is disconnected, at twice the idle time.
    m_pingTimer.start(std::clamp<std::chrono::milliseconds>(options.idleUntilPing / 3, 1ms, 15s));
}

RoomServer::~RoomServer()
{
    close();
}

Expected<void> RoomServer::listen()
{
    return m_upgradeServer->listen();
}

void RoomServer::close()
{
    m_upgradeServer->close();
    // Everyone leaves at once, so no one is notified of the others' leaving.
    for (const auto &[member, owner] : m_members)
        member->disconnect();
    m_members.clear();
    m_byAddress.clear();
    m_rooms.clear();
}

quint16 RoomServer::port() const
{
    return m_upgradeServer->port();
}

QString RoomServer::connectionString(const QString &room) const
{
    const QHostAddress host = reachableAddress(m_options.host);
    const bool isV6 = host.protocol() == QAbstractSocket::IPv6Protocol;
    const QString hostText = isV6 ? u"[%1]"_s.arg(host.toString()) : host.toString();
    return u"ws-room:ws://%1:%2/rooms/%3"_s.arg(hostText, QString::number(port()), room);
}

int RoomServer::peerCount() const
{
    return static_cast<int>(m_byAddress.size());
}

bool RoomServer::kick(const Address &address, const QString &reason)
{
    RoomMember *member = m_byAddress.value(address);
    if (member)
        member->kick(reason);
    return member != nullptr;
}

void RoomServer::admit(QWebSocket *socket, const QString &room)
{
    auto member = std::make_unique<RoomMember>(socket, room, ++m_lastAlias, m_options, [this](const Address &address) {
        return m_byAddress.contains(address);
    });
    RoomMember *raw = member.get();
    connect(raw, &RoomMember::authenticated, this, [this, raw] { onAuthenticated(raw); });
    connect(raw, &RoomMember::left, this, [this, raw] { leaveRoom(raw); });
    connect(raw, &RoomMember::finished, this, [this, raw] { removeMember(raw); });
    m_members.emplace(raw, std::move(member));
}

QString RoomServer::refusalReason(const RoomMember &member) const
{
    const auto room = m_rooms.find(member.roomName());
    if (room == m_rooms.end()) {
        const bool isFull = static_cast<int>(m_rooms.size()) >= m_options.maxRooms;
        return isFull ? u"This server can't hold another room."_s : QString();
    }
    // Their own older session will be kicked and does not count.
    const RoomMember *older = m_byAddress.value(member.address());
    const auto others = room->second->members().size() - (older && older->room() == room->second.get() ? 1 : 0);
    return others >= m_options.maxPeers ? u"This room is full: it holds %1 people."_s.arg(m_options.maxPeers)
                                        : QString();
}

Room *RoomServer::findOrCreateRoom(const QString &name)
{
    auto &room = m_rooms[name];
    if (!room)
        room = std::make_unique<Room>(name);
    return room.get();
}

void RoomServer::onAuthenticated(RoomMember *member)
{
    if (const QString refusal = refusalReason(*member); !refusal.isEmpty()) {
        qCDebug(lcServer).noquote() << "refused" << member->address().toShort();
        member->kick(refusal);
        return;
    }
    if (RoomMember *older = m_byAddress.value(member->address()))
        older->kick(u"This identity joined from another window or device."_s);
    Room *room = findOrCreateRoom(member->roomName()); // after the kick, which may have emptied and removed the room
    m_byAddress.insert(member->address(), member);
    member->setRoom(room);
    connect(member, &RoomMember::updateReceived, room,
            [room, member](const QByteArray &frame, bool isReliable) { room->relay(member, frame, isReliable); });
    room->add(member);
    qCDebug(lcServer).noquote() << member->address().toShort() << "joined," << m_members.size() << "connected";
    emit peerJoined(member->address(), member->roomName());
}

void RoomServer::leaveRoom(RoomMember *member)
{
    Room *room = member->room();
    if (!room)
        return;
    member->setRoom(nullptr);
    m_byAddress.remove(member->address());
    room->remove(member);
    qCDebug(lcServer).noquote() << member->address().toShort() << "left";
    emit peerLeft(member->address(), room->name());
    if (room->members().isEmpty())
        m_rooms.erase(room->name());
}

void RoomServer::removeMember(RoomMember *member)
{
    const auto found = m_members.find(member);
    if (found == m_members.end())
        return;
    // The member is emitting one of its own signals.
    found->second.release()->deleteLater();
    m_members.erase(found);
}

void RoomServer::pingIdleMembers()
{
    std::vector<RoomMember *> members; // a copy: checkIdle() may remove from m_members
    for (const auto &[member, owner] : m_members)
        members.push_back(member);
    for (RoomMember *member : members)
        member->checkIdle();
}

QByteArray RoomServer::statusJson() const
{
    QJsonArray details;
    for (const auto &[name, room] : m_rooms)
        details.append(QJsonObject{{u"roomName"_s, name}, {u"count"_s, room->members().size()}});
    return QJsonDocument(QJsonObject{
                             {u"version"_s, QStringLiteral(ISLET_VERSION)},
                             {u"currentTime"_s, QDateTime::currentMSecsSinceEpoch()},
                             {u"users"_s, peerCount()},
                             {u"rooms"_s, details.size()},
                             {u"details"_s, details},
                         })
        .toJson(QJsonDocument::Compact);
}

} // namespace islet
