// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/identity.h"
#include "packets.h"
#include "rawwsclient.h"

#include <functional>

namespace islet::test {

//! Somebody in a room who shares no code with WsRoomTransport, and who breaks whichever rule a test wants broken.
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

    //! Walks in, by the rules unless one of the two steps says otherwise.
    void enter(quint16 port, const QString &room = QStringLiteral("lobby"));
    std::function<void(RoomClient &)> firstStep; //!< the upgrade is done
    std::function<void(RoomClient &, const QString &challenge)> secondStep; //!< the challenge came

    void send(const WsPacket &packet);
    void identify(const QString &address);
    void answer(const QByteArray &chainJson);
    void say(const QByteArray &body, bool isUnreliable = false, quint32 alias = 0);

    bool isIn() const { return alias.has_value(); }
    bool isGone() const { return m_socket.isGone(); }
    //! Bodies of all updates so far, in order.
    QList<QByteArray> heard() const;

    std::optional<quint32> alias;
    QMap<quint32, QString> peers; //!< as the welcome, joins and leaves have it
    QStringList challenges;
    QStringList comings; //!< "join ALIAS ADDRESS" and "leave ALIAS" after the welcome, in order
    QStringList kicks;
    QList<Update> updates;
    bool wasAlreadyConnected = false; //!< as the challenge has it

private:
    void onFrame(const QByteArray &frame);

    Identity m_identity;
    RawWsClient m_socket;
};

} // namespace islet::test
