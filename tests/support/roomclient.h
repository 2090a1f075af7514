// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/identity.h"
#include "packets.h"
#include "rawwsclient.h"

#include <functional>

namespace islet::test {

//! A client that shares no code with WsRoomTransport, and can violate any rule of the handshake.
class RoomClient : public QObject {
    Q_OBJECT

public:
    struct Update {
        quint32 alias;
        QByteArray body;
        bool isUnreliable;
    };

    explicit RoomClient(Identity identity = Identity::guest());

    const Identity &identity() const { return m_identity; }
    const Address &address() const { return m_identity.address(); }
    QString addressText() const { return address().toLower(); }
    RawWsClient &socket() { return m_socket; }

    //! Joins, following the protocol unless one of the two steps is overridden.
    void enter(quint16 port, const QString &room = QStringLiteral("lobby"));
    std::function<void(RoomClient &)> firstStep; //!< called after the upgrade
    std::function<void(RoomClient &, const QString &challenge)> secondStep; //!< called after the challenge

    void send(const rfc5::Message &packet);
    void identify(const QString &address);
    void answer(const QByteArray &chainJson);
    void say(const QByteArray &body, bool isUnreliable = false, quint32 alias = 0);

    bool isIn() const { return alias.has_value(); }
    bool isGone() const { return m_socket.isGone(); }
    //! Returns the bodies of all updates so far, in order.
    QList<QByteArray> heard() const;

    std::optional<quint32> alias;
    QMap<quint32, QString> peers; //!< according to the welcome, joins and leaves
    QStringList challenges;
    QStringList peerEvents; //!< "join ALIAS ADDRESS" and "leave ALIAS" after the welcome, in order
    QStringList kicks;
    QList<Update> updates;
    bool wasAlreadyConnected = false; //!< from the challenge

private:
    void onFrame(const QByteArray &frame);

    Identity m_identity;
    RawWsClient m_socket;
};

} // namespace islet::test
