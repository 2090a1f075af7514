// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/proxyrules.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr quint16 defaultProxyPort = 1'080;

bool isEncrypted(const QUrl &url)
{
    return url.scheme() == "https"_L1 || url.scheme() == "wss"_L1;
}

QString firstOf(const QProcessEnvironment &environment, const QStringList &names)
{
    for (const QString &name : names) {
        if (const QString value = environment.value(name).trimmed(); !value.isEmpty())
            return value;
    }
    return {};
}

QNetworkProxy parseProxy(const QString &value)
{
    if (value.isEmpty())
        return QNetworkProxy::DefaultProxy;
    const QUrl url(value.contains("://"_L1) ? value : u"http://"_s + value, QUrl::StrictMode);
    if (value.contains(u'@') && url.userInfo().isEmpty()) // an unencoded password may look like a host
        return QNetworkProxy(QNetworkProxy::HttpProxy, QString(), defaultProxyPort);
    const bool isSocks = url.scheme() == "socks5"_L1 || url.scheme() == "socks5h"_L1;
    QNetworkProxy proxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                        static_cast<quint16>(url.port(defaultProxyPort)));
    if (isSocks || url.scheme() == "http"_L1) {
        proxy.setUser(url.userName(QUrl::FullyDecoded));
        proxy.setPassword(url.password(QUrl::FullyDecoded));
    }
    return proxy;
}

QString withoutDots(QString host)
{
    while (host.startsWith(u'.') || host.startsWith(u'*'))
        host.remove(0, 1);
    if (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

} // namespace

ProxyRules::ProxyRules(const QProcessEnvironment &environment)
{
    const QString all = firstOf(environment, {u"all_proxy"_s, u"ALL_PROXY"_s});
    m_isAnySet = !all.isEmpty()
        || !firstOf(environment, {u"http_proxy"_s, u"HTTP_PROXY"_s, u"https_proxy"_s, u"HTTPS_PROXY"_s}).isEmpty();
    const auto orAll = [&all](const QString &value) { return parseProxy(value.isEmpty() ? all : value); };
    m_http = orAll(firstOf(environment, {u"http_proxy"_s}));
    m_https = orAll(firstOf(environment, {u"https_proxy"_s, u"HTTPS_PROXY"_s}));
    static const QRegularExpression separator(u"[,\\s]+"_s);
    m_excluded = firstOf(environment, {u"no_proxy"_s, u"NO_PROXY"_s}).toLower().split(separator, Qt::SkipEmptyParts);
}

bool ProxyRules::excludes(const QUrl &url) const
{
    const QString host = withoutDots(url.host().toLower());
    const int port = url.port(isEncrypted(url) ? 443 : 80);
    return std::ranges::any_of(m_excluded, [&host, port](const QString &entry) {
        if (entry == "*"_L1)
            return true;
        static const QRegularExpression form(u"^(?:\\[(.*)\\]|([^:]*|[^:]*:[^:]*:.*))(?::(\\d+))?$"_s);
        const auto match = form.match(entry);
        const QString name = withoutDots(match.captured(1) + match.captured(2));
        const bool isPort = match.captured(3).isEmpty() || match.captured(3).toInt() == port;
        return isPort && !name.isEmpty() && (host == name || host.endsWith(u'.' + name));
    });
}

QNetworkProxy ProxyRules::proxyFor(const QUrl &url) const
{
    return isEncrypted(url) ? m_https : m_http;
}

} // namespace islet
