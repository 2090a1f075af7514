// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTcpServer>

#include <map>

class QTcpSocket;

namespace islet::test {

//! A way to a server on this machine that can be blocked without a sound, as by a cable that was pulled: nothing comes
//! through, in either direction, and no connection ends.
class HoldingProxy : public QObject {
    Q_OBJECT

public:
    explicit HoldingProxy(quint16 target);
    ~HoldingProxy() override;

    quint16 port() const { return m_server.serverPort(); }
    //! `connectionString` with this port instead of the target's.
    QString instead(QString connectionString) const;

    //! For those who come from now on.
    void setTarget(quint16 port) { m_target = port; }
    //! What comes from now on is kept; who comes from now on is connected to nobody yet.
    void hold();
    //! Lets all of it through, late, as a network does that was away.
    void release();
    //! Ends all connections.
    void cut();

private:
    void onConnection(QTcpSocket *near);
    void connectOnward(QTcpSocket *near);
    void forward(QTcpSocket *from, QTcpSocket *to);
    void forwardAll();
    void end(QTcpSocket *near);

    QTcpServer m_server;
    quint16 m_target;
    std::map<QTcpSocket *, QTcpSocket *> m_pairs; // the client's end, and the server's once there is one
    bool m_isHeld = false;
};

} // namespace islet::test
