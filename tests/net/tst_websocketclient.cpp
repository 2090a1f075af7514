// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/websocketclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/holdingproxy.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto beat = 500ms;

//! A client on a fake clock, connected through a proxy to a server that echoes.
struct Connection {
    Connection()
    {
        QObject::connect(&server, &QWebSocketServer::newConnection, &server, [this] {
            QWebSocket *const socket = server.nextPendingConnection();
            socket->setParent(&server);
            QObject::connect(socket, &QWebSocket::binaryMessageReceived, socket, &QWebSocket::sendBinaryMessage);
        });
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("no free port on loopback");
        proxy = std::make_unique<HoldingProxy>(server.serverPort());
        client = std::make_unique<WebSocketClient>(QUrl(u"ws://127.0.0.1:%1/"_s.arg(proxy->port())), QStringList(),
                                                   NetworkContext{.clock = time.clock()});
        QObject::connect(client.get(), &WebSocketClient::opened, client.get(), [this] { isOpen = true; });
        QObject::connect(client.get(), &WebSocketClient::frameReceived, client.get(), [this] { ++echoes; });
        QObject::connect(client.get(), &WebSocketClient::lost, client.get(),
                         [this](const CloseReason &reason) { losses.append(reason); });
        client->open(5s);
    }

    bool open()
    {
        return waitUntil([this] { return isOpen; });
    }
    //! One step of the keep-alive, so long after the last one, with so many packets sent in between.
    void step(std::chrono::milliseconds after = beat, int packets = 0)
    {
        for (int i = 0; i < packets; ++i)
            client->send("voice");
        time.advance(after);
        client->keepAlive();
    }
    //! Waits for the echo of a frame: the pongs to all pings before it have been received.
    bool sync()
    {
        client->send("sync");
        ++sent;
        return waitUntil([this] { return echoes >= sent; });
    }
    //! As step(), and the server answers.
    bool stepAnswered(int packets = 0)
    {
        sent += packets;
        step(beat, packets);
        return sync();
    }

    FakeClock time;
    QWebSocketServer server{QString(), QWebSocketServer::NonSecureMode};
    std::unique_ptr<HoldingProxy> proxy;
    std::unique_ptr<WebSocketClient> client;
    bool isOpen = false;
    int sent = 0;
    int echoes = 0;
    QList<CloseReason> losses;
};

//! Upgrades a connection to a WebSocket, and never reads from it.
class UnreadServer {
public:
    UnreadServer()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no free port on loopback");
    }

    QUrl url() const { return QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_server.serverPort())); }
    bool upgrade()
    {
        if (!waitUntil([this] { return m_server.hasPendingConnections(); }))
            return false;
        m_socket = m_server.nextPendingConnection();
        QByteArray request;
        if (!waitUntil([&] { return (request += m_socket->readAll()).contains("\r\n\r\n"); }))
            return false;
        m_socket->setReadBufferSize(1);
        static const QRegularExpression key(u"Sec-WebSocket-Key: (\\S+)"_s, QRegularExpression::CaseInsensitiveOption);
        const QByteArray proof = key.match(QString::fromLatin1(request)).captured(1).toLatin1()
            + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3
        write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
              + QCryptographicHash::hash(proof, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n");
        return true;
    }
    void write(const QByteArray &bytes) { m_socket->write(bytes); }
    //! Whether the client's queue has stayed at this size for a while: the system's buffers are full.
    bool isFull(qint64 queued)
    {
        m_unchanged = std::exchange(m_queued, queued) == queued && queued > 0 ? m_unchanged + 1 : 0;
        return m_unchanged >= 20;
    }

private:
    QTcpServer m_server;
    QTcpSocket *m_socket = nullptr;
    qint64 m_queued = 0;
    int m_unchanged = 0;
};

} // namespace

//! Keep-alive: the round trip, and how silence is noticed, on a clock that the test moves.
class TestWebSocketClient : public QObject {
    Q_OBJECT

private slots:
    void measuresRoundTrip()
    {
        Connection connection;
        QVERIFY(connection.open());
        QVERIFY(!connection.client->roundTrip());
        connection.step();
        connection.time.advance(40ms);
        QVERIFY(connection.sync());
        QCOMPARE(connection.client->roundTrip(), std::optional(40'000us));

        connection.proxy->hold();
        for (int i = 0; i < 6; ++i)
            connection.step();
        connection.proxy->release(); // six pongs at once, each to a ping of its own
        QVERIFY(connection.sync());
        QCOMPARE(connection.client->roundTrip(), std::optional(1'000'000us)); // of 2.0, 1.5, 1.0, 0.5 and 0 s
        QVERIFY(connection.losses.isEmpty());
    }

    void losesSilentConnection_data()
    {
        QTest::addColumn<int>("packets"); // between two beats
        QTest::addColumn<int>("beats"); // until it is lost
        QTest::newRow("walking or talking") << 10 << 5; // 2.5 s
        QTest::newRow("idle") << 1 << 20; // 10 s
        QTest::newRow("by rote") << 8 << 20; // positions, profiles
    }
    void losesSilentConnection()
    {
        QFETCH(const int, packets);
        QFETCH(const int, beats);
        Connection connection;
        QVERIFY(connection.open());
        for (int i = 0; i < 10; ++i)
            QVERIFY(connection.stepAnswered(i < 4 ? packets : 0)); // idle again at the end
        connection.proxy->hold();
        int silent = 0;
        while (connection.losses.isEmpty() && silent < 100) {
            connection.step(beat, packets);
            ++silent;
        }
        QCOMPARE(silent, beats);
        QCOMPARE(connection.losses.size(), 1);
        QVERIFY(connection.losses.constFirst().kind == CloseReason::Kind::Network);
        QCOMPARE(nameOf(connection.losses.constFirst()), u"net.not-responding"_s);
    }

    void shortTimeoutPassesWithActivity()
    {
        Connection connection;
        QVERIFY(connection.open());
        QVERIFY(connection.stepAnswered(10));
        connection.proxy->hold();
        for (int i = 0; i < 19; ++i) // only the first beats count as busy
            connection.step();
        QVERIFY(connection.losses.isEmpty());
        connection.step();
        QCOMPARE(connection.losses.size(), 1);
    }

    void suspendedClientLosesNothing()
    {
        Connection connection;
        QVERIFY(connection.open());
        for (int times = 0; times < 2; ++times) {
            for (int i = 0; i < 4; ++i)
                QVERIFY(connection.stepAnswered(10));
            connection.step(4s, 10); // no beat meanwhile, as in a laptop that was closed
            connection.sent += 10;
            QVERIFY(connection.losses.isEmpty());
            QVERIFY(connection.sync());
        }
        for (int i = 0; i < 10; ++i)
            QVERIFY(connection.stepAnswered(10));
        QVERIFY(connection.losses.isEmpty());
    }

    void noticesLossDuringSuspension()
    {
        Connection connection;
        QVERIFY(connection.open());
        QVERIFY(connection.stepAnswered(10));
        connection.proxy->hold();
        connection.step(1h, 10);
        QVERIFY(connection.losses.isEmpty()); // what came meanwhile is read first
        for (int i = 0; i < 3; ++i)
            connection.step(beat, 10);
        QVERIFY(connection.losses.isEmpty());
        connection.step(beat, 10);
        QCOMPARE(connection.losses.size(), 1);
    }

    //! A server that closes, but does not read what we have sent, keeps the connection closing.
    void doesNotPingWhileClosing()
    {
        QTest::failOnWarning(QRegularExpression(u"device not open"_s));
        UnreadServer server;
        FakeClock time;
        WebSocketClient client(server.url(), {}, {.clock = time.clock()});
        bool isOpen = false;
        int frames = 0;
        connect(&client, &WebSocketClient::opened, this, [&isOpen] { isOpen = true; });
        connect(&client, &WebSocketClient::frameReceived, this, [&frames] { ++frames; });
        client.open(5s);
        QVERIFY(server.upgrade());
        QVERIFY(waitUntil([&] { return isOpen; }));
        QVERIFY(waitUntil([&] {
            if (client.queued() < 500'000)
                client.send(QByteArray(500'000, 'x'));
            return server.isFull(client.queued());
        }));
        server.write(QByteArray("\x82\x01m\x88\x02\x03\xe8", 7)); // a message, and a close right after it
        QVERIFY(waitUntil([&] { return frames == 1; }));
        QVERIFY(client.queued() > 0); // still closing
        client.keepAlive();
    }
};

ISLET_TEST(TestWebSocketClient);
#include "tst_websocketclient.moc"
