// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "authority.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>

class QSslSocket;

namespace islet::test {

//! A TLS proxy for servers without TLS: accepts TLS connections on loopback and forwards the plain data to and from a
//! local port.
class TlsFront : public QTcpServer {
public:
    //! Starts listening.
    TlsFront(quint16 target, const Authority::CertificateFiles &files);

    //! Applies to new connections.
    void show(const Authority::CertificateFiles &files);
    //! Closes all connections.
    void cutAll();

    QString url(const QString &scheme, const QString &path) const;
    int arrivals() const { return m_arrivals; }
    //! Bytes received through TLS, over all connections.
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
