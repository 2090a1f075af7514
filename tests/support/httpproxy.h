// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QTcpServer>

class QTcpSocket;

namespace islet::test {

//! An HTTP proxy on a free loopback port that leads to one local server, whatever host is asked for.
class HttpProxy : public QTcpServer {
    Q_OBJECT

public:
    explicit HttpProxy(quint16 target);

    //! From now on, sends this response and closes the connection.
    void refuse(const QByteArray &response) { m_refusal = response; }

    //! How to use it, with the credentials user:SECRET.
    QNetworkProxy asProxy() const;
    //! The head of each request that the proxy received, with the last empty line.
    const QList<QByteArray> &heads() const { return m_heads; }

private:
    void onConnection(QTcpSocket *client);
    void forward(QTcpSocket *client, const QByteArray &head, const QByteArray &rest);

    quint16 m_target;
    QByteArray m_refusal;
    QList<QByteArray> m_heads;
};

} // namespace islet::test
