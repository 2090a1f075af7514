// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"
#include "server/roomoptions.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <unordered_map>

class QTcpSocket;
class QWebSocket;

namespace islet {

class HttpUpgradeServer;
class Room;
class RoomMember;

//! A strict ws-room server (ADR-105) for the embedded room, tests and LANs. Use ws-room-service or LiveKit for crowds.
//!
//! `/rooms/NAME` is a room; `GET /status` reports the number of peers in each. Everyone must prove their address. An
//! address can be in one room of the server at a time; a later session replaces an earlier one. A peer that violates
//! the protocol loses only its own connection.
class RoomServer : public QObject {
    Q_OBJECT

public:
    explicit RoomServer(const RoomOptions &options, QObject *parent = nullptr);
    ~RoomServer() override;

    //! CannotListen if the address or port is in use or unavailable.
    Expected<void> listen();
    void close();
    quint16 port() const;
    //! `ws-room:ws://host:port/rooms/NAME`.
    QString connectionString(const QString &room = QStringLiteral("lobby")) const;

    int peerCount() const;
    //! Disconnects the peer with this address and sends it the reason; returns false if there is none.
    bool kick(const Address &address, const QString &reason);

signals:
    void peerJoined(const islet::Address &address, const QString &room);
    void peerLeft(const islet::Address &address, const QString &room);

private:
    void admit(QWebSocket *socket, const QString &room);
    //! Why `member` cannot join the room it asked for; empty if it can.
    QString refusalReason(const RoomMember &member) const;
    Room *findOrCreateRoom(const QString &name);
    void onAuthenticated(RoomMember *member);
    void leaveRoom(RoomMember *member);
    void removeMember(RoomMember *member);
    void pingIdleMembers();
    QByteArray statusJson() const;

    RoomOptions m_options;
    std::unique_ptr<HttpUpgradeServer> m_upgradeServer;
    std::unordered_map<RoomMember *, std::unique_ptr<RoomMember>> m_members;
    std::unordered_map<QString, std::unique_ptr<Room>> m_rooms;
    QHash<Address, RoomMember *> m_byAddress;
    QTimer m_pingTimer;
    std::uint32_t m_lastAlias = 0;
};

} // namespace islet
