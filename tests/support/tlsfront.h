// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "authority.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>

class QSslSocket;

namespace islet::test {

//! What stands before a server that speaks no TLS itself: takes TLS connections on loopback and hands what is inside
//! them to a port of this machine, and back.
class TlsFront : public QTcpServer {
public:
    //! Listens at once.
    TlsFront(quint16 target, const Authority::Paper &paper);

    //! For who comes from now on.
    void show(const Authority::Paper &paper);
    //! Ends all connections.
    void cutAll();

    QString url(const QString &scheme, const QString &path) const;
    int arrivals() const { return m_arrivals; }
    //! What came through TLS, of all connections.
    qint64 bytesRead() const { return m_bytesRead; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void serve(QSslSocket *client);

    quint16 m_target;
    QSslConfiguration m_configuration;
    QList<QPointer<QSslSocket>> m_clients;
    int m_arrivals = 0;
    qint64 m_bytesRead = 0;
};

} // namespace islet::test
