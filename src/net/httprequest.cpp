// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/httprequest.h"

#include "base/logging.h"
#include "base/quoted.h"
#include "net/connecterror.h"
#include "net/httpmodule.h"
#include "net/httpredaction.h"
#include "net/httpresponsehead.h"
#include "net/httptap.h"
#include "net/trustedauthorities.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

QList<QByteArray> headerLines(const QByteArray &method, const HttpRequest::Headers &headers)
{
    QList<QByteArray> lines{"Connection: close", "Accept: application/json"};
    if (method == "POST")
        lines.append("Content-Type: application/json");
    for (const auto &[name, value] : headers)
        lines.append(value.isEmpty() ? name + ';' : name + ": " + value); // libcurl drops an empty value otherwise
    return lines;
}

HttpTransfer::Request transferOf(const QByteArray &method, const QUrl &url, const HttpRequest::Headers &headers,
                                 const QNetworkProxy &proxy)
{
    HttpTransfer::Request request;
    request.isPost = method == "POST";
    request.url = url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    request.headers = headerLines(method, headers);
    if (url.scheme() == "https"_L1)
        request.authorities = trustedAuthorities();
    if (proxy.type() != QNetworkProxy::NoProxy) {
        QUrl address;
        address.setScheme(proxy.type() == QNetworkProxy::Socks5Proxy ? u"socks5h"_s : u"http"_s);
        address.setHost(proxy.hostName());
        address.setPort(proxy.port());
        request.proxy = address.toEncoded();
        request.proxyUser = proxy.user().toUtf8();
        request.proxyPassword = proxy.password().toUtf8();
    }
    return request;
}

//! The request, without the headers that libcurl adds.
QByteArray requestText(const QByteArray &method, const QUrl &url, const QList<QByteArray> &headers)
{
    const QUrl::FormattingOptions hostOnly =
        QUrl::RemoveScheme | QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment;
    const QUrl::FormattingOptions targetOnly = QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment;
    QByteArray target = url.toEncoded(targetOnly);
    if (!target.startsWith('/'))
        target.prepend('/'); // RFC 9112, 3.2.1
    return method + ' ' + target + " HTTP/1.1\r\nHost: " + url.toEncoded(hostOnly).mid(2) // after the slashes
        + "\r\n" + headers.join("\r\n") + "\r\n\r\n";
}

//! The target of a redirect without the parts that may hold a secret.
QString redirectTarget(const QUrl &from, const QByteArray &location)
{
    const QUrl target = from.resolved(QUrl(QString::fromLatin1(location.left(2'048))));
    return quoted(redactedUrl(target));
}

} // namespace

HttpRequest::HttpRequest(const NetworkContext &network, Limits limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_limits(limits)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        fail(m_problem.value_or(
            CloseReason{CloseReason::Kind::Network, CloseCode::RequestUnanswered, {hostNameOf(m_url)}}));
    });
}

HttpRequest::~HttpRequest()
{
    stop();
}

void HttpRequest::start(const QByteArray &method, const QUrl &url, const Headers &headers)
{
    qCDebug(lcHttp).noquote() << method << "to" << hostNameOf(url);
    m_url = url;
    m_proxy = proxyFor(url, m_network.policy);
    m_head = std::make_unique<HttpResponseHead>();
    const HttpTransfer::Request request = transferOf(method, url, headers, m_proxy);
    if (m_network.tap != nullptr) {
        m_tap = std::make_unique<HttpTap>(*m_network.tap, m_network.clock);
        m_tap->request(method, url, requestText(method, url, request.headers));
    }
    m_deadline.setRemainingTime(m_limits.timeout);
    awaitMore();
    HttpEngine *const engine = httpEngine();
    if (engine != nullptr)
        m_transfer = engine->start(request, *this);
    if (m_transfer)
        return;
    m_problem = CloseReason{CloseReason::Kind::Rejected, CloseCode::RequestModuleMissing};
    m_timer.start(0ms); // not a signal from within this function
}

bool HttpRequest::addressChosen(const QHostAddress &address)
{
    if (!m_network.policy.mayReachThisMachine && leadsHere(address))
        m_problem = CloseReason{CloseReason::Kind::Rejected, CloseCode::LeadsHere, {hostNameOf(m_url)}};
    return !m_problem;
}

void HttpRequest::awaitMore()
{
    m_timer.start(std::min(m_network.patience, std::chrono::milliseconds(m_deadline.remainingTime())));
}

bool HttpRequest::headReceived(QByteArrayView line)
{
    awaitMore();
    if (m_tap && m_head->state() == HttpResponseHead::State::Reading) // not a trailer
        m_tap->head(line);
    switch (m_head->read(line)) {
    case HttpResponseHead::State::Reading: return true;
    case HttpResponseHead::State::Malformed:
        m_problem = CloseReason{CloseReason::Kind::Rejected, CloseCode::RequestNotHttp, {hostNameOf(m_url)}};
        return false;
    case HttpResponseHead::State::TooLarge: m_problem = tooLarge(); return false;
    case HttpResponseHead::State::Complete: break;
    }
    // The body of a redirect is not waited for.
    return m_head->location().isEmpty() && fitsBody(m_head->bodyBytes().value_or(0));
}

bool HttpRequest::bodyReceived(QByteArrayView bytes)
{
    awaitMore();
    if (!fitsBody(m_body.size() + bytes.size()))
        return false;
    m_body += bytes;
    return true;
}

bool HttpRequest::fitsBody(qint64 bytes)
{
    if (bytes > m_limits.bytes)
        m_problem = tooLarge();
    return !m_problem;
}

void HttpRequest::ended(const HttpOutcome &outcome)
{
    if (m_tap && m_head->state() == HttpResponseHead::State::Complete)
        m_tap->response(m_body);
    if (const auto problem = problemOf(outcome)) {
        fail(*problem);
        return;
    }
    const HttpResponse response{m_head->status(), m_body, m_head->serverTime(), m_head->retryAfter()};
    qCDebug(lcHttp).noquote() << hostNameOf(m_url) << "responded with" << response.status << "and"
                              << response.body.size() << "bytes";
    stop();
    emit answered(response);
}

std::optional<CloseReason> HttpRequest::problemOf(const HttpOutcome &outcome) const
{
    if (m_problem)
        return m_problem;
    const QString host = hostNameOf(m_url);
    const bool hasHead = m_head->state() == HttpResponseHead::State::Complete;
    constexpr int proxyAuthenticationRequired = 407;
    if (hasHead && m_head->status() == proxyAuthenticationRequired && m_proxy.type() != QNetworkProxy::NoProxy)
        return CloseReason{CloseReason::Kind::Network, CloseCode::ProxyFailed, {host, nameOf(m_proxy)}};
    if (hasHead && !m_head->location().isEmpty()) {
        return CloseReason{CloseReason::Kind::Rejected,
                           CloseCode::RequestRedirected,
                           {host, redirectTarget(m_url, m_head->location())}};
    }
    if (outcome.end == HttpEnd::TooLarge)
        return tooLarge();
    if (outcome.end != HttpEnd::Complete)
        return requestError(m_url, m_proxy, outcome);
    if (!hasHead)
        return CloseReason{CloseReason::Kind::Network, CloseCode::RequestCutOff, {host}};
    return std::nullopt;
}

CloseReason HttpRequest::tooLarge() const
{
    return {
        CloseReason::Kind::Rejected, CloseCode::RequestTooLarge, {hostNameOf(m_url), QString::number(m_limits.bytes)}};
}

void HttpRequest::fail(const CloseReason &reason)
{
    qCDebug(lcHttp).noquote() << hostNameOf(m_url) << "failed:" << nameOf(reason);
    end(nameOf(reason));
    emit failed(reason);
}

void HttpRequest::stop()
{
    end({});
}

void HttpRequest::end(const QString &code)
{
    m_timer.stop();
    m_transfer.reset();
    if (const auto tap = std::move(m_tap))
        tap->closed(code);
}

} // namespace islet
