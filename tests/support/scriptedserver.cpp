// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "scriptedserver.h"

#include <QTcpSocket>
#include <QWebSocket>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#else
#include <winsock2.h>
#endif

using namespace Qt::StringLiterals;

namespace islet::test {

ScriptedServer::ScriptedServer()
    : m_upgrader(u"scripted"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_tcp, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *tcp = m_tcp.nextPendingConnection())
            onConnection(tcp);
    });
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_upgrader.nextPendingConnection())
            admit(socket);
    });
    m_upgrader.setSupportedSubprotocols({u"rfc5"_s, u"rfc4"_s});
    if (!m_tcp.listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

ScriptedServer::~ScriptedServer()
{
    if (m_newest)
        m_newest->disconnect(this);
}

QUrl ScriptedServer::url() const
{
    return QUrl(u"ws://127.0.0.1:%1/rooms/scripted"_s.arg(port()));
}

QString ScriptedServer::connectionString() const
{
    return u"ws-room:"_s + url().toString();
}

ScriptedServer &ScriptedServer::on(Moment moment, Action action)
{
    m_script[moment].append(std::move(action));
    return *this;
}

ScriptedServer &ScriptedServer::on(Moment moment, const rfc5::Message &packet)
{
    return on(moment, [packet](ScriptedServer &self) { self.send(packet); });
}

ScriptedServer &ScriptedServer::welcomeWith(const rfc5::Message &welcomePacket)
{
    return on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s)).on(Moment::Answered, welcomePacket);
}

void ScriptedServer::send(const rfc5::Message &packet)
{
    sendBytes(serialised(packet));
}

void ScriptedServer::sendBytes(const QByteArray &frame)
{
    if (m_newest)
        m_newest->sendBinaryMessage(frame);
}

void ScriptedServer::sendText(const QString &text)
{
    if (m_newest)
        m_newest->sendTextMessage(text);
}

void ScriptedServer::closeCleanly(int code)
{
    if (m_newest)
        m_newest->close(static_cast<QWebSocketProtocol::CloseCode>(code));
}

void ScriptedServer::abort()
{
    if (m_newest)
        m_newest->abort();
}

void ScriptedServer::halfClose()
{
    if (!m_newestTcp)
        return;
    m_newestTcp->flush();
#ifdef Q_OS_UNIX
    ::shutdown(static_cast<int>(m_newestTcp->socketDescriptor()), SHUT_WR);
#else
    ::shutdown(static_cast<SOCKET>(m_newestTcp->socketDescriptor()), SD_SEND);
#endif
}

void ScriptedServer::onConnection(QTcpSocket *tcp)
{
    m_newestTcp = tcp;
    connect(tcp, &QTcpSocket::readyRead, this, [this, tcp] {
        m_request = tcp->peek(8'192);
        if (!m_request.contains("\r\n\r\n"))
            return;
        tcp->disconnect(this);
        m_upgrader.handleConnection(tcp);
    });
}

void ScriptedServer::admit(QWebSocket *socket)
{
    m_newest = socket;
    socket->setParent(this);
    ++m_arrivals;
    ++m_present;
    connect(socket, &QWebSocket::binaryMessageReceived, this, &ScriptedServer::onFrame);
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        --m_present;
        m_lastCloseWasClean = socket->closeCode() == QWebSocketProtocol::CloseCodeNormal;
        socket->deleteLater();
    });
    perform(Moment::Upgraded);
}

void ScriptedServer::onFrame(const QByteArray &frame)
{
    const auto packet = parsed(frame);
    if (!packet)
        return;
    m_received.append(*packet);
    emit packetReceived();
    if (std::holds_alternative<rfc5::Identification>(*packet))
        perform(Moment::Identified);
    else if (std::holds_alternative<rfc5::SignedChallenge>(*packet))
        perform(Moment::Answered);
    else if (std::holds_alternative<rfc5::PeerUpdate>(*packet))
        perform(Moment::Updated);
}

void ScriptedServer::perform(Moment moment)
{
    const QList<Action> actions = m_script.value(moment);
    for (const Action &action : actions)
        action(*this);
}

} // namespace islet::test
