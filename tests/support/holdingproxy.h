// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTcpServer>

#include <map>

class QTcpSocket;

namespace islet::test {

//! A proxy to a local server that can be blocked silently, as by an unplugged cable: nothing is forwarded in either
//! direction, and no connection ends.
class HoldingProxy : public QObject {
    Q_OBJECT

public:
    explicit HoldingProxy(quint16 target);
    ~HoldingProxy() override;

    quint16 port() const { return m_server.serverPort(); }
    //! Returns `connectionString` with this proxy's port instead of the target's.
    QString instead(QString connectionString) const;

    //! Applies to new connections.
    void setTarget(quint16 port) { m_target = port; }
    //! Queues data from now on; new connections are not forwarded yet.
    void hold();
    //! Forwards everything queued, late, as after a network outage.
    void release();
    //! Closes all connections.
    void cut();

private:
    void onConnection(QTcpSocket *near);
    void connectOnward(QTcpSocket *near);
    void forward(QTcpSocket *from, QTcpSocket *to);
    void forwardAll();
    void end(QTcpSocket *near);

    QTcpServer m_server;
    quint16 m_target;
    std::map<QTcpSocket *, QTcpSocket *> m_pairs; // the client's socket, and the server's once there is one
    bool m_isHeld = false;
};

} // namespace islet::test
