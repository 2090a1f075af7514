// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/httprequest.h"

#include "base/logging.h"
#include "base/quoted.h"
#include "net/connecterror.h"
#include "net/httpresponseparser.h"
#include "net/tls.h"

#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr qint64 readBufferBytes = 16 * 1024;
constexpr quint16 httpPort = 80;
constexpr quint16 httpsPort = 443;

QByteArray requestText(const QByteArray &method, const QUrl &url, const HttpRequest::Headers &headers)
{
    constexpr auto encoded = QUrl::FullyEncoded;
    QByteArray target = url.path(encoded).toLatin1();
    if (target.isEmpty())
        target = "/"; // RFC 9112, 3.2.1
    if (url.hasQuery())
        target += '?' + url.query(encoded).toLatin1();
    const QUrl::FormattingOptions hostOnly =
        QUrl::RemoveScheme | QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment;
    const QByteArray host = url.toEncoded(hostOnly).mid(2); // after the slashes
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: " + host
        + "\r\nConnection: close\r\nAccept: application/json\r\nAccept-Encoding: identity\r\n";
    if (method == "POST")
        text += "Content-Type: application/json\r\nContent-Length: 0\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n";
}

CloseReason unreachable(const QUrl &url, const QSslSocket &socket)
{
    const QString host = hostNameOf(url);
    const auto network = [](CloseCode code, const QStringList &arguments) {
        return CloseReason{CloseReason::Kind::Network, code, arguments};
    };
    switch (socket.error()) {
    case QAbstractSocket::ConnectionRefusedError: return network(CloseCode::RequestNotListening, {host});
    case QAbstractSocket::HostNotFoundError: return network(CloseCode::HostNotFound, {quoted(url.host())});
    case QAbstractSocket::RemoteHostClosedError:
        return network(url.scheme() == "https"_L1 ? CloseCode::RequestTlsClosed : CloseCode::RequestClosed, {host});
    case QAbstractSocket::SslHandshakeFailedError: return encryptionProblem(url, socket.errorString());
    default: return network(CloseCode::Unreachable, {host, quoted(socket.errorString())});
    }
}

//! The target of a redirect without the parts that may hold a secret.
QString redirectTarget(const QUrl &from, const QByteArray &location)
{
    const QUrl target = from.resolved(QUrl(QString::fromLatin1(location.left(2'048))));
    return quoted(target.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
}

} // namespace

HttpRequest::HttpRequest(Limits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        fail({CloseReason::Kind::Network, CloseCode::RequestUnanswered, {hostNameOf(m_url)}});
    });
}

HttpRequest::~HttpRequest()
{
    stop();
}

void HttpRequest::start(const QByteArray &method, const QUrl &url, const Headers &headers)
{
    const bool isEncrypted = url.scheme() == "https"_L1;
    m_url = url;
    m_request = requestText(method, url, headers);
    m_parser = std::make_unique<HttpResponseParser>(m_limits.bytes);
    m_socket.reset(new QSslSocket);
    m_socket->setSslConfiguration(strictTls());
    m_socket->setReadBufferSize(readBufferBytes);
    connect(m_socket.get(), isEncrypted ? &QSslSocket::encrypted : &QSslSocket::connected, this,
            &HttpRequest::onConnected);
    connect(m_socket.get(), &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateProblem = certificateProblem(m_url, errors); // no error is ignored: the connection closes now
    });
    connect(m_socket.get(), &QSslSocket::readyRead, this, &HttpRequest::onReadyRead);
    // Queued: a TLS socket emits disconnected() while it is still closing, and must not be touched then.
    connect(m_socket.get(), &QSslSocket::disconnected, this, &HttpRequest::onDisconnected, Qt::QueuedConnection);
    connect(
        m_socket.get(), &QSslSocket::errorOccurred, this,
        [this] {
            if (!m_request.isEmpty()) // later errors are followed by disconnected()
                onDisconnected();
        },
        Qt::QueuedConnection);
    qCDebug(lcHttp).noquote() << method << "to" << hostNameOf(url);
    m_timer.start(m_limits.timeout);
    const QString host = url.host(QUrl::FullyEncoded);
    if (isEncrypted)
        m_socket->connectToHostEncrypted(host, static_cast<quint16>(url.port(httpsPort)));
    else
        m_socket->connectToHost(host, static_cast<quint16>(url.port(httpPort)));
}

void HttpRequest::onConnected()
{
    m_socket->write(std::exchange(m_request, {}));
}

void HttpRequest::onReadyRead()
{
    if (m_parser->read(m_socket->readAll()) != HttpResponseParser::State::Reading)
        finish();
}

void HttpRequest::onDisconnected()
{
    if (m_socket && m_socket->bytesAvailable() > 0)
        onReadyRead();
    if (!m_socket)
        return; // the response was complete, or both an error and a disconnect were reported
    if (m_certificateProblem) {
        fail(*m_certificateProblem);
    } else if (m_parser->end() == HttpResponseParser::State::Complete) {
        finish();
    } else if (m_parser->hasBegun()) {
        fail({CloseReason::Kind::Network, CloseCode::RequestCutOff, {hostNameOf(m_url)}});
    } else {
        fail(unreachable(m_url, *m_socket));
    }
}

void HttpRequest::finish()
{
    const QString host = hostNameOf(m_url);
    switch (m_parser->end()) {
    case HttpResponseParser::State::Reading: return;
    case HttpResponseParser::State::TooLarge:
        fail({CloseReason::Kind::Rejected, CloseCode::RequestTooLarge, {host, QString::number(m_limits.bytes)}});
        return;
    case HttpResponseParser::State::Malformed:
        fail({CloseReason::Kind::Rejected, CloseCode::RequestNotHttp, {host}});
        return;
    case HttpResponseParser::State::Complete: break;
    }
    if (const QByteArray location = m_parser->location(); !location.isEmpty()) {
        fail({CloseReason::Kind::Rejected, CloseCode::RequestRedirected, {host, redirectTarget(m_url, location)}});
        return;
    }
    const HttpResponse response = m_parser->response();
    qCDebug(lcHttp).noquote() << hostNameOf(m_url) << "responded with" << response.status << "and"
                              << response.body.size() << "bytes";
    stop();
    emit answered(response);
}

void HttpRequest::fail(const CloseReason &reason)
{
    qCDebug(lcHttp).noquote() << hostNameOf(m_url) << "failed:" << nameOf(reason);
    stop();
    emit failed(reason);
}

void HttpRequest::stop()
{
    m_timer.stop();
    m_request.clear();
    const auto socket = std::move(m_socket);
    if (!socket)
        return;
    socket->disconnect(this);
    socket->abort();
}

} // namespace islet
