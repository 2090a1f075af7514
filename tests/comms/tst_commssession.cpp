// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/commssession.h"
#include "comms/peerdirectory.h"
#include "identity/identity.h"
#include "sessionlog.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = CommsSession::State;
using Retry = CommsSession::Retry;

//! Joining and leaving. Lost rooms are tested in tst_commssessionretry.
class TestCommsSession : public QObject {
    Q_OBJECT

private slots:
    void init();
    void joinsAndLeaves();
    void ignoresLeaveWhenIdle();
    void rejectsInvalidAddressesUnchanged_data();
    void rejectsInvalidAddressesUnchanged();
    void joinsAnotherRoom();
    void removesPeersWithTheRoom();
    void endsIfFirstAttemptFails_data();
    void endsIfFirstAttemptFails();
    void leavesWhileJoining();
    void countsPerTransport();
    void leavesWhenDestroyed();
    void leavesFromWithinASignal_data();
    void leavesFromWithinASignal();

private:
    const Identity m_identity = Identity::guest();
    const TransportFactory m_factory{allProtocols(), {m_identity}};
    std::unique_ptr<CommsAdapter> m_adapter;
    std::unique_ptr<CommsSession> m_session;
    std::unique_ptr<test::SessionLog> m_log;
};

namespace {

ConnectionString parsed(const QString &text)
{
    auto where = ConnectionString::parse(text);
    if (!where)
        qFatal("a test's connection string is refused");
    return *std::move(where);
}

} // namespace

void TestCommsSession::init()
{
    m_log.reset();
    m_session.reset();
    m_adapter = std::make_unique<CommsAdapter>();
    m_session = std::make_unique<CommsSession>(m_factory, *m_adapter, Retry::WhenLost);
    m_log = std::make_unique<test::SessionLog>(*m_session);
}

void TestCommsSession::joinsAndLeaves()
{
    QCOMPARE(m_session->state(), State::Idle);
    QVERIFY(m_session->join(parsed(u"offline:offline"_s)));
    QCOMPARE(m_log->take(), u"Joining, Joined, joined"_s);
    QCOMPARE(m_session->state(), State::Joined);
    QVERIFY(m_adapter->isOpen());
    QVERIFY(m_adapter->sendChat(u"hello, me"_s));

    m_session->leave();
    QCOMPARE(m_log->take(), u"Idle, ended requested"_s);
    QCOMPARE(m_session->state(), State::Idle);
    QVERIFY(!m_adapter->isOpen());
    QCOMPARE(m_log->code(), u"left joined"_s);

    QVERIFY(m_session->join(parsed(u"offline:offline"_s)));
    QCOMPARE(m_log->take(), u"Joining, Joined, joined"_s);
}

void TestCommsSession::ignoresLeaveWhenIdle()
{
    m_session->leave();
    QVERIFY(m_session->join(parsed(u"offline"_s)));
    m_session->leave();
    m_log->take();
    m_session->leave();
    m_session->retryNow();
    QCOMPARE(m_log->take(), QString());
    QCOMPARE(m_session->untilRetry(), 0ms);
}

void TestCommsSession::rejectsInvalidAddressesUnchanged_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("unsupported") << u"livekit:wss://host"_s << ErrorCode::UnsupportedProtocol;
    QTest::newRow("bad option") << u"simulator:?peers=x"_s << ErrorCode::InvalidConnectionString;
    QTest::newRow("http") << u"ws-room:http://host/rooms/x"_s << ErrorCode::InvalidConnectionString;
}

void TestCommsSession::rejectsInvalidAddressesUnchanged()
{
    QFETCH(const QString, where);
    QFETCH(const ErrorCode, code);
    const auto whenIdle = m_session->join(parsed(where));
    QVERIFY(!whenIdle);
    QCOMPARE(whenIdle.error().code, code);
    QCOMPARE(m_session->state(), State::Idle);
    QCOMPARE(m_log->take(), QString());

    QVERIFY(m_session->join(parsed(u"simulator:?peers=3"_s)));
    m_log->take();
    QSignalSpy detached(m_adapter.get(), &CommsAdapter::detached);
    QSignalSpy heard(m_adapter.get(), &CommsAdapter::heardFrom);
    QVERIFY(!m_session->join(parsed(where)));
    QCOMPARE(m_log->take(), QString());
    QCOMPARE(detached.size(), 0);
    QCOMPARE(m_session->state(), State::Joined);
    QVERIFY(m_adapter->sendChat(u"still here"_s));
    QVERIFY(heard.wait());
}

void TestCommsSession::joinsAnotherRoom()
{
    QVERIFY(m_session->join(parsed(u"simulator:?peers=3"_s)));
    m_log->take();
    QSignalSpy detached(m_adapter.get(), &CommsAdapter::detached);
    QVERIFY(m_session->join(parsed(u"offline"_s)));
    QCOMPARE(detached.size(), 1);
    QCOMPARE(m_log->take(), u"Joining, Joined, joined"_s); // no ended(): the user moved on
    QVERIFY(m_adapter->isOpen());
}

void TestCommsSession::removesPeersWithTheRoom()
{
    PeerDirectory directory(*m_adapter);
    QSignalSpy joined(m_session.get(), &CommsSession::joined);
    QVERIFY(m_session->join(parsed(u"simulator:?peers=7"_s)));
    QCOMPARE(joined[0][0].value<Welcome>().peers.size(), 7);
    QCOMPARE(directory.count(), 7);
    QVERIFY(m_session->join(parsed(u"offline"_s)));
    QCOMPARE(directory.count(), 0);
    QVERIFY(m_session->join(parsed(u"simulator:?peers=3&seed=2"_s)));
    QCOMPARE(directory.count(), 3);
    m_session->leave();
    QCOMPARE(directory.count(), 0);
}

void TestCommsSession::endsIfFirstAttemptFails_data()
{
    QTest::addColumn<Retry>("retry");
    QTest::newRow("never retries") << Retry::Never;
    QTest::newRow("retries when lost") << Retry::WhenLost; // does not apply: it was never joined
}

void TestCommsSession::endsIfFirstAttemptFails()
{
    QFETCH(const Retry, retry);
    m_session = std::make_unique<CommsSession>(m_factory, *m_adapter, retry);
    m_log = std::make_unique<test::SessionLog>(*m_session);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString host = u"127.0.0.1:%1"_s.arg(server.serverPort());
    server.close(); // nothing listens there any more

    QVERIFY(m_session->join(parsed(u"ws-room:ws://%1/rooms/x"_s.arg(host))));
    QCOMPARE(m_session->state(), State::Joining);
    const auto early = m_adapter->sendChat(u"hello?"_s);
    QVERIFY(!early);
    QCOMPARE(early.error().code, ErrorCode::NotConnected);
    QTRY_COMPARE(m_session->state(), State::Idle);
    QCOMPARE(m_log->take(), u"Joining, Idle, ended network"_s);
    QCOMPARE(m_log->code(), u"net.refused joining"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
    m_session->retryNow();
    QCOMPARE(m_log->take(), QString());

    QVERIFY(m_session->join(parsed(u"offline"_s)));
    QCOMPARE(m_session->state(), State::Joined);
}

void TestCommsSession::leavesWhileJoining()
{
    QTcpServer silent; // accepts connections and sends nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QVERIFY(m_session->join(parsed(u"ws-room:ws://127.0.0.1:%1/rooms/x"_s.arg(silent.serverPort()))));
    QSignalSpy connected(&silent, &QTcpServer::newConnection);
    QVERIFY(connected.wait());
    QCOMPARE(m_session->state(), State::Joining);
    QTcpSocket *socket = silent.nextPendingConnection();
    m_session->leave();
    QCOMPARE(m_log->take(), u"Joining, Idle, ended requested"_s);
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState); // and the connection is closed
    QCOMPARE(m_log->take(), QString());
}

void TestCommsSession::countsPerTransport()
{
    QCOMPARE(m_session->counters().packetsOut, 0);
    QVERIFY(m_session->join(parsed(u"simulator:?peers=3"_s)));
    QVERIFY(m_adapter->sendChat(u"hello"_s));
    QCOMPARE(m_session->counters().packetsOut, 1);
    QTRY_VERIFY(m_session->counters().packetsIn > 0);
    QVERIFY(m_session->join(parsed(u"offline"_s)));
    QCOMPARE(m_session->counters().packetsOut, 0);
    QCOMPARE(m_session->counters().packetsIn, 0);
    m_session->leave();
    QCOMPARE(m_session->counters().packetsOut, 0);
}

void TestCommsSession::leavesWhenDestroyed()
{
    QSignalSpy detached(m_adapter.get(), &CommsAdapter::detached);
    QVERIFY(m_session->join(parsed(u"simulator:?peers=3"_s)));
    m_session.reset();
    QCOMPARE(detached.size(), 1);
    QVERIFY(!m_adapter->isOpen());
}

void TestCommsSession::leavesFromWithinASignal_data()
{
    QTest::addColumn<QString>("event");
    QTest::newRow("joined") << u"joined"_s;
    QTest::newRow("Joined") << u"Joined"_s;
    QTest::newRow("Joining") << u"Joining"_s;
}

void TestCommsSession::leavesFromWithinASignal()
{
    QFETCH(const QString, event);
    connect(m_session.get(), &CommsSession::stateChanged, m_session.get(), [&](State state) {
        if (test::nameOf(state) == event)
            m_session->leave();
    });
    connect(m_session.get(), &CommsSession::joined, m_session.get(), [&] {
        if (event == u"joined"_s)
            m_session->leave();
    });
    QVERIFY(m_session->join(parsed(u"offline"_s)));
    QCOMPARE(m_session->state(), State::Idle);
    QVERIFY(!m_adapter->isOpen());
    const QString events = m_log->take();
    QVERIFY2(events.endsWith(u"Idle, ended requested"_s), qPrintable(events)); // and nothing after it
}

ISLET_TEST(TestCommsSession);
#include "tst_commssession.moc"
