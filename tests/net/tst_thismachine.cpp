// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "httpfixture.h"
#include "net/websocketclient.h"
#include "tests/support/httpserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! What a server on another machine names does not reach this one, whatever its host name resolves to.
class TestThisMachine : public QObject {
    Q_OBJECT

private:
    //! A server that counts connections, and must not receive a byte.
    struct Guarded : QTcpServer {
        explicit Guarded(const QHostAddress &address)
        {
            if (!listen(address))
                qFatal("no free port on loopback");
            connect(this, &QTcpServer::newConnection, this, [this] {
                QTcpSocket *const client = nextPendingConnection();
                connect(client, &QTcpSocket::readyRead, this, [this, client] { received += client->readAll(); });
                connect(client, &QTcpSocket::disconnected, this, [this] { ++closed; });
            });
        }
        QByteArray received;
        int closed = 0;
    };
    const NetworkContext m_guarded{.policy = {.mayReachThisMachine = false}};

private slots:
    void refusesRequest_data() { addSchemes(u"http"_s); }
    void refusesRequest()
    {
        QFETCH(const QString, scheme);
        const Guarded server(QHostAddress::LocalHost);
        HttpRequest request(m_guarded);
        const test::Outcome outcome(request);
        request.start("GET", QUrl(scheme + u"://localhost:%1/x"_s.arg(server.serverPort())));
        QTRY_COMPARE(outcome.count, 1);
        QCOMPARE(outcome.code(), u"net.this-computer"_s);
        QVERIFY(outcome.failure->kind != CloseReason::Kind::Network);
        QVERIFY(isSentence(sentenceOf(*outcome.failure)));
    }

    void refusesWebSocket_data() { addSchemes(u"ws"_s); }
    void refusesWebSocket()
    {
        QFETCH(const QString, scheme);
        const Guarded server(QHostAddress::LocalHost);
        WebSocketClient client(QUrl(scheme + u"://localhost:%1/x"_s.arg(server.serverPort())), {}, m_guarded);
        const QSignalSpy lost(&client, &WebSocketClient::lost);
        const QSignalSpy steps(&client, &WebSocketClient::stepCompleted);
        client.open(10s);
        QTRY_COMPARE(lost.size(), 1);
        QCOMPARE(nameOf(lost.constFirst().constFirst().value<CloseReason>()), u"net.this-computer"_s);
        QTRY_COMPARE(server.closed, 1);
        QCOMPARE(server.received, QByteArray());
    }

private:
    static void addSchemes(const QString &plain)
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("plain") << plain;
        QTest::newRow("encrypted") << plain + u's';
    }
};

ISLET_TEST(TestThisMachine);
#include "tst_thismachine.moc"
