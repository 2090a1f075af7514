// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "packets.h"

#include <QPointer>
#include <QTcpServer>
#include <QUrl>
#include <QWebSocketServer>

#include <algorithm>
#include <functional>

class QWebSocket;

namespace islet::test {

//! A ws-room server in process that follows the test's script, valid or not.
//!
//! The script is a list of actions per moment; all actions of a moment run in order each time it occurs. Without a
//! script the server sends nothing.
class ScriptedServer : public QObject {
    Q_OBJECT

public:
    enum class Moment { Upgraded, Identified, Answered, Updated };
    using Action = std::function<void(ScriptedServer &)>;

    ScriptedServer();
    ~ScriptedServer() override;

    quint16 port() const { return m_tcp.serverPort(); }
    QUrl url() const;
    QString connectionString() const;

    ScriptedServer &on(Moment moment, Action action);
    ScriptedServer &on(Moment moment, const rfc5::Message &packet);
    //! Sends a challenge, and answers a valid signature with this welcome.
    ScriptedServer &welcomeWith(const rfc5::Message &welcomePacket);

    // Act on the newest client; for scripts and tests.
    void send(const rfc5::Message &packet);
    void sendBytes(const QByteArray &frame);
    void sendText(const QString &text);
    //! Sends a close frame.
    void closeCleanly(int code = 1000);
    void abort();
    void halfClose();

    //! All packets received from clients.
    const QList<rfc5::Message> &received() const { return m_received; }
    //! How many of them hold a message of this type.
    template<typename Message> int count() const
    {
        return static_cast<int>(std::ranges::count_if(
            m_received, [](const rfc5::Message &message) { return std::holds_alternative<Message>(message); }));
    }
    //! Connections so far, and those still open.
    int arrivals() const { return m_arrivals; }
    int present() const { return m_present; }
    //! Whether the client that disconnected last sent a close frame first.
    bool lastCloseWasClean() const { return m_lastCloseWasClean; }
    //! The WebSocket upgrade request.
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
    QHash<Moment, QList<Action>> m_script;
    QPointer<QTcpSocket> m_newestTcp;
    QPointer<QWebSocket> m_newest;
    QList<rfc5::Message> m_received;
    QByteArray m_request;
    int m_arrivals = 0;
    int m_present = 0;
    bool m_lastCloseWasClean = false;
};

} // namespace islet::test
