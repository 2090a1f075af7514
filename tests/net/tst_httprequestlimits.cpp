// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "httpfixture.h"
#include "tests/support/httpserver.h"
#include "tests/support/memory.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Handler = HttpServer::Handler;

namespace {

QByteArray head(const QByteArray &lines)
{
    return "HTTP/1.1 200 OK\r\n" + lines + "\r\n";
}

} // namespace

//! Servers whose responses never end.
class TestHttpRequestLimits : public QObject {
    Q_OBJECT

private slots:
    void limitsResponseSize_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("piece");
        const QByteArray much(64 * 1024, 'A');
        const QByteArray chunk = "10000\r\n" + much + "\r\n";
        const QByteArray unauthorized = "HTTP/1.1 401 Unauthorized\r\n";
        QTest::newRow("100 MB") << head("Content-Length: 104857600\r\n") << much;
        QTest::newRow("endless JSON") << head({}) + "{\"comms\":[" << QByteArray("[[[[{},\"x\",1e9],").repeated(1'000);
        QTest::newRow("endless chunks") << head("Transfer-Encoding: chunked\r\n") << chunk;
        QTest::newRow("one endless chunk") << head("Transfer-Encoding: chunked\r\n") + "ffffffff\r\n" << much;
        QTest::newRow("endless chunk size") << head("Transfer-Encoding: chunked\r\n") + "1;" << much;
        QTest::newRow("endless trailers") << head("Transfer-Encoding: chunked\r\n") + "0\r\n"
                                          << QByteArray("X: y\r\n").repeated(1'000);
        QTest::newRow("401 of 100 MB") << unauthorized + "Content-Length: 104857600\r\n\r\n" << much;
        QTest::newRow("401 in endless chunks") << unauthorized + "Transfer-Encoding: chunked\r\n\r\n" << chunk;
        QTest::newRow("endless status line") << QByteArray("HTTP/1.1 200 ") << much;
        QTest::newRow("endless header") << QByteArray("HTTP/1.1 200 OK\r\nX: ") << much;
        QTest::newRow("endless headers") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("X: y\r\n").repeated(1'000);
        QTest::newRow("endless interim responses")
            << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(1'000);
    }
    void limitsResponseSize()
    {
        QFETCH(const QByteArray, start);
        QFETCH(const QByteArray, piece);
        constexpr qint64 flood = 100 * 1024 * 1024;
        const auto sent = std::make_shared<qint64>(0);
        HttpServer server(HttpServer::pours(start, piece, flood, sent));
        const auto before = peakMemory();
        HttpRequest request({}, {.bytes = 64 * 1024, .timeout = 60s});
        const Outcome outcome(request);
        request.start("POST", server.url(u"/x"_s));
        QVERIFY(waitUntil([&] { return outcome.count == 1; }));
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.code(), u"request.too-large"_s);
        QVERIFY2(isSentence(sentenceOf(*outcome.failure)), qPrintable(sentenceOf(*outcome.failure)));
        QTRY_COMPARE(server.present(), 0);
        QVERIFY(*sent < flood); // most of it was never read
        constexpr qint64 maxGrowth = 16 * 1024; // KiB, includes the server's own buffers
        if (const auto after = peakMemory(); before && after)
            QVERIFY2(*after - *before < maxGrowth, qPrintable(u"%1 KiB more"_s.arg(*after - *before)));
    }

    void limitsDecodedSize()
    {
        const QByteArray bomb = qCompress(QByteArray(20 * 1024 * 1024, '\0'), 9).sliced(4); // after Qt's own length
        QVERIFY(bomb.size() < 64 * 1024);
        HttpServer server(HttpServer::answers("200 OK", bomb, "Content-Encoding: deflate\r\n"));
        HttpRequest request({}, {.bytes = 64 * 1024, .timeout = 60s});
        const Outcome outcome(request);
        request.start("GET", server.url(u"/x"_s));
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.code(), u"request.too-large"_s);
    }

    void timesOut_data()
    {
        QTest::addColumn<Handler>("handler");
        QTest::newRow("no response") << HttpServer::writes({}, false);
        QTest::newRow("a trickling status line") << HttpServer::trickles("HTTP/1.1 200 ");
        QTest::newRow("a trickling header") << HttpServer::trickles(QByteArray("HTTP/1.1 200 OK\r\nX: "));
        QTest::newRow("a trickling body") << HttpServer::trickles(head({}));
        QTest::newRow("half a body") << HttpServer::writes(head("Content-Length: 10\r\n") + "half", false);
    }
    void timesOut()
    {
        QFETCH(const Handler, handler);
        HttpServer server(handler);
        HttpRequest request({}, {.bytes = 64 * 1024, .timeout = 200ms});
        const Outcome outcome(request);
        request.start("GET", server.url(u"/x?access_token=SECRET"_s));
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.code(), u"request.timeout"_s);
        const QString detail = sentenceOf(*outcome.failure);
        QVERIFY2(isSentence(detail), qPrintable(detail));
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(outcome.count, 1);
    }
};

ISLET_TEST(TestHttpRequestLimits);
#include "tst_httprequestlimits.moc"
