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

//! Where connections come in: reads the HTTP request, answers GET /status, and lets upgrades to /rooms/NAME through.
//!
//! A listener of its own rather than QWebSocketServer's, because that one leaves TCP_NODELAY off: the 99th percentile
//! of a relayed packet is then 41 ms instead of 5.
class HttpUpgradeServer : public QObject {
    Q_OBJECT

public:
    using StatusWriter = std::function<QByteArray()>;

    HttpUpgradeServer(const RoomOptions &options, StatusWriter status, QObject *parent = nullptr);

    Expected<void> listen();
    void close();
    quint16 port() const { return m_tcp.serverPort(); }

signals:
    //! The receiver owns the socket. `room` is the path's last segment as it came.
    void entered(QWebSocket *socket, const QString &room);

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
    QTcpServer m_tcp;
    QWebSocketServer m_upgrader;
    QList<PendingUpgrade> m_upgrading;
    int m_open = 0; //!< TCP connections of all kinds
};

//! The room a request path leads to: `/rooms/NAME`, the segment as it came, 1 to 64 characters; empty for none.
QString roomOfPath(QStringView path);

} // namespace islet
