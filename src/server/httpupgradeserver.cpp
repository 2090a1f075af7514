// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/httpupgradeserver.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr qint64 maxRequestBytes = 8 * 1024;

void answer(QTcpSocket *socket, QByteArrayView status, const QByteArray &json)
{
    QByteArray response = "HTTP/1.1 ";
    response += status;
    response += "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size());
    response += "\r\nConnection: close\r\nAccess-Control-Allow-Origin: *\r\n\r\n";
    socket->write(response + json);
    socket->disconnectFromHost();
}

} // namespace

QString roomOfPath(QStringView path)
{
    constexpr qsizetype longestName = 64;
    constexpr QStringView prefix = u"/rooms/";
    if (!path.startsWith(prefix))
        return {};
    const QStringView name = path.sliced(prefix.size());
    return name.isEmpty() || name.size() > longestName || name.contains(u'/') ? QString() : name.toString();
}

HttpUpgradeServer::HttpUpgradeServer(const RoomOptions &options, StatusWriter status, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_status(std::move(status))
    , m_upgrader(u"Islet"_s, QWebSocketServer::NonSecureMode)
{
    m_upgrader.setSupportedSubprotocols({u"rfc5"_s, u"rfc4"_s});
    m_upgrader.setMaxPendingConnections(options.maxConnections);
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_upgrader.nextPendingConnection())
            onUpgraded(socket);
    });
    connect(&m_tcp, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_tcp.nextPendingConnection())
            onConnection(socket);
    });
}

Expected<void> HttpUpgradeServer::listen()
{
    if (m_tcp.listen(m_options.host, m_options.port))
        return {};
    return failure(ErrorCode::CannotListen,
                   u"The room cannot be opened at %1 port %2: %3. Choose another port, or stop what uses it."_s
                       .arg(m_options.host.toString())
                       .arg(m_options.port)
                       .arg(m_tcp.errorString()));
}

void HttpUpgradeServer::close()
{
    m_tcp.close();
}

void HttpUpgradeServer::onConnection(QTcpSocket *socket)
{
    if (m_open >= m_options.maxConnections) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    ++m_open;
    connect(socket, &QObject::destroyed, this, [this, socket] {
        --m_open;
        m_upgrading.removeIf([socket](const PendingUpgrade &guest) { return guest.socket == socket; });
    });
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // Nobody may keep a connection open by not asking for anything.
    auto *patience = new QTimer(socket);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, socket, &QTcpSocket::abort);
    patience->start(m_options.handshakeStep);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onRequest(socket); });
}

void HttpUpgradeServer::onRequest(QTcpSocket *socket)
{
    const QByteArray request = socket->peek(maxRequestBytes);
    if (!request.contains("\r\n\r\n")) {
        if (request.size() >= maxRequestBytes)
            socket->abort();
        return;
    }
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr); // one request a connection
    const QList<QByteArray> line = request.first(request.indexOf("\r\n")).split(' ');
    if (line.size() != 3 || line[0] != "GET") {
        answer(socket, "400 Bad Request",
               R"({"error":"This is a ws-room server: GET /status, or a WebSocket at /rooms/NAME."})");
        return;
    }
    const QString path = QString::fromLatin1(line[1]).section(u'?', 0, 0);
    const bool isUpgrade = request.toLower().contains("\r\nupgrade: websocket\r\n");
    if (isUpgrade && !roomOfPath(path).isEmpty()) {
        m_upgrading.append({socket, roomOfPath(path)});
        m_upgrader.handleConnection(socket);
    } else if (!isUpgrade && (path == "/status"_L1 || path == "/rooms/status"_L1)) {
        answer(socket, "200 OK", m_status());
    } else {
        answer(socket, "404 Not Found",
               R"({"error":"There is nothing here: GET /status, or a WebSocket at /rooms/NAME."})");
    }
}

void HttpUpgradeServer::onUpgraded(QWebSocket *socket)
{
    const auto guest = std::ranges::find_if(m_upgrading, [socket](const PendingUpgrade &g) {
        return g.socket->peerPort() == socket->peerPort() && g.socket->peerAddress() == socket->peerAddress();
    });
    if (guest == m_upgrading.end()) { // its connection was lost meanwhile
        socket->deleteLater();
        return;
    }
    // The WebSocket uses the connection, but does not own it by itself.
    disconnect(guest->socket, &QTcpSocket::disconnected, guest->socket, &QObject::deleteLater);
    delete guest->socket->findChild<QTimer *>();
    guest->socket->setParent(socket);
    // It will cut all connections to the socket's signals before it deletes it.
    guest->socket->disconnect(this);
    connect(socket, &QObject::destroyed, this, [this] { --m_open; });
    const QString room = guest->room;
    m_upgrading.erase(guest);
    emit entered(socket, room);
}

} // namespace islet
