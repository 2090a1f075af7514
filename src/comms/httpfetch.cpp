// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/httpfetch.h"

#include "comms/connectfailure.h"
#include "comms/tls.h"

#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

QDateTime timeOf(const QByteArray &dateHeader)
{
    // RFC 9110, 5.6.7: the one format that servers write today.
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(dateHeader.left(64)), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

QString unreachable(const QUrl &url, const QNetworkReply &reply)
{
    const QString host = hostNameOf(url);
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return u"Nobody listens at %1. Check the address, or try later."_s.arg(host);
    case QNetworkReply::HostNotFoundError: return u"There is no host %1. Check the address."_s.arg(quoted(url.host()));
    case QNetworkReply::RemoteHostClosedError:
        return u"%1 closed the connection without an answer. Try again%2."_s.arg(
            host, url.scheme() == "https"_L1 ? u"; perhaps it speaks without encryption (http://)"_s : QString());
    case QNetworkReply::SslHandshakeFailedError: return encryptionProblem(url, reply.errorString());
    default: return u"%1 cannot be reached: %2."_s.arg(host, quoted(reply.errorString()));
    }
}

} // namespace

HttpFetch::HttpFetch(Limits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_network(std::make_unique<QNetworkAccessManager>())
{ }

HttpFetch::~HttpFetch()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void HttpFetch::start(const QByteArray &method, const QUrl &url, const Headers &headers)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setSslConfiguration(strictTls());
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    m_reply = method == "POST" ? m_network->post(request, QByteArray()) : m_network->get(request);
    m_reply->setReadBufferSize(m_limits.bytes + 1);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this, url](const QList<QSslError> &errors) {
        m_certificateProblem = certificateProblem(url, errors); // nothing is ignored: the request ends now
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpFetch::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpFetch::onFinished);
    QTimer::singleShot(m_limits.patience, this, [this, url] {
        fail(ErrorCode::NotConnected,
             u"%1 did not answer in time. Check the address and the network, or try later."_s.arg(hostNameOf(url)));
    });
}

void HttpFetch::onReadyRead()
{
    m_body += m_reply->read(m_limits.bytes + 1 - m_body.size());
    if (m_body.size() > m_limits.bytes) {
        fail(ErrorCode::TooLarge,
             u"%1 answered with more than %2 bytes, which is no answer to this. Check the address."_s
                 .arg(hostNameOf(m_reply->url()))
                 .arg(m_limits.bytes));
    }
}

void HttpFetch::onFinished()
{
    onReadyRead();
    if (!m_reply)
        return;
    const QUrl url = m_reply->url();
    const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!m_certificateProblem.isEmpty()) {
        fail(ErrorCode::InsecureConnection, m_certificateProblem);
    } else if (!status.isValid()) {
        fail(ErrorCode::NotConnected, unreachable(url, *m_reply));
    } else if (const int code = status.toInt(); code >= 300 && code < 400) {
        const QUrl target = url.resolved(m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
        fail(ErrorCode::InvalidInput,
             u"%1 sends one on to %2, which is not followed. If you trust it, enter that address."_s.arg(
                 hostNameOf(url), quoted(target.host())));
    } else if (m_reply->error() == QNetworkReply::RemoteHostClosedError) {
        fail(ErrorCode::NotConnected, u"%1 broke off in the middle of its answer. Try again."_s.arg(hostNameOf(url)));
    } else {
        const HttpAnswer answer{code, m_body, timeOf(m_reply->rawHeader("Date"))};
        end();
        emit answered(answer);
    }
}

void HttpFetch::fail(ErrorCode code, const QString &sentence)
{
    if (!m_reply)
        return;
    end();
    emit failed({code, sentence});
}

void HttpFetch::end()
{
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace islet
