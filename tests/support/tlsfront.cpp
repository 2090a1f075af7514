// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tlsfront.h"

#include <QFile>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace islet::test {

TlsFront::TlsFront(quint16 target, const Authority::CertificateFiles &files)
    : m_target(target)
{
    show(files);
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

void TlsFront::show(const Authority::CertificateFiles &files)
{
    QFile key(files.key);
    if (!key.open(QIODevice::ReadOnly))
        qFatal("a certificate has no key");
    m_configuration.setLocalCertificateChain(QSslCertificate::fromPath(files.certificate));
    m_configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
}

void TlsFront::cutAll()
{
    const auto clients = std::exchange(m_clients, {});
    for (const auto &client : clients) {
        if (client)
            client->abort();
    }
}

QString TlsFront::url(const QString &scheme, const QString &path) const
{
    return u"%1://localhost:%2%3"_s.arg(scheme).arg(serverPort()).arg(path);
}

void TlsFront::incomingConnection(qintptr descriptor)
{
    auto *const client = new QSslSocket(this);
    if (!client->setSocketDescriptor(descriptor)) {
        delete client;
        return;
    }
    ++m_arrivals;
    m_clients.append(client);
    client->setSslConfiguration(m_configuration);
    serve(client);
    client->startServerEncryption();
}

void TlsFront::serve(QSslSocket *client)
{
    auto *const inner = new QTcpSocket(client);
    connect(client, &QSslSocket::readyRead, inner, [this, client, inner] {
        const QByteArray bytes = client->readAll();
        m_bytesRead += bytes.size();
        inner->write(bytes); // buffered until connected
    });
    connect(inner, &QTcpSocket::readyRead, client, [client, inner] { client->write(inner->readAll()); });
    connect(inner, &QTcpSocket::disconnected, client, &QSslSocket::disconnectFromHost);
    connect(client, &QSslSocket::disconnected, client, [client, inner] {
        inner->abort();
        client->deleteLater();
    });
    inner->connectToHost(QHostAddress::LocalHost, m_target);
}

} // namespace islet::test
