// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "httpfixture.h"
#include "net/httpredaction.h"
#include "tests/support/httpserver.h"
#include "tests/support/recordingtap.h"
#include "tests/support/testmain.h"

#include <QTcpSocket>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! What a PacketTap sees of HTTP requests.
class TestHttpTap : public QObject {
    Q_OBJECT

private slots:
    void redactsHead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("redacted");
        const auto row = [](const QByteArray &line, const QByteArray &redacted) {
            QTest::newRow(line.constData()) << line << redacted;
        };
        row("GET /about HTTP/1.1", "GET /about HTTP/1.1");
        row("GET /x?access_token=abc&y=1 HTTP/1.1", "GET /x?access_token=[3 bytes]&y=[1 bytes] HTTP/1.1");
        row("Location: https://me:abc@host/x?code=abc&y", "Location: https://[6 bytes]@host/x?code=[3 bytes]&y");
        row("POST http://host/eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.abc?a=b=c HTTP/1.1",
            "POST http://host/[35 bytes]?a=[1 bytes]=[1 bytes] HTTP/1.1");
        row("Host: 127.0.0.1:80", "Host: 127.0.0.1:80");
        row("Authorization: Bearer abc", "Authorization: [10 bytes]");
        row("Proxy-Authorization: Basic dXNlcg==", "Proxy-Authorization: [14 bytes]");
        row("cookie:a=b", "cookie: [3 bytes]");
        row("Set-Cookie: session=abc; Path=/", "Set-Cookie: [19 bytes]");
        row("X-Identity-Auth-Chain-0: {\"type\":\"SIGNER\"}", "X-Identity-Auth-Chain-0: [17 bytes]");
        row("x-identity-auth-chain-12: anything", "x-identity-auth-chain-12: [8 bytes]");
        row("x-identity-timestamp: 1700000000000", "x-identity-timestamp: 1700000000000");
        row("X-Other: eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.abc-_d", "X-Other: [38 bytes]");
        row("X-Key: " + QByteArray(64, 'a'), "X-Key: [64 bytes]");
        row("X-Address: 0x" + QByteArray(40, 'a'), "X-Address: 0x" + QByteArray(40, 'a'));
    }
    void redactsHead()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, redacted);
        QCOMPARE(redactedHead(line + "\r\n\r\n"), redacted + "\r\n\r\n");
    }

    void redactsBody_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("redacted");
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &redacted) {
            QTest::newRow(name) << body << redacted;
        };
        row("nothing", {}, {});
        row("harmless", "{\"ok\":true,\"name\":\"né\"}", "{\"ok\":true,\"name\":\"né\"}");
        row("a token by its name", R"({"token":"abc","x":1})", R"({"token":"[3 bytes]","x":1})");
        row("a token as Python writes it", R"({"token": "abc", "secret" : 'abc'})",
            R"({"token": "[3 bytes]", "secret" : '[3 bytes]'})");
        row("no token", "bad token: expired", "bad token: expired");
        // Inputs on which a backtracking match gives up.
        const QByteArray links = "{" + QByteArray(" ECDSA_").repeated(2'000);
        row("many links", links + R"({"type":"SIGNER"})", links + "[17 bytes]");
        row("many beginnings", QByteArray("eyJ").repeated(20'000) + R"("token":"abc")",
            QByteArray("eyJ").repeated(20'000) + R"("token":"[3 bytes]")");
        row("in a nested address", "{\"adapter\":\"livekit:wss://h?access_token=abc\"}",
            "{\"adapter\":\"livekit:wss://h?access_token=[3 bytes]\"}");
        row("a web token", R"({"jwt":"eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.abc"})", R"({"jwt":"[35 bytes]"})");
        row("an Ethereum signature", "0x" + QByteArray(130, '1') + ",", "0x[130 bytes],");
        row("a private key", "0x" + QByteArray(64, '1') + ",", "0x[64 bytes],");
        row("a link of an auth chain", R"([{"type":"SIGNER","payload":"0x1"},{"a":1}])", R"([[33 bytes],{"a":1}])");
        row("not UTF-8", QByteArray::fromHex("616263ff"), "[4 bytes]");
        row("with a NUL", QByteArray::fromHex("616200"), "[3 bytes]");
        row("binary", QByteArray::fromHex("89504e4700616263"), "[8 bytes]");
        row("as large as shown", QByteArray(64 * 1024, 'x'), QByteArray(64 * 1024, 'x'));
        row("larger", QByteArray(65'537, 'x'), "[65537 bytes]");
    }
    void redactsBody()
    {
        QFETCH(const QByteArray, body);
        QTEST(redactedBody(body), "redacted");
    }

    void reportsExchange()
    {
        HttpServer server(HttpServer::answers("401 Unauthorized", R"({"token":"abc"})", "Set-Cookie: abc\r\n"));
        RecordingTap tap;
        HttpRequest request({.clock = [] { return std::chrono::microseconds(7s); }, .tap = &tap, .filter = nullptr});
        const test::Outcome outcome(request);
        QUrl url = server.url(u"/x?token=abc"_s);
        url.setUserInfo(u"me:abc"_s);
        request.start("POST", url, {{"x-identity-auth-chain-0", "abc"}, {"x-identity-timestamp", "1"}});
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(outcome.response, qPrintable(outcome.code()));
        QCOMPARE(tap.labels, QStringList{u"POST "_s + server.url(u"/x"_s).toString()});
        QCOMPARE(tap.story(), (QStringList{u"out http.request"_s, u"in http.response"_s}));
        QCOMPARE(tap.closes, QStringList{QString()});
        const QByteArray sent = tap.frames[0].summary.redacted;
        QVERIFY2(sent.startsWith("POST /x?token=[3 bytes] HTTP/1.1\r\nHost: 127.0.0.1:"), sent.constData());
        QVERIFY2(sent.contains("\r\nx-identity-auth-chain-0: [3 bytes]\r\nx-identity-timestamp: 1\r\n"),
                 sent.constData());
        const QByteArray received = tap.frames[1].summary.redacted;
        QVERIFY2(received.startsWith("HTTP/1.1 401 Unauthorized\r\n"), received.constData());
        QVERIFY2(received.endsWith("\r\nSet-Cookie: [3 bytes]\r\n\r\n{\"token\":\"[3 bytes]\"}"), received.constData());
        QCOMPARE(tap.frames[1].size,
                 HttpServer::answer("401 Unauthorized", R"({"token":"abc"})", "Set-Cookie: abc\r\n").size());
        QVERIFY(!sent.contains("abc") && !received.contains("abc") && !tap.labels[0].contains(u"abc"_s));
        QCOMPARE(tap.frames[0].info.number, std::uint64_t{1});
        QCOMPARE(tap.frames[1].info.number, std::uint64_t{2});
        QCOMPARE(tap.frames[1].time, std::chrono::microseconds(7s));
        QVERIFY(tap.connections[0] == tap.frames[1].info.connection);
    }

    void showsFinalHeadAlone()
    {
        HttpServer server(HttpServer::writes("HTTP/1.1 103 Early Hints\nLink: x\n\n"
                                             "HTTP/1.1 200 OK\nCookie: abc\nTransfer-Encoding: chunked\n\n"
                                             "2\r\n{}\r\n0\r\nSet-Cookie: abc\r\n\r\n",
                                             false));
        RecordingTap tap;
        HttpRequest request({.tap = &tap, .filter = nullptr});
        const test::Outcome outcome(request);
        request.start("GET", server.url(u"/x"_s));
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(outcome.response, qPrintable(outcome.code()));
        QCOMPARE(tap.frames.constLast().summary.redacted,
                 "HTTP/1.1 200 OK\r\nCookie: [3 bytes]\r\nTransfer-Encoding: chunked\r\n\r\n{}");
    }

    void reportsFailure()
    {
        HttpServer server(HttpServer::writes("HTTP/1.1 200 OK\r\nContent-Le"));
        RecordingTap tap;
        HttpRequest request({.tap = &tap, .filter = nullptr});
        const test::Outcome outcome(request);
        request.start("GET", server.url(u"/x"_s));
        QTRY_COMPARE(outcome.count, 1);
        QCOMPARE(tap.story(), QStringList{u"out http.request"_s});
        QCOMPARE(tap.closes, QStringList{u"request.cut-off"_s});
    }

    void reportsStop()
    {
        HttpServer server(HttpServer::writes({}, false));
        RecordingTap tap;
        HttpRequest request({.tap = &tap, .filter = nullptr});
        request.start("GET", server.url(u"/x"_s));
        QTRY_COMPARE(server.requests().size(), 1);
        request.stop();
        request.stop();
        QCOMPARE(tap.story(), QStringList{u"out http.request"_s});
        QCOMPARE(tap.closes, QStringList{QString()});
    }
};

ISLET_TEST(TestHttpTap);
#include "tst_httptap.moc"
