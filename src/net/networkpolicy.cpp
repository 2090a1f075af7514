// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/networkpolicy.h"

#include "base/sentence.h"
#include "net/connecterror.h"
#include "net/proxyrules.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

QString hostWithoutDot(const QUrl &url)
{
    const QString host = url.host();
    return host.endsWith(u'.') ? host.chopped(1) : host;
}

//! How long the system's answer is used. It changes when the user changes the settings or the network.
constexpr std::chrono::seconds systemProxyLifetime{30};

//! HTTP proxies are asked to connect to the host (CONNECT), or to make the request; both are an HttpProxy here.
QNetworkProxy askSystem(const QUrl &url)
{
    QUrl web = url;
    web.setScheme(url.scheme() == "wss"_L1 || url.scheme() == "https"_L1 ? u"https"_s : u"http"_s);
    const auto candidates = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(web));
    for (QNetworkProxy proxy : candidates) {
        if (proxy.type() == QNetworkProxy::HttpCachingProxy)
            proxy.setType(QNetworkProxy::HttpProxy);
        if (proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy
            || proxy.type() == QNetworkProxy::NoProxy)
            return proxy;
    }
    return QNetworkProxy::NoProxy;
}

} // namespace

QNetworkProxy systemProxy(const QUrl &url)
{
    static const ProxyRules rules(QProcessEnvironment::systemEnvironment());
    struct Answer {
        QNetworkProxy proxy;
        QDeadlineTimer expiry;
    };
    static QHash<QString, Answer> answers; // by scheme, host and port
    constexpr qsizetype maxAnswers = 256;
    if (rules.excludes(url))
        return QNetworkProxy::NoProxy;
    if (const QNetworkProxy proxy = rules.proxyFor(url); proxy.type() != QNetworkProxy::DefaultProxy)
        return proxy;
    if (rules.isAnySet()) // the system's rules may read the environment too, and differently
        return QNetworkProxy::NoProxy;
    const QString key =
        url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (const auto known = answers.constFind(key); known != answers.cend() && !known->expiry.hasExpired())
        return known->proxy;
    if (answers.size() >= maxAnswers)
        answers.clear();
    return answers.insert(key, {askSystem(url), QDeadlineTimer(systemProxyLifetime)})->proxy;
}

QNetworkProxy proxyFor(const QUrl &url, const NetworkPolicy &policy)
{
    return leadsHere(url) ? QNetworkProxy(QNetworkProxy::NoProxy) : policy.chooseProxy(url);
}

QString nameOf(const QNetworkProxy &proxy)
{
    const bool isV6 = proxy.hostName().contains(u':');
    return (isV6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(proxy.hostName(), QString::number(proxy.port()));
}

bool isLoopback(const QUrl &url)
{
    const QString host = hostWithoutDot(url);
    if (host == "localhost"_L1 || host.endsWith(".localhost"_L1))
        return true;
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

bool leadsHere(const QUrl &url)
{
    QHostAddress address;
    return isLoopback(url) || (address.setAddress(hostWithoutDot(url)) && leadsHere(address));
}

bool leadsHere(const QHostAddress &address)
{
    bool isV4 = false; // also as [::ffff:0.0.0.0]
    const bool isAnyV4 = address.toIPv4Address(&isV4) == 0 && isV4;
    return address.isLoopback() || isAnyV4 || address == QHostAddress(QHostAddress::AnyIPv6);
}

Expected<void> checkEncrypted(const QUrl &url, const NetworkPolicy &policy)
{
    const QString scheme = url.scheme();
    if (scheme == "https"_L1 || scheme == "wss"_L1 || policy.allowsPlain || isLoopback(url))
        return {};
    return failure(
        ErrorCode::InsecureConnection,
        Sentence::tr("The connection to %1 isn't encrypted: anyone along the way could read or change it. Use "
                     "%2, or allow unencrypted connections.")
            .arg(hostNameOf(url), scheme == "ws"_L1 ? u"wss://"_s : u"https://"_s));
}

} // namespace islet
