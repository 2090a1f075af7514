// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "packets.h"

#include <QPointer>
#include <QTcpServer>
#include <QUrl>
#include <QWebSocketServer>

#include <functional>

class QWebSocket;

namespace islet::test {

//! A ws-room server in process that does what the test's script says, right or wrong.
//!
//! The script is a list of deeds for each moment; all deeds of a moment are done in order each time it comes. Without a
//! script it says nothing at all.
class ScriptedServer : public QObject {
    Q_OBJECT

public:
    enum class Moment { Upgraded, Identified, Answered, Updated };
    using Deed = std::function<void(ScriptedServer &)>;

    ScriptedServer();
    ~ScriptedServer() override;

    quint16 port() const { return m_tcp.serverPort(); }
    QUrl url() const;
    QString connectionString() const;

    ScriptedServer &on(Moment moment, Deed deed);
    ScriptedServer &on(Moment moment, const WsPacket &packet);
    //! Asks for a good signature, and answers one with this welcome.
    ScriptedServer &welcomeWith(const WsPacket &welcomePacket);

    // What a deed, or the test itself, may do to the newest client.
    void send(const WsPacket &packet);
    void sendBytes(const QByteArray &frame);
    void sendText(const QString &text);
    void closePolitely();
    void abort();
    void halfClose();

    //! All that the clients sent.
    const QList<WsPacket> &received() const { return m_received; }
    int count(WsPacket::MessageCase which) const;
    //! Clients so far, and those of them still connected.
    int arrivals() const { return m_arrivals; }
    int present() const { return m_present; }
    //! The client that went last sent a close frame first.
    bool lastCloseWasPolite() const { return m_lastCloseWasPolite; }
    //! The request that asked for the WebSocket.
    const QByteArray &request() const { return m_request; }

signals:
    void packetReceived();

private:
    void onConnection(QTcpSocket *tcp);
    void admit(QWebSocket *socket);
    void onFrame(const QByteArray &frame);
    void perform(Moment moment);

    QTcpServer m_tcp;
    QWebSocketServer m_upgrader;
    QHash<Moment, QList<Deed>> m_script;
    QPointer<QTcpSocket> m_newestTcp;
    QPointer<QWebSocket> m_newest;
    QList<WsPacket> m_received;
    QByteArray m_request;
    int m_arrivals = 0;
    int m_present = 0;
    bool m_lastCloseWasPolite = false;
};

} // namespace islet::test
