// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/proxyrules.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QUrl>

using namespace islet;
using namespace Qt::StringLiterals;

namespace {

//! From "name=value" pairs, separated by spaces.
QProcessEnvironment environmentOf(const QString &variables)
{
    QProcessEnvironment environment;
    for (const QString &variable : variables.split(u' ', Qt::SkipEmptyParts))
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    return environment;
}

//! "http host:port", "socks5 host:port" or "none".
QString described(const QNetworkProxy &proxy)
{
    switch (proxy.type()) {
    case QNetworkProxy::HttpProxy: return u"http %1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
    case QNetworkProxy::Socks5Proxy: return u"socks5 %1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
    case QNetworkProxy::DefaultProxy: return u"none"_s;
    default: return u"unexpected"_s;
    }
}

} // namespace

//! The proxies that the environment names.
class TestProxyRules : public QObject {
    Q_OBJECT

private slots:
    void findsProxy_data()
    {
        QTest::addColumn<QString>("variables");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("proxy");
        const auto row = [](const char *name, const QString &variables, const QString &url, const QString &proxy) {
            QTest::newRow(name) << variables << url << proxy;
        };
        const auto http = u"http://example.org/"_s;
        const auto https = u"https://example.org/"_s;
        row("nothing set", {}, https, u"none"_s);
        row("http", u"http_proxy=http://proxy:3128"_s, http, u"http proxy:3128"_s);
        row("http does not apply to https", u"http_proxy=http://proxy:3128"_s, https, u"none"_s);
        row("http applies to ws", u"http_proxy=http://proxy:3128"_s, u"ws://example.org/"_s, u"http proxy:3128"_s);
        row("https", u"https_proxy=http://proxy:3128"_s, https, u"http proxy:3128"_s);
        row("https applies to wss", u"https_proxy=http://proxy:1"_s, u"wss://example.org/"_s, u"http proxy:1"_s);
        row("https, upper case", u"HTTPS_PROXY=http://proxy:3128"_s, https, u"http proxy:3128"_s);
        row("lower case wins", u"HTTPS_PROXY=http://upper:1 https_proxy=http://lower:2"_s, https, u"http lower:2"_s);
        row("all", u"all_proxy=socks5://proxy:9050"_s, https, u"socks5 proxy:9050"_s);
        row("all, upper case", u"ALL_PROXY=socks5h://proxy:9050"_s, http, u"socks5 proxy:9050"_s);
        row("the scheme's own wins", u"all_proxy=http://all:1 https_proxy=http://own:2"_s, https, u"http own:2"_s);
        row("empty is unset", u"https_proxy= all_proxy=http://all:1"_s, https, u"http all:1"_s);
        row("without a scheme", u"https_proxy=proxy:3128"_s, https, u"http proxy:3128"_s);
        row("without a port", u"https_proxy=http://proxy"_s, https, u"http proxy:1080"_s);
        row("IPv6", u"https_proxy=http://[2001:db8::1]:3128"_s, https, u"http 2001:db8::1:3128"_s);
        row("unsupported, but not bypassed", u"https_proxy=https://proxy:443"_s, https, u"http proxy:443"_s);
        row("unescaped password", u"https_proxy=http://user:12/34@proxy:443"_s, https, u"http :1080"_s);
        row("malformed, but not bypassed", u"https_proxy=http://:::"_s, https, u"http :1080"_s);
#ifndef Q_OS_WIN // where names have no case
        row("http, upper case, may be from a request", u"HTTP_PROXY=http://proxy:3128"_s, http, u"none"_s);
#endif
    }
    void findsProxy()
    {
        QFETCH(const QString, variables);
        QFETCH(const QString, url);
        const ProxyRules rules(environmentOf(variables));
        QTEST(described(rules.proxyFor(QUrl(url))), "proxy");
    }

    void knowsWhetherAnyIsSet()
    {
        QVERIFY(!ProxyRules(environmentOf(u"no_proxy=* http_proxy="_s)).isAnySet());
        for (const QString &name :
             {u"http_proxy"_s, u"HTTP_PROXY"_s, u"https_proxy"_s, u"HTTPS_PROXY"_s, u"all_proxy"_s, u"ALL_PROXY"_s})
            QVERIFY2(ProxyRules(environmentOf(name + u"=proxy"_s)).isAnySet(), qPrintable(name));
    }

    void readsCredentials()
    {
        const QUrl url(u"https://example.org/"_s);
        const ProxyRules rules(environmentOf(u"https_proxy=http://me:a%40b@proxy:3128"_s));
        QCOMPARE(rules.proxyFor(url).user(), u"me"_s);
        QCOMPARE(rules.proxyFor(url).password(), u"a@b"_s);
        const ProxyRules unsupported(environmentOf(u"https_proxy=https://me:a%40b@proxy:443"_s));
        QVERIFY(unsupported.proxyFor(url).password().isEmpty()); // would be sent in the clear
    }

    void excludesHosts_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isExcluded");
        const auto row = [](const QString &list, const QString &url, bool isExcluded) {
            QTest::addRow("%s in %s", qPrintable(url), qPrintable(list)) << list << url << isExcluded;
        };
        row({}, u"https://example.org"_s, false);
        row(u"*"_s, u"https://example.org"_s, true);
        row(u"example.org"_s, u"https://example.org"_s, true);
        row(u"example.org"_s, u"https://EXAMPLE.org./x"_s, true);
        row(u"example.org"_s, u"wss://a.b.example.org"_s, true);
        row(u".example.org"_s, u"https://a.example.org"_s, true);
        row(u".example.org"_s, u"https://example.org"_s, true);
        row(u"*.example.org"_s, u"https://a.example.org"_s, true);
        row(u"example.org"_s, u"https://badexample.org"_s, false);
        row(u"example.org"_s, u"https://example.org.evil.net"_s, false);
        row(u"a.net,example.org"_s, u"https://example.org"_s, true);
        row(u"a.net,,Example.ORG,"_s, u"https://example.org"_s, true);
        row(u"example.org:8080"_s, u"http://example.org:8080"_s, true);
        row(u"example.org:8080"_s, u"http://example.org"_s, false);
        row(u"example.org:443"_s, u"wss://example.org"_s, true);
        row(u"example.org:80"_s, u"http://example.org"_s, true);
        row(u"192.0.2.1"_s, u"http://192.0.2.1:9"_s, true);
        row(u"192.0.2.1"_s, u"http://192.0.2.11"_s, false);
        row(u"2001:db8::1"_s, u"http://[2001:db8::1]"_s, true);
        row(u"[2001:db8::1]:80"_s, u"http://[2001:db8::1]"_s, true);
        row(u"[2001:db8::1]:81"_s, u"http://[2001:db8::1]"_s, false);
    }
    void excludesHosts()
    {
        QFETCH(const QString, list);
        QFETCH(const QString, url);
        for (const QString &name : {u"no_proxy"_s, u"NO_PROXY"_s})
            QTEST(ProxyRules(environmentOf(name + u'=' + list)).excludes(QUrl(url)), "isExcluded");
    }

    void excludesHostsSeparatedBySpaces()
    {
        QProcessEnvironment environment;
        environment.insert(u"no_proxy"_s, u"a.net, example.org  b.net"_s);
        QVERIFY(ProxyRules(environment).excludes(QUrl(u"https://example.org"_s)));
        QVERIFY(ProxyRules(environment).excludes(QUrl(u"https://b.net"_s)));
    }
};

ISLET_TEST(TestProxyRules);
#include "tst_proxyrules.moc"
