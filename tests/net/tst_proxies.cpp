// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "httpfixture.h"
#include "net/websocketclient.h"
#include "tests/support/httpproxy.h"
#include "tests/support/httpserver.h"
#include "tests/support/recordingtap.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsfront.h"

#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray credentials = "Basic " + QByteArray("user:SECRET").toBase64();

NetworkContext through(const QNetworkProxy &proxy)
{
    return {.policy = {.chooseProxy = [proxy](const QUrl &) { return proxy; }}};
}

QNetworkProxy unreachableProxy()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
    return {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, server.serverPort(), u"user"_s, u"SECRET"_s};
}

} // namespace

//! HTTP requests and WebSockets through a proxy. The host names do not exist: only the proxy can reach them.
class TestProxies : public QObject {
    Q_OBJECT

private slots:
    void makesRequest()
    {
        HttpServer server(HttpServer::answers("200 OK", "{}"));
        const HttpProxy proxy(server.serverPort());
        HttpRequest request(through(proxy.asProxy()));
        const test::Outcome outcome(request);
        request.start("POST", QUrl(u"http://realm.invalid/about?x=1"_s));
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(outcome.response, qPrintable(outcome.code()));
        QCOMPARE(outcome.response->body, "{}");
        QCOMPARE(proxy.heads().size(), 1);
        const HttpServer::Request received = server.requests().constFirst();
        QCOMPARE(received.target, "http://realm.invalid/about?x=1");
        QCOMPARE(received.headers["host"], "realm.invalid");
        QCOMPARE(received.headers["proxy-authorization"], credentials);
    }

    void makesEncryptedRequest()
    {
        Authority authority;
        QVERIFY2(Authority::missing().isEmpty(), qPrintable(Authority::missing()));
        QVERIFY2(authority.create(), qPrintable(authority.why()));
        const QSslConfiguration system = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = system;
        trusting.addCaCertificate(authority.certificate());
        QSslConfiguration::setDefaultConfiguration(trusting);
        HttpServer server(HttpServer::answers("200 OK", "{}"));
        const TlsFront front(server.serverPort(), authority.issue(u"DNS:realm.invalid"_s));
        const HttpProxy proxy(front.serverPort());
        HttpRequest request(through(proxy.asProxy()));
        const test::Outcome outcome(request);
        request.start("GET", QUrl(u"https://realm.invalid/about"_s), {{"authorization", "Bearer TOKEN"}});
        QTRY_COMPARE(outcome.count, 1);
        QSslConfiguration::setDefaultConfiguration(system);
        QVERIFY2(outcome.response, qPrintable(outcome.code()));
        QCOMPARE(outcome.response->body, "{}");
        const QByteArray head = proxy.heads().constFirst();
        QVERIFY2(head.startsWith("CONNECT realm.invalid:443 HTTP/1.1\r\n"), head.constData());
        QVERIFY2(head.contains("Proxy-Authorization: " + credentials), head.constData());
        QVERIFY2(!head.contains("TOKEN"), head.constData());
        QCOMPARE(server.requests().constFirst().target, "/about");
        QCOMPARE(server.requests().constFirst().headers["authorization"], "Bearer TOKEN");
        QVERIFY(!server.requests().constFirst().headers.contains("proxy-authorization"));
    }

    void opensWebSocket()
    {
        QWebSocketServer server(u"room"_s, QWebSocketServer::NonSecureMode);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const HttpProxy proxy(server.serverPort());
        WebSocketClient client(QUrl(u"ws://room.invalid/rooms/x"_s), {}, through(proxy.asProxy()));
        const QSignalSpy opened(&client, &WebSocketClient::opened);
        client.open(10s);
        QList<HandshakeStep> steps;
        connect(&client, &WebSocketClient::stepCompleted, this, [&](const HandshakeStep &step) { steps.append(step); });
        QTRY_COMPARE(opened.size(), 1);
        const auto connected = std::ranges::find(steps, StepCode::Connected, &HandshakeStep::code);
        QVERIFY(connected != steps.cend());
        QCOMPARE(connected->arguments, (QStringList{u"127.0.0.1"_s, QString::number(proxy.serverPort())}));
        QVERIFY2(proxy.heads().constLast().startsWith("CONNECT room.invalid:80 HTTP/1.1\r\n"),
                 proxy.heads().constLast().constData());
        const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
        QCOMPARE(peer->requestUrl().host(), u"room.invalid"_s);
    }

    void boundsProxyAnswer_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("begin"); // repeated without end after it: the last line
        const QByteArray refusal = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Foo\r\n";
        for (const QString &url :
             {u"https://realm.invalid/about"_s, u"wss://room.invalid/x"_s, u"ws://room.invalid/x"_s}) {
            const auto row = [&url](const char *name, const QByteArray &begin) {
                QTest::addRow("%s, %s", qPrintable(url.section(u':', 0, 0)), name) << url << begin;
            };
            row("headers", "HTTP/1.1 200 OK\r\nX-A: 1\r\n");
            row("one line", "HTTP/1.1 200 OK\r\nX-A: 1");
            if (url.startsWith(u"https"_s)) // Qt closes instead of reading the body
                row("body", refusal + "Content-Length: 9000000000000000\r\n\r\nX");
        }
    }
    void boundsProxyAnswer()
    {
        QFETCH(const QString, url);
        QFETCH(const QByteArray, begin);
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        const QByteArray more = begin.mid(begin.lastIndexOf('\n', -3) + 1).repeated(1'000);
        connect(&proxy, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *const client = proxy.nextPendingConnection();
            client->write(begin);
            connect(client, &QTcpSocket::bytesWritten, client, [client, more] { client->write(more); });
        });
        const NetworkContext context = through({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()});
        HttpRequest request(context);
        const test::Outcome outcome(request);
        WebSocketClient client(QUrl(url), {}, context);
        const QSignalSpy lost(&client, &WebSocketClient::lost);
        if (url.startsWith(u"https"_s)) {
            request.start("GET", QUrl(url));
            QTRY_COMPARE(outcome.count, 1);
            QCOMPARE(outcome.code(), u"net.proxy"_s);
        } else {
            client.open(60s);
            QTRY_COMPARE(lost.size(), 1);
            QCOMPARE(nameOf(lost.constFirst().constFirst().value<CloseReason>()), u"net.proxy"_s);
        }
    }

    void reachesProxyAtV6Address()
    {
        HttpServer server(HttpServer::answers("200 OK", "{}"));
        HttpProxy proxy(server.serverPort());
        proxy.close();
        if (!proxy.listen(QHostAddress::LocalHostIPv6))
            QSKIP("this machine has no IPv6");
        const QNetworkProxy v6(QNetworkProxy::HttpProxy, u"::1"_s, proxy.serverPort());
        QCOMPARE(nameOf(v6), u"[::1]:%1"_s.arg(proxy.serverPort()));
        HttpRequest request(through(v6));
        const test::Outcome outcome(request);
        request.start("GET", QUrl(u"http://realm.invalid/about"_s));
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(outcome.response, qPrintable(outcome.code()));
    }

    void bypassesProxyForThisMachine()
    {
        HttpServer server(HttpServer::answers("200 OK", "{}"));
        const NetworkContext context = through(unreachableProxy());
        HttpRequest request(context);
        const test::Outcome outcome(request);
        request.start("GET", server.url());
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(outcome.response, qPrintable(outcome.code()));

        QWebSocketServer room(u"room"_s, QWebSocketServer::NonSecureMode);
        QVERIFY(room.listen(QHostAddress::LocalHost));
        WebSocketClient client(QUrl(u"ws://localhost:%1/rooms/x"_s.arg(room.serverPort())), {}, context);
        const QSignalSpy opened(&client, &WebSocketClient::opened);
        client.open(10s);
        QTRY_COMPARE(opened.size(), 1);
    }

    void reportsFailedProxy_data()
    {
        QTest::addColumn<QByteArray>("refusal"); // empty: nothing is listening
        QTest::newRow("nothing is listening") << QByteArray();
        QTest::newRow("wrong password") << QByteArray(
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
            "realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
    }
    void reportsFailedProxy()
    {
        QFETCH(const QByteArray, refusal);
        HttpProxy refusing(0);
        refusing.refuse(refusal);
        const QNetworkProxy proxy = refusal.isEmpty() ? unreachableProxy() : refusing.asProxy();
        const auto verify = [&proxy](const CloseReason &reason, const QString &host) {
            QCOMPARE(nameOf(reason), u"net.proxy"_s);
            QVERIFY(reason.kind == CloseReason::Kind::Network);
            const QString sentence = sentenceOf(reason);
            QVERIFY2(isSentence(sentence) && sentence.contains(host)
                         && sentence.contains(u"127.0.0.1:%1"_s.arg(proxy.port())),
                     qPrintable(sentence));
            QVERIFY2(!sentence.contains(u"SECRET"_s) && !sentence.contains(u"user"_s), qPrintable(sentence));
        };
        RecordingTap tap;
        NetworkContext context = through(proxy);
        context.tap = &tap;
        for (const QString &scheme : {u"http"_s, u"https"_s}) { // asks the proxy itself, or for a connection
            HttpRequest request(context);
            const test::Outcome outcome(request);
            request.start("GET", QUrl(scheme + u"://realm.invalid/about"_s));
            QTRY_COMPARE(outcome.count, 1);
            QVERIFY(outcome.failure);
            verify(*outcome.failure, u"realm.invalid"_s);
        }
        QVERIFY(!tap.labels.constFirst().contains(u"SECRET"_s));
        QVERIFY(!tap.frames.constFirst().summary.redacted.contains("SECRET"));

        WebSocketClient client(QUrl(u"ws://room.invalid/rooms/x"_s), {}, context);
        const QSignalSpy lost(&client, &WebSocketClient::lost);
        client.open(10s);
        QTRY_COMPARE(lost.size(), 1);
        verify(lost.constFirst().constFirst().value<CloseReason>(), u"room.invalid"_s);
    }
};

ISLET_TEST(TestProxies);
#include "tst_proxies.moc"
