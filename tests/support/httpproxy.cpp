// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "httpproxy.h"

#include <QTcpSocket>

#include <memory>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

void pipe(QTcpSocket *from, QTcpSocket *to)
{
    const auto move = [from, to] { to->write(from->readAll()); };
    QObject::connect(from, &QTcpSocket::readyRead, to, move);
    QObject::connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
    move();
}

} // namespace

HttpProxy::HttpProxy(quint16 target)
    : m_target(target)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection())
            onConnection(client);
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

QNetworkProxy HttpProxy::asProxy() const
{
    return {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, serverPort(), u"user"_s, u"SECRET"_s};
}

void HttpProxy::onConnection(QTcpSocket *client)
{
    const auto unread = std::make_shared<QByteArray>();
    connect(client, &QTcpSocket::readyRead, this, [this, client, unread] {
        *unread += client->readAll();
        const qsizetype end = unread->indexOf("\r\n\r\n") + 4;
        if (end < 4)
            return;
        client->disconnect(this);
        m_heads.append(unread->first(end));
        if (m_refusal.isEmpty()) {
            forward(client, m_heads.constLast(), unread->sliced(end));
        } else {
            client->write(m_refusal);
            client->disconnectFromHost();
        }
    });
}

void HttpProxy::forward(QTcpSocket *client, const QByteArray &head, const QByteArray &rest)
{
    auto *const server = new QTcpSocket(client);
    const bool isTunnel = head.startsWith("CONNECT ");
    connect(server, &QTcpSocket::connected, client, [client, server, isTunnel, head, rest] {
        if (isTunnel)
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
        else
            server->write(head);
        server->write(rest);
        pipe(client, server);
        pipe(server, client);
    });
    server->connectToHost(QHostAddress::LocalHost, m_target);
}

} // namespace islet::test
