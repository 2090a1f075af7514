// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "roomfixture.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! One HTTP request and its response.
struct Exchange {
    Exchange(quint16 port, const QByteArray &request)
    {
        socket.connectTo(port);
        isConnected = waitUntil([this] { return socket.isConnected(); });
        socket.sendBytes(request);
    }
    bool isAnswered()
    {
        return waitUntil([this] { return socket.isGone(); });
    }
    QByteArray body() const { return socket.httpAnswer().sliced(socket.httpAnswer().indexOf("\r\n\r\n") + 4); }

    RawWsClient socket;
    bool isConnected = false;
};

QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
}

//! Whether one more client can join, within 5 s.
bool canConnect(const RoomFixture &fixture)
{
    const QDeadlineTimer deadline(5s);
    bool isIn = false;
    while (!isIn && !deadline.hasExpired()) {
        RoomClient client;
        client.enter(fixture.server.port());
        isIn = waitUntil([&client] { return client.isIn() || client.isGone(); }) && client.isIn();
    }
    return isIn;
}

} // namespace

//! The HTTP side of the server: requests, upgrades and idle connections.
class TestHttpUpgradeServer : public QObject {
    Q_OBJECT

private slots:
    void statusCountsPeers_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("short") << QByteArray("/status");
        QTest::newRow("long") << QByteArray("/rooms/status");
        QTest::newRow("with a query") << QByteArray("/status?now=1");
    }
    void statusCountsPeers()
    {
        QFETCH(const QByteArray, path);
        RoomFixture fixture;
        RoomClient first;
        RoomClient second;
        RoomClient third;
        QVERIFY(fixture.admit(first, u"den"_s) && fixture.admit(second, u"den"_s) && fixture.admit(third));
        Exchange exchange(fixture.server.port(), get(path));
        QVERIFY(exchange.isAnswered());
        QCOMPARE(exchange.socket.httpStatus(), 200);
        QVERIFY(exchange.socket.httpAnswer().contains("Content-Type: application/json\r\n"));
        QJsonParseError error;
        const QJsonObject status = QJsonDocument::fromJson(exchange.body(), &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, exchange.body().constData());
        QCOMPARE(status.value("users"_L1).toInt(), 3);
        QCOMPARE(status.value("rooms"_L1).toInt(), 2);
        QVERIFY(!status.value("version"_L1).toString().isEmpty());
        QVERIFY(
            qAbs(status.value("currentTime"_L1).toDouble() - static_cast<double>(QDateTime::currentMSecsSinceEpoch()))
            < 60'000);
        QHash<QString, int> counts;
        const QJsonArray details = status.value("details"_L1).toArray();
        for (const QJsonValue &room : details)
            counts.insert(room["roomName"_L1].toString(), room["count"_L1].toInt());
        QCOMPARE(counts, (QHash<QString, int>{{u"den"_s, 2}, {u"lobby"_s, 1}}));
    }

    void refusesOtherRequests_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("the root") << get("/") << 404;
        QTest::newRow("a room without an upgrade") << get("/rooms/lobby") << 404;
        QTest::newRow("unknown path") << get("/../../etc/passwd") << 404;
        QTest::newRow("an upgrade elsewhere") << RawWsClient::upgradeRequest("/") << 404;
        QTest::newRow("an upgrade at the status") << RawWsClient::upgradeRequest("/status") << 404;
        QTest::newRow("a room without a name") << RawWsClient::upgradeRequest("/rooms/") << 404;
        QTest::newRow("a room in a room") << RawWsClient::upgradeRequest("/rooms/a/b") << 404;
        QTest::newRow("a too long name") << RawWsClient::upgradeRequest("/rooms/" + QByteArray(65, 'a')) << 404;
        QTest::newRow("POST") << QByteArray("POST /status HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}") << 400;
        QTest::newRow("DELETE") << QByteArray("DELETE /rooms/lobby HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("CONNECT") << QByteArray("CONNECT 127.0.0.1:22 HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("not HTTP") << QByteArray("EHLO localhost\r\n\r\n") << 400;
        QTest::newRow("bytes") << QByteArray::fromHex("160301000d0a0d0a") << 400;
        QTest::newRow("only an empty line") << QByteArray("\r\n\r\n") << 400;
    }
    void refusesOtherRequests()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const int, status);
        RoomFixture fixture;
        Exchange exchange(fixture.server.port(), request);
        QVERIFY(exchange.isAnswered());
        QCOMPARE(exchange.socket.httpStatus(), status);
        QVERIFY(!exchange.socket.isUpgraded());
        const QJsonObject body = QJsonDocument::fromJson(exchange.body()).object();
        QVERIFY2(body.value("error"_L1).toString().endsWith(u'.'), exchange.body().constData());
    }

    void acceptsLongestRoomName()
    {
        RoomFixture fixture;
        RoomClient client;
        QVERIFY(fixture.admit(client, QString(64, u'a')));
        RoomClient withQuery;
        QVERIFY(fixture.admit(withQuery, u"lobby?token=1"_s));
        RoomClient without;
        QVERIFY(fixture.admit(without, u"lobby"_s));
        QCOMPARE(without.peers.size(), 1);
    }

    void disconnectsClientsWithoutRequest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("silence") << QByteArray();
        QTest::newRow("half a line") << QByteArray("GET /sta");
        QTest::newRow("headers without end") << QByteArray("GET /status HTTP/1.1\r\nHost: a\r\n");
        QTest::newRow("8 KiB of header") << "GET /status HTTP/1.1\r\nX: " + QByteArray(9'000, 'x');
        QTest::newRow("garbage") << QByteArray(20'000, '\xff');
    }
    void disconnectsClientsWithoutRequest()
    {
        QFETCH(const QByteArray, bytes);
        RoomOptions options;
        options.handshakeStepTimeout = 200ms;
        RoomFixture fixture(options);
        RoomClient bystander;
        QVERIFY(fixture.admit(bystander));
        Exchange exchange(fixture.server.port(), bytes);
        QVERIFY(exchange.isConnected);
        QTRY_VERIFY(exchange.socket.isGone());
        QCOMPARE(exchange.socket.httpStatus(), 0);
        QVERIFY(RoomFixture::drain(bystander));
    }

    void slowRequestDoesNotExtendTimeout()
    {
        // Sending a byte now and then must not extend the timeout.
        RoomOptions options;
        options.handshakeStepTimeout = 300ms;
        RoomFixture fixture(options);
        RawWsClient slow;
        slow.connectTo(fixture.server.port());
        QTRY_VERIFY(slow.isConnected());
        const QByteArray request = get("/status" + QByteArray(5'000, 'x'));
        qsizetype sent = 0;
        QTimer drip;
        connect(&drip, &QTimer::timeout, this, [&] {
            if (sent < request.size() && slow.isConnected())
                slow.sendBytes(request.sliced(sent++, 1));
        });
        drip.start(20ms);
        QTRY_VERIFY(slow.isGone());
        QVERIFY2(sent < request.size() / 10, qPrintable(QString::number(sent)));
        QCOMPARE(slow.httpStatus(), 0);
    }

    void limitsConnections()
    {
        RoomOptions options;
        options.maxConnections = 4;
        options.handshakeStepTimeout = 10s;
        RoomFixture fixture(options);
        RoomClient first;
        RoomClient second;
        QVERIFY(fixture.admit(first) && fixture.admit(second));
        RawWsClient third;
        RawWsClient fourth;
        third.connectTo(fixture.server.port());
        fourth.connectTo(fixture.server.port());
        QTRY_VERIFY(third.isConnected() && fourth.isConnected());
        RoomClient fifth;
        fifth.enter(fixture.server.port());
        QTRY_VERIFY(fifth.isGone());
        QVERIFY(!fifth.socket().isUpgraded());
        QVERIFY(RoomFixture::settle(first, {&second}));
        third.abort(); // frees one connection
        QVERIFY(canConnect(fixture));
    }

    void closedConnectionsAreReleased()
    {
        RoomOptions options;
        options.maxConnections = 3;
        RoomFixture fixture(options);
        RoomClient bystander;
        QVERIFY(fixture.admit(bystander));
        for (int i = 0; i < 10; ++i)
            QVERIFY2(canConnect(fixture), qPrintable(u"after %1 visits"_s.arg(i)));
        QVERIFY(RoomFixture::drain(bystander));
    }

    void failedUpgradesAreReleased_data()
    {
        QTest::addColumn<QByteArray>("request");
        const QByteArray good = RawWsClient::upgradeRequest("/rooms/lobby");
        QTest::newRow("no key") << QByteArray(good).replace("Sec-WebSocket-Key", "X-Key");
        QTest::newRow("an old version") << QByteArray(good).replace("Version: 13", "Version: 7");
        QTest::newRow("no Connection header") << QByteArray(good).replace("Connection: Upgrade", "X: y");
        QTest::newRow("no host") << QByteArray(good).replace("Host: 127.0.0.1\r\n", "");
        QTest::newRow("HTTP/1.0") << QByteArray(good).replace("HTTP/1.1", "HTTP/1.0");
        QTest::newRow("a header without colon") << QByteArray(good).replace("Host: 127", "Host127");
        QTest::newRow("valid, then aborted") << good;
    }
    void failedUpgradesAreReleased()
    {
        QFETCH(const QByteArray, request);
        RoomOptions options;
        options.maxConnections = 3;
        options.handshakeStepTimeout = 300ms;
        RoomFixture fixture(options);
        RoomClient bystander;
        QVERIFY(fixture.admit(bystander));
        for (int i = 0; i < 6; ++i) {
            Exchange exchange(fixture.server.port(), request);
            waitUntil([&exchange] { return !exchange.socket.httpAnswer().isEmpty() || exchange.socket.isGone(); }, 1s);
            exchange.socket.abort();
        }
        QVERIFY(canConnect(fixture));
        QVERIFY(RoomFixture::drain(bystander));
    }

    void closesRefusedUpgrades()
    {
        // A client must not keep a connection open that did not become a WebSocket.
        RoomOptions options;
        options.handshakeStepTimeout = 300ms;
        RoomFixture fixture(options);
        Exchange exchange(fixture.server.port(),
                          RawWsClient::upgradeRequest("/rooms/lobby").replace("Sec-WebSocket-Key", "X-Key"));
        QTRY_VERIFY(exchange.socket.isGone());
        QVERIFY(!exchange.socket.isUpgraded());
    }
};

ISLET_TEST(TestHttpUpgradeServer);
#include "tst_httpupgradeserver.moc"
