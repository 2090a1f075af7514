// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "httpfixture.h"
#include "tests/support/httpserver.h"
#include "tests/support/testmain.h"

#include <QTcpSocket>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Handler = HttpServer::Handler;

namespace {

constexpr HttpRequest::Limits small{.bytes = 1'000, .timeout = 10s};

QByteArray head(const QByteArray &lines)
{
    return "HTTP/1.1 200 OK\r\n" + lines + "\r\n";
}

} // namespace

//! One request to an untrusted server.
class TestHttpRequest : public QObject {
    Q_OBJECT

public:
    static void initMain() { qputenv("TZ", "Europe/Berlin"); } // one hour in March does not exist there

private slots:
    void sendsOneRequest()
    {
        HttpServer server(HttpServer::answers("200 OK", "{}"));
        HttpRequest request{NetworkContext()};
        const Outcome outcome(request);
        request.start("POST", server.url(u"/a%20b/C?x=1&y=%2F"_s), {{"x-identity-timestamp", "1"}});
        QTRY_COMPARE(outcome.count, 1);
        QCOMPARE(server.requests().size(), 1);
        const HttpServer::Request received = server.requests().constFirst();
        QCOMPARE(received.method, "POST");
        QCOMPARE(received.target, "/a%20b/C?x=1&y=%2F");
        QCOMPARE(received.headers["host"], "127.0.0.1:" + QByteArray::number(server.serverPort()));
        QCOMPARE(received.headers["content-length"], "0");
        QCOMPARE(received.headers["accept-encoding"], "gzip, deflate");
        QCOMPARE(received.headers["connection"], "close");
        QCOMPARE(received.headers["content-type"], "application/json");
        QVERIFY(!received.headers.contains("expect") && !received.headers.contains("user-agent"));
        QCOMPARE(received.headers["x-identity-timestamp"], "1");
        QTRY_COMPARE(server.present(), 0);
    }

    void sendsSlashForEmptyPath()
    {
        HttpServer server(HttpServer::answers("200 OK", "{}"));
        HttpRequest request{NetworkContext()};
        const Outcome outcome(request);
        request.start("GET", server.url());
        QTRY_COMPARE(outcome.count, 1);
        QCOMPARE(server.requests().constFirst().target, "/");
    }

    void acceptsResponses_data()
    {
        QTest::addColumn<Handler>("handler");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        for (const int status : {200, 201, 400, 401, 403, 404, 407, 429, 500, 503, 599}) {
            const QByteArray line = QByteArray::number(status) + " Whatever";
            QTest::addRow("%d", status) << HttpServer::answers(line, "words") << status << QByteArray("words");
        }
        for (const char *scheme : {"Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "Bearer", "NTLM"}) {
            const QByteArray challenge = QByteArray("WWW-Authenticate: ") + scheme + "\r\n";
            QTest::addRow("401, %s", scheme)
                << HttpServer::answers("401 Unauthorized", "words", challenge) << 401 << QByteArray("words");
        }
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &body, bool hangsUp = false) {
            QTest::newRow(name) << HttpServer::writes(bytes, hangsUp) << 200 << body;
        };
        row("no reason phrase in the status line", "HTTP/1.0 200\r\nContent-Length: 2\r\n\r\n{}", "{}");
        row("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", "{}");
        row("until the end of the connection", head({}) + "words", "words", true);
        row("empty body until the end", head({}), {}, true);
        row("chunks", head("Transfer-Encoding: Chunked\r\n") + "3;a=b\r\nabc\r\nA\r\n0123456789\r\n0\r\nX: y\r\n\r\n",
            "abc0123456789");
        row("chunks override the length",
            head("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n") + "2\r\nab\r\n0\r\n\r\n", "ab");
        row("more than the length", head("Content-Length: 2\r\n") + "{}and more", "{}");
        row("after early hints",
            "HTTP/1.1 103 Early Hints\r\nContent-Length: 9\r\n\r\n" + head("Content-Length: 2\r\n") + "{}", "{}");
        const QByteArray gzip = QByteArray::fromHex("1f8b08000000000002032bcf2f4a2906008c1e7d7105000000");
        row("gzip", head("Content-Encoding: gzip\r\nContent-Length: 25\r\n") + gzip, "words");
        row("gzip in chunks",
            head("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") + "19\r\n" + gzip + "\r\n0\r\n\r\n",
            "words");
        row("as large as allowed", head("Content-Length: 1000\r\n") + QByteArray(1'000, 'x'), QByteArray(1'000, 'x'));
        QTest::newRow("204") << HttpServer::writes("HTTP/1.1 204 No Content\r\n\r\n", false) << 204 << QByteArray();
        QTest::newRow("304") << HttpServer::writes("HTTP/1.1 304 Not Modified\r\n\r\n", false) << 304 << QByteArray();
        QTest::newRow("bare 302") << HttpServer::answers("302 Found", "words") << 302 << QByteArray("words");
    }
    void acceptsResponses()
    {
        QFETCH(const Handler, handler);
        HttpServer server(handler);
        HttpRequest request({}, small);
        const Outcome outcome(request);
        request.start("GET", server.url(u"/x"_s));
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(outcome.response, qPrintable(outcome.code()));
        QTEST(outcome.response->status, "status");
        QTEST(outcome.response->body, "body");
        QVERIFY(!outcome.response->serverTime.isValid());
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(outcome.count, 1);
    }

    void acceptsResponseByteByByte()
    {
        const QByteArray bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{}{}\r\n0\r\n\r\n";
        HttpServer server([bytes](QTcpSocket &socket, const HttpServer::Request &) {
            const auto sent = std::make_shared<qsizetype>(0);
            const auto next = [&socket, bytes, sent] {
                if (*sent < bytes.size())
                    socket.write(bytes.mid((*sent)++, 1));
            };
            connect(&socket, &QTcpSocket::bytesWritten, &socket, next);
            next();
        });
        HttpRequest request{NetworkContext()};
        const Outcome outcome(request);
        request.start("GET", server.url());
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.response);
        QCOMPARE(outcome.response->body, "{}{}");
    }

    void readsServerTime_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QString>("time");
        QTest::newRow("RFC 9110") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << u"1994-11-06T08:49:37Z"_s;
        QTest::newRow("an hour that does not exist in Berlin")
            << QByteArray("Sun, 29 Mar 2026 02:30:00 GMT") << u"2026-03-29T02:30:00Z"_s;
        QTest::newRow("none") << QByteArray() << QString();
        QTest::newRow("not a date") << QByteArray("soon") << QString();
        QTest::newRow("another zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 CET") << QString();
        QTest::newRow("no such day") << QByteArray("Sun, 31 Feb 2026 08:49:37 GMT") << QString();
        QTest::newRow("long") << QByteArray(5'000, 'x') << QString();
    }
    void readsServerTime()
    {
        QFETCH(const QByteArray, date);
        QFETCH(const QString, time);
        const QByteArray header = date.isEmpty() ? date : "Date: " + date + "\r\n";
        HttpServer server(HttpServer::answers("200 OK", "{}", header));
        HttpRequest request{NetworkContext()};
        const Outcome outcome(request);
        request.start("GET", server.url());
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.response);
        QCOMPARE(outcome.response->serverTime.toString(Qt::ISODate), time);
    }

    void refusesRedirects_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("names");
        QTest::newRow("elsewhere") << QByteArray("https://other.example.org/about")
                                   << u"“https://other.example.org/about”"_s;
        QTest::newRow("with a secret") << QByteArray("https://a:SECRET@other.example.org/x?access_token=SECRET#SECRET")
                                       << u"“https://other.example.org/x”"_s;
        QTest::newRow("on the same host") << QByteArray("/other") << u"/other”"_s;
        QTest::newRow("a script") << QByteArray("javascript:alert(1)") << u"“javascript:alert(1)”"_s;
        QTest::newRow("a file") << QByteArray("file:///etc/passwd") << u"“file:///etc/passwd”"_s;
        QTest::newRow("long") << QByteArray(20'000, 'x') << u"…”"_s;
        QTest::newRow("bytes") << QByteArray("http://\x1b[2J\xff/") << u"redirects to"_s;
    }
    void refusesRedirects()
    {
        QFETCH(const QByteArray, location);
        QFETCH(const QString, names);
        for (const char *status : {"301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"}) {
            // The body is never sent, and must not be waited for.
            HttpServer server(HttpServer::writes(QByteArray("HTTP/1.1 ") + status + "\r\nLocation: " + location
                                                     + "\r\nContent-Length: 999999999\r\n\r\n",
                                                 false));
            HttpRequest request{NetworkContext()};
            const Outcome outcome(request);
            request.start("POST", server.url(u"/x"_s));
            QTRY_COMPARE(outcome.count, 1);
            QVERIFY(outcome.failure);
            QCOMPARE(outcome.code(), u"request.redirected"_s);
            const QString detail = sentenceOf(*outcome.failure);
            QVERIFY2(isSentence(detail) && detail.contains(names) && !detail.contains(u"SECRET"_s), qPrintable(detail));
            QTRY_COMPARE(server.present(), 0);
            QCOMPARE(server.requests().size(), 1);
        }
    }

    void reportsFailures_data()
    {
        QTest::addColumn<Handler>("handler");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const Handler &handler, const QString &code) {
            QTest::newRow(name) << handler << code;
        };
        row("closed without a response", HttpServer::writes({}), u"request.closed"_s);
        row(
            "aborted", [](QTcpSocket &socket, const HttpServer::Request &) { socket.abort(); }, u"request.closed"_s);
        const auto broken = [&](const char *name, const QByteArray &bytes) {
            row(name, HttpServer::writes(bytes), u"request.cut-off"_s);
        };
        broken("half a status line", "HTTP/1.");
        broken("half a header", "HTTP/1.1 200 OK\r\nContent-Le");
        broken("half a body", head("Content-Length: 100\r\n") + "abc");
        broken("half a chunk", head("Transfer-Encoding: chunked\r\n") + "10\r\nabc");
        broken("no last chunk", head("Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n");
        const auto malformed = [&](const char *name, const QByteArray &bytes) {
            row(name, HttpServer::writes(bytes, false), u"request.not-http"_s);
        };
        malformed("another protocol", "SSH-2.0-OpenSSH_9.2p1 Debian\r\n");
        malformed("bytes", QByteArray::fromHex("160303007a02000076"));
        malformed("HTTP/2", "HTTP/2 200\r\n\r\n");
        malformed("no status", "HTTP/1.1 \r\n\r\n");
        malformed("status is not a number", "HTTP/1.1 abc OK\r\n\r\n");
        malformed("status too large", "HTTP/1.1 9999999 OK\r\n\r\n");
        malformed("status too small", "HTTP/1.1 000 OK\r\n\r\n");
        malformed("status below zero", "HTTP/1.1 -20 OK\r\n\r\n");
        malformed("switches protocols", "HTTP/1.1 101 Switching Protocols\r\n\r\n");
        malformed("header without colon", head("nonsense\r\n"));
        malformed("length below zero", head("Content-Length: -5\r\n"));
        malformed("length is not a number", head("Content-Length: many\r\n"));
        malformed("compressed transfer encoding", head("Transfer-Encoding: gzip, chunked\r\n"));
        malformed("not compressed as it says", head("Content-Encoding: gzip\r\nContent-Length: 5\r\n") + "words");
        for (const char *encoding : {"gzip, gzip", "br", "zstd", "gzip\r\nContent-Encoding: gzip"})
            malformed(qPrintable(u"encoded as "_s + QString::fromLatin1(encoding).simplified()),
                      head(QByteArray("Content-Encoding: ") + encoding + "\r\nContent-Length: 1\r\n"));
        malformed("chunk without size", head("Transfer-Encoding: chunked\r\n") + "zz\r\n");
        malformed("chunk below zero", head("Transfer-Encoding: chunked\r\n") + "-1\r\n");
        malformed("chunk longer than it says", head("Transfer-Encoding: chunked\r\n") + "1\r\nabc\r\n");
        const auto large = u"request.too-large"_s;
        row("one byte too many", HttpServer::answers("200 OK", QByteArray(1'001, 'x')), large);
        row("one byte too many in chunks",
            HttpServer::writes(
                head("Transfer-Encoding: chunked\r\n") + "3e8\r\n" + QByteArray(1'000, 'x') + "\r\n1\r\nx", false),
            large);
        row("claims a huge length", HttpServer::writes(head("Content-Length: 9223372036854775807\r\n"), false), large);
    }
    void reportsFailures()
    {
        QFETCH(const Handler, handler);
        QFETCH(const QString, code);
        HttpServer server(handler);
        HttpRequest request({}, small);
        const Outcome outcome(request);
        request.start("POST", server.url(u"/x?access_token=SECRET"_s));
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.failure);
        const QString detail = sentenceOf(*outcome.failure);
        QCOMPARE(outcome.code(), code);
        QVERIFY2(isSentence(detail), qPrintable(detail));
        QVERIFY2(detail.contains(u"127.0.0.1:%1"_s.arg(server.serverPort())), qPrintable(detail));
        QVERIFY2(!detail.contains(u"SECRET"_s), qPrintable(detail));
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(server.requests().size(), 1); // a signed request is not retried automatically
        QCOMPARE(outcome.count, 1);
    }

    void reportsRefusedConnection()
    {
        QUrl url;
        {
            const HttpServer server;
            url = server.url(u"/x"_s);
        }
        HttpRequest request{NetworkContext()};
        const Outcome outcome(request);
        request.start("GET", url);
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.code(), u"request.refused"_s);
        QVERIFY(outcome.failure->kind == CloseReason::Kind::Network);
    }

    void doesNotSendWithoutEncryption()
    {
        HttpServer server;
        QUrl url = server.url(u"/x?access_token=SECRET"_s);
        url.setScheme(u"https"_s);
        HttpRequest request({}, {.bytes = 64 * 1024, .timeout = 500ms}); // times out: the server expects a line
        const Outcome outcome(request);
        request.start("POST", url, {{"x-identity-timestamp", "SECRET"}});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.failure);
        QVERIFY2(isSentence(sentenceOf(*outcome.failure)), qPrintable(sentenceOf(*outcome.failure)));
        QVERIFY(server.requests().isEmpty());
    }

    void emitsNothingAfterStop()
    {
        HttpServer server(HttpServer::writes({}, false));
        HttpRequest request({}, {.bytes = 64 * 1024, .timeout = 1s});
        const Outcome outcome(request);
        request.start("GET", server.url());
        QTRY_COMPARE(server.requests().size(), 1);
        request.stop();
        request.stop();
        QTRY_COMPARE(server.present(), 0);
        HttpRequest later({}, {.bytes = 64 * 1024, .timeout = 1s});
        const Outcome laterOutcome(later);
        later.start("GET", server.url());
        QTRY_COMPARE(laterOutcome.count, 1); // by now the first request would have timed out
        QCOMPARE(outcome.count, 0);
    }

    void closesConnectionWhenDestroyed()
    {
        HttpServer server(HttpServer::writes({}, false));
        {
            HttpRequest request{NetworkContext()};
            request.start("GET", server.url());
            QTRY_COMPARE(server.requests().size(), 1);
        }
        QTRY_COMPARE(server.present(), 0);
    }
};

ISLET_TEST(TestHttpRequest);
#include "tst_httprequest.moc"
