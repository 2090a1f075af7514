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

//! A strict ws-room server (ADR-105) for the embedded room, tests and a LAN. Crowds belong on ws-room-service or
//! LiveKit.
//!
//! `/rooms/NAME` is a room; `GET /status` says who is where in numbers. Everybody proves their address; an address is
//! in one room of the server at a time, and who comes later stays. A peer that breaks the rules loses its own
//! connection only.
class RoomServer : public QObject {
    Q_OBJECT

public:
    explicit RoomServer(const RoomOptions &options, QObject *parent = nullptr);
    ~RoomServer() override;

    //! CannotListen when the address or port is taken or not ours.
    Expected<void> listen();
    void close();
    quint16 port() const;
    //! `ws-room:ws://host:port/rooms/NAME`.
    QString connectionString(const QString &room = QStringLiteral("lobby")) const;

    int peerCount() const;
    //! Sends whoever has this address away, with a reason; false when nobody has.
    bool kick(const Address &address, const QString &reason);

signals:
    void peerJoined(const islet::Address &address, const QString &room);
    void peerLeft(const islet::Address &address, const QString &room);

private:
    void admit(QWebSocket *socket, const QString &room);
    //! Why there is no place in the room they came for; empty when there is.
    QString refusalOf(const RoomMember &member) const;
    //! Made if need be.
    Room *roomNamed(const QString &name);
    void onAuthenticated(RoomMember *member);
    void leaveRoom(RoomMember *member);
    void forget(RoomMember *member);
    void pingTheSilent();
    QByteArray statusJson() const;

    RoomOptions m_options;
    std::unique_ptr<HttpUpgradeServer> m_door;
    std::unordered_map<RoomMember *, std::unique_ptr<RoomMember>> m_members;
    std::unordered_map<QString, std::unique_ptr<Room>> m_rooms;
    QHash<Address, RoomMember *> m_byAddress;
    QTimer m_pingTimer;
    std::uint32_t m_lastAlias = 0;
};

} // namespace islet
