// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "server/roomoptions.h"

#include <QObject>
#include <QTcpServer>
#include <QWebSocketServer>

#include <functional>

// Private to this folder.
namespace islet {

//! Accepts connections: reads the HTTP request, answers GET /status, and upgrades /rooms/NAME to a WebSocket.
//!
//! Uses its own listener rather than QWebSocketServer's, which leaves TCP_NODELAY off: that raises the 99th percentile
//! of a relayed packet's latency from 5 ms to 41.
class HttpUpgradeServer : public QObject {
    Q_OBJECT

public:
    using StatusWriter = std::function<QByteArray()>;

    HttpUpgradeServer(const RoomOptions &options, StatusWriter status, QObject *parent = nullptr);

    Expected<void> listen();
    void close();
    quint16 port() const { return m_tcp.serverPort(); }

signals:
    //! The receiver owns the socket. `room` is the last segment of the path, verbatim.
    void upgraded(QWebSocket *socket, const QString &room);

private:
    struct PendingUpgrade {
        QTcpSocket *socket;
        QString room;
    };

    void onConnection(QTcpSocket *socket);
    void onRequest(QTcpSocket *socket);
    void onUpgraded(QWebSocket *socket);

    RoomOptions m_options;
    StatusWriter m_status;
    // Before the servers, whose sockets still use them when they are destroyed.
    QList<PendingUpgrade> m_pendingUpgrades;
    int m_openConnections = 0; //!< TCP connections in any state
    QTcpServer m_tcp;
    QWebSocketServer m_upgrader;
};

//! NAME of a request path `/rooms/NAME`, verbatim, 1 to 64 characters; empty for any other path.
QString roomNameFromPath(QStringView path);

} // namespace islet
