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

void respond(QTcpSocket *socket, QByteArrayView status, const QByteArray &json)
{
    QByteArray response = "HTTP/1.1 ";
    response += status;
    response += "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size());
    response += "\r\nConnection: close\r\nAccess-Control-Allow-Origin: *\r\n\r\n";
    socket->write(response + json);
    socket->disconnectFromHost();
}

} // namespace

QString roomNameFromPath(QStringView path)
{
    constexpr qsizetype maxNameLength = 64;
    constexpr QStringView prefix = u"/rooms/";
    if (!path.startsWith(prefix))
        return {};
    const QStringView name = path.sliced(prefix.size());
    return name.isEmpty() || name.size() > maxNameLength || name.contains(u'/') ? QString() : name.toString();
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
                   u"Couldn't open the room at %1 port %2: %3. Choose another port, or stop the program that uses it."_s
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
    if (m_openConnections >= m_options.maxConnections) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    ++m_openConnections;
    connect(socket, &QObject::destroyed, this, [this, socket] {
        --m_openConnections;
        m_pendingUpgrades.removeIf([socket](const PendingUpgrade &pending) { return pending.socket == socket; });
    });
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // A client must not keep a connection open without sending a request.
    auto *timeout = new QTimer(socket);
    timeout->setSingleShot(true);
    connect(timeout, &QTimer::timeout, socket, &QTcpSocket::abort);
    timeout->start(m_options.handshakeStepTimeout);
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
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr); // one request per connection
    const QList<QByteArray> line = request.first(request.indexOf("\r\n")).split(' ');
    if (line.size() != 3 || line[0] != "GET") {
        respond(socket, "400 Bad Request",
                R"({"error":"This is a ws-room server: use GET /status, or a WebSocket at /rooms/NAME."})");
        return;
    }
    const QString path = QString::fromLatin1(line[1]).section(u'?', 0, 0);
    const bool isUpgrade = request.toLower().contains("\r\nupgrade: websocket\r\n");
    if (isUpgrade && !roomNameFromPath(path).isEmpty()) {
        m_pendingUpgrades.append({socket, roomNameFromPath(path)});
        m_upgrader.handleConnection(socket);
    } else if (!isUpgrade && (path == "/status"_L1 || path == "/rooms/status"_L1)) {
        respond(socket, "200 OK", m_status());
    } else {
        respond(socket, "404 Not Found",
                R"({"error":"Nothing here: use GET /status, or a WebSocket at /rooms/NAME."})");
    }
}

void HttpUpgradeServer::onUpgraded(QWebSocket *socket)
{
    const auto pending = std::ranges::find_if(m_pendingUpgrades, [socket](const PendingUpgrade &g) {
        return g.socket->peerPort() == socket->peerPort() && g.socket->peerAddress() == socket->peerAddress();
    });
    if (pending == m_pendingUpgrades.end()) { // its TCP connection was lost meanwhile
        socket->deleteLater();
        return;
    }
    // QWebSocket uses the TCP socket without owning it, so make it a child.
    disconnect(pending->socket, &QTcpSocket::disconnected, pending->socket, &QObject::deleteLater);
    delete pending->socket->findChild<QTimer *>();
    pending->socket->setParent(socket);
    // QWebSocket disconnects the socket's signals before deleting it, so destroyed() would not reach us.
    pending->socket->disconnect(this);
    connect(socket, &QObject::destroyed, this, [this] { --m_openConnections; });
    const QString room = pending->room;
    m_pendingUpgrades.erase(pending);
    emit upgraded(socket, room);
}

} // namespace islet
