// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "webserver.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace islet::test {

WebServer::WebServer(Answering answering)
    : m_answering(std::move(answering))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *const client = nextPendingConnection();
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, client, [this, client] {
            const QByteArray request = client->peek(64 * 1'024);
            if (!request.contains("\r\n\r\n"))
                return;
            client->readAll();
            ++m_requests;
            const Answer answer = m_answering(request);
            client->write("HTTP/1.1 " + QByteArray::number(answer.status) + " As told\r\nConnection: close\r\n"
                          + answer.headers + "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n"
                          + answer.body);
            client->disconnectFromHost();
        });
    });
}

QString WebServer::url(const QString &path) const
{
    return u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path);
}

} // namespace islet::test
