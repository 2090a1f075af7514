// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "httpserver.h"

#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

HttpServer::Request parsed(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.constFirst().simplified().split(' ');
    HttpServer::Request request{words.value(0), words.value(1), {}};
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    return request;
}

} // namespace

HttpServer::HttpServer()
    : HttpServer(answers("404 Not Found", "{}"))
{ }

HttpServer::HttpServer(Handler defaultHandler)
    : m_defaultHandler(std::move(defaultHandler))
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            onConnection(socket);
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

HttpServer &HttpServer::on(const QByteArray &path, const Handler &handler)
{
    m_handlers.insert(path, handler);
    return *this;
}

void HttpServer::onConnection(QTcpSocket *socket)
{
    ++m_present;
    connect(socket, &QTcpSocket::disconnected, this, [this] { --m_present; });
    const auto unread = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, unread] {
        *unread += socket->readAll();
        const qsizetype end = unread->indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const Request request = parsed(unread->first(end));
        unread->remove(0, end + 4);
        m_requests.append(request);
        m_handlers.value(request.path(), m_defaultHandler)(*socket, request);
    });
}

QUrl HttpServer::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(QString::number(serverPort()), path));
}

QByteArray HttpServer::answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n"
        + body;
}

QByteArray HttpServer::dateHeader(const QDateTime &time)
{
    return "Date: " + QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1() + "\r\n";
}

HttpServer::Handler HttpServer::answers(const QByteArray &status, const QByteArray &body, const QByteArray &headers)
{
    return writes(answer(status, body, headers), false);
}

HttpServer::Handler HttpServer::writes(const QByteArray &bytes, bool hangsUp)
{
    return [bytes, hangsUp](QTcpSocket &socket, const Request &) {
        socket.write(bytes);
        if (hangsUp)
            socket.disconnectFromHost();
    };
}

HttpServer::Handler HttpServer::pours(const QByteArray &head, const QByteArray &piece, qint64 bytes,
                                      const std::shared_ptr<qint64> &poured)
{
    return [=](QTcpSocket &socket, const Request &) {
        constexpr qint64 enough = 256 * 1024; // unsent bytes
        const auto pour = [&socket, piece, bytes, poured] {
            while (*poured < bytes && socket.bytesToWrite() < enough)
                *poured += socket.write(piece);
        };
        connect(&socket, &QTcpSocket::bytesWritten, &socket, pour);
        socket.write(head);
        pour();
    };
}

HttpServer::Handler HttpServer::trickles(const QByteArray &head)
{
    return [head](QTcpSocket &socket, const Request &) {
        socket.write(head);
        auto *const timer = new QTimer(&socket);
        connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(std::chrono::milliseconds(5));
    };
}

} // namespace islet::test
