// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/wsroomtransport.h"
#include "identity/identity.h"
#include "tests/support/httpserver.h"
#include "tests/support/memory.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = CloseReason::Kind;

namespace {

QUrl roomAt(const HttpServer &server)
{
    return QUrl(u"ws://127.0.0.1:%1/rooms/lobby"_s.arg(server.serverPort()));
}

QByteArray httpAnswer(const QByteArray &statusLine)
{
    return "HTTP/1.1 " + statusLine + "\r\nContent-Length: 4\r\n\r\noops";
}

QByteArray switching(const QByteArray &accept)
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
        + accept + "\r\n\r\n";
}

} // namespace

//! The HTTP upgrade: servers that are not room servers, or no server at all.
class TestWsRoomUpgrade : public QObject {
    Q_OBJECT

private:
    Identity m_identity = Identity::create(PrivateKey::generate());

private slots:
    void rejectsOtherServers_data()
    {
        QTest::addColumn<HttpServer::Handler>("response");
        QTest::addColumn<QList<Kind>>("kinds");
        QTest::addColumn<QString>("code"); // empty: any
        const QList rejected{Kind::Rejected};
        const QList anyEnd{Kind::Rejected, Kind::Network, Kind::Protocol};
        QTest::newRow("404") << HttpServer::writes(httpAnswer("404 Not Found")) << rejected << u"http.404"_s;
        QTest::newRow("404, and the connection stays open")
            << HttpServer::writes(httpAnswer("404 Not Found"), false) << rejected << u"http.404"_s;
        QTest::newRow("403") << HttpServer::writes(httpAnswer("403 Forbidden")) << rejected << u"http.403"_s;
        QTest::newRow("503") << HttpServer::writes(httpAnswer("503 Service Unavailable")) << QList{Kind::Network}
                             << u"http.503"_s;
        QTest::newRow("200, as from a web page")
            << HttpServer::writes(httpAnswer("200 OK")) << rejected << u"http.200"_s;
        QTest::newRow("redirect") << HttpServer::writes(
            "HTTP/1.1 301 Moved\r\nLocation: ws://127.0.0.1:1/rooms/trap\r\nContent-Length: 0\r\n\r\n")
                                  << rejected << u"http.301"_s;
        QTest::newRow("a wrong Sec-WebSocket-Accept")
            << HttpServer::writes(switching("AAAAAAAAAAAAAAAAAAAAAAAAAAA="), false) << anyEnd << QString();
        QTest::newRow("101 without Sec-WebSocket-Accept")
            << HttpServer::writes("HTTP/1.1 101 Switching Protocols\r\n\r\n", false) << anyEnd << QString();
        QTest::newRow("no HTTP") << HttpServer::writes("SSH-2.0-OpenSSH_9.2p1 Debian\r\n") << anyEnd << QString();
        QTest::newRow("no HTTP, with an empty line") << HttpServer::writes("220 ftp\r\n\r\n") << anyEnd << QString();
        QTest::newRow("binary data") << HttpServer::writes(QByteArray::fromHex("160303007a02000076000d0a0d0a"))
                                     << anyEnd << QString();
        QTest::newRow("no data, closed") << HttpServer::writes({}) << anyEnd << QString();
        QTest::newRow("half a status line, closed") << HttpServer::writes("HTTP/1.1 10") << anyEnd << QString();
        QTest::newRow("aborted") << HttpServer::Handler([](QTcpSocket &socket, const HttpServer::Request &) {
            socket.abort();
        }) << anyEnd << QString();
        QTest::newRow("hostile reason phrase")
            << HttpServer::writes(httpAnswer("404 \x1b[2J\x1b]0;owned\x07 <img src=x>")) << rejected << u"http.404"_s;
        QTest::newRow("long hostile reason phrase")
            << HttpServer::writes(httpAnswer("404 " + QByteArray(5'000, 'A'))) << anyEnd << QString();
    }
    void rejectsOtherServers()
    {
        QFETCH(const HttpServer::Handler, response);
        QFETCH(const QList<Kind>, kinds);
        QFETCH(const QString, code);
        HttpServer server(response);
        WsRoomTransport transport(roomAt(server), {m_identity}, {2s, 5s});
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        const QString detail = probe.detail();
        QVERIFY2(kinds.contains(probe.kind()), qPrintable(detail));
        QVERIFY2(detail.contains(u"127.0.0.1:%1"_s.arg(server.serverPort())), qPrintable(detail));
        QVERIFY2(code.isEmpty() || probe.code() == code, qPrintable(probe.code()));
        QVERIFY2(detail.size() < 250, qPrintable(detail));
        QVERIFY(std::ranges::none_of(detail, [](QChar c) { return c.category() == QChar::Other_Control; }));
        QVERIFY(!probe.steps.contains(HandshakeStep::Kind::Upgraded));
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }

    void timesOutOnSilence_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no data") << QByteArray();
        QTest::newRow("half a status line") << QByteArray("HTTP/1.1 10");
        QTest::newRow("headers without end")
            << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n");
    }
    void timesOutOnSilence()
    {
        QFETCH(const QByteArray, answer);
        HttpServer server(HttpServer::writes(answer, false));
        WsRoomTransport transport(roomAt(server), {m_identity}, {300ms, 5s});
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.kind() == Kind::Network, qPrintable(probe.detail()));
        QCOMPARE(probe.code(), u"net.timeout"_s);
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }

    void limitsResponseSize()
    {
        // A server that never ends its first line must not fill our memory while we wait.
        const auto sent = std::make_shared<qint64>(0);
        HttpServer server(HttpServer::pours({}, QByteArray(256 * 1024, 'A'), 256 * 1024 * 1024, sent));
        const auto before = peakMemory();
        WsRoomTransport transport(roomAt(server), {m_identity}, {1s, 5s});
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.kind() != Kind::Requested);
        QVERIFY(*sent > 0);
        constexpr qint64 limit = 32 * 1024; // KiB
        if (const auto after = peakMemory(); before && after)
            QVERIFY2(*after - *before < limit, qPrintable(u"%1 KiB more"_s.arg(*after - *before)));
    }

    void reportsNoServerListening()
    {
        QTcpServer probeServer;
        QVERIFY(probeServer.listen(QHostAddress::LocalHost));
        const quint16 port = probeServer.serverPort();
        probeServer.close();
        WsRoomTransport transport(QUrl(u"ws://127.0.0.1:%1/rooms/lobby"_s.arg(port)), {m_identity});
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.kind() == Kind::Network, qPrintable(probe.detail()));
        QCOMPARE(probe.code(), u"net.refused"_s);
        QCOMPARE(probe.closes.constFirst().arguments, QStringList{u"127.0.0.1:%1"_s.arg(port)});
        transport.close();
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }

    void closesWhileServerIsSilent()
    {
        bool isAsked = false;
        HttpServer server([&isAsked](QTcpSocket &, const HttpServer::Request &) { isAsked = true; });
        WsRoomTransport transport(roomAt(server), {m_identity});
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(isAsked);
        transport.close();
        QVERIFY(probe.kind() == Kind::Requested);
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }
};

ISLET_TEST(TestWsRoomUpgrade);
#include "tst_wsroomupgrade.moc"
