// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "comms/commsadapter.h"
#include "comms/commssession.h"
#include "identity/identity.h"
#include "server/roomserver.h"
#include "sessionlog.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = CommsSession::State;
using Retry = CommsSession::Retry;

//! Rooms that are lost, come back or kick us.
class TestCommsSessionRetry : public QObject {
    Q_OBJECT

private slots:
    void init();
    void reportsHandshakeSteps();
    void retriesLostRoom();
    void increasesRetryDelay();
    void endsOnLossWithoutRetry();
    void endsWhenKicked();
    void leavesWhileWaiting();
    void joinsAnotherRoomWhileWaiting();
    void ignoresRetryNowUnlessWaiting();
    void endsIfPolicyForbidsRetry();
    void doesNotReconnectAfterBeingReplaced();

private:
    void startServer();
    void join(Retry retry);
    //! Joins the room, then destroys the server.
    void joinAndLoseRoom();

    const Identity m_identity = Identity::guest();
    const TransportFactory m_factory{allProtocols(), {m_identity}};
    RoomOptions m_options;
    std::unique_ptr<RoomServer> m_server;
    std::unique_ptr<CommsAdapter> m_adapter;
    std::unique_ptr<CommsSession> m_session;
    std::unique_ptr<test::SessionLog> m_log;
    Clock m_clock = monotonicNow;
};

void TestCommsSessionRetry::init()
{
    m_log.reset();
    m_session.reset();
    m_clock = monotonicNow;
    m_adapter = std::make_unique<CommsAdapter>();
    m_options = {};
    startServer();
}

void TestCommsSessionRetry::startServer()
{
    m_server = std::make_unique<RoomServer>(m_options);
    const auto listening = m_server->listen();
    QVERIFY2(listening, listening ? "" : qPrintable(listening.error().detail));
    m_options.port = m_server->port(); // keep it for the next server
}

void TestCommsSessionRetry::join(Retry retry)
{
    m_session = std::make_unique<CommsSession>(m_factory, *m_adapter, retry, m_clock);
    m_log = std::make_unique<test::SessionLog>(*m_session);
    const auto where = ConnectionString::parse(m_server->connectionString());
    QVERIFY(where);
    QVERIFY(m_session->join(*where));
    QTRY_COMPARE(m_session->state(), State::Joined);
    QCOMPARE(m_log->take(), u"Joining, Joined, joined"_s);
}

void TestCommsSessionRetry::joinAndLoseRoom()
{
    join(Retry::WhenLost);
    m_server.reset();
    QTRY_COMPARE(m_session->state(), State::Waiting);
    QCOMPARE(m_log->take(), u"Waiting, lost network"_s);
}

void TestCommsSessionRetry::reportsHandshakeSteps()
{
    m_session = std::make_unique<CommsSession>(m_factory, *m_adapter, Retry::Never);
    QList<HandshakeStep::Kind> steps;
    connect(m_session.get(), &CommsSession::stepCompleted, this,
            [&](const HandshakeStep &step) { steps.append(step.kind()); });
    const auto where = ConnectionString::parse(m_server->connectionString());
    QVERIFY(where);
    QVERIFY(m_session->join(*where));
    QTRY_COMPARE(m_session->state(), State::Joined);
    using enum HandshakeStep::Kind;
    QCOMPARE(steps, (QList{Connected, Upgraded, Identified, Challenged, Signed, Welcomed}));
    QCOMPARE(m_server->peerCount(), 1);
    m_session->leave();
    QTRY_COMPARE(m_server->peerCount(), 0);
}

void TestCommsSessionRetry::retriesLostRoom()
{
    QSignalSpy detached(m_adapter.get(), &CommsAdapter::detached);
    joinAndLoseRoom();
    QCOMPARE(detached.size(), 1);
    QVERIFY(!m_adapter->isOpen());
    const auto wait = m_session->untilRetry();
    QVERIFY2(wait > 0ms && wait <= 630ms, qPrintable(QString::number(wait.count())));

    startServer();
    QTRY_COMPARE(m_session->state(), State::Joined); // without help
    QCOMPARE(m_log->take(), u"Joining, Joined, joined"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
    QVERIFY(m_adapter->sendChat(u"back again"_s));
}

void TestCommsSessionRetry::increasesRetryDelay()
{
    std::chrono::microseconds now{0};
    m_clock = [&now] { return now; };
    joinAndLoseRoom();
    // A tenth of the time since the loss, with 20 % jitter and the 5 % tolerance of Qt's coarse timers.
    for (const auto &[lost, expected] :
         std::initializer_list<std::pair<std::chrono::seconds, std::chrono::milliseconds>>{
             {1s, 500ms}, {5s, 500ms}, {10s, 1'000ms}, {60s, 6'000ms}, {250s, 25'000ms}, {10'000s, 25'000ms}}) {
        now = lost;
        m_session->retryNow();
        QCOMPARE(m_session->state(), State::Joining);
        QTRY_COMPARE(m_session->state(), State::Waiting);
        QCOMPARE(m_log->take(), u"Joining, Waiting, lost network"_s);
        const auto wait = m_session->untilRetry();
        QVERIFY2(wait > expected * 9 / 10 && wait <= expected * 13 / 10, qPrintable(QString::number(wait.count())));
    }
    startServer();
    m_session->retryNow();
    QTRY_COMPARE(m_session->state(), State::Joined);

    m_server.reset(); // lost again: the delay starts over
    QTRY_COMPARE(m_session->state(), State::Waiting);
    QVERIFY(m_session->untilRetry() <= 630ms);
}

void TestCommsSessionRetry::endsOnLossWithoutRetry()
{
    join(Retry::Never);
    m_server.reset();
    QTRY_COMPARE(m_session->state(), State::Idle);
    QCOMPARE(m_log->take(), u"Idle, ended network"_s);
    QCOMPARE(m_log->code(), u"net.lost joined"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
}

void TestCommsSessionRetry::endsWhenKicked()
{
    join(Retry::WhenLost);
    QVERIFY(m_server->kick(m_identity.address(), u"Enough is enough"_s));
    QTRY_COMPARE(m_session->state(), State::Idle);
    QCOMPARE(m_log->take(), u"Idle, ended kicked"_s);
    QCOMPARE(m_log->code(), u"kicked joined"_s);
    QVERIFY2(m_log->detail().contains(u"Enough is enough"_s), qPrintable(m_log->detail()));
    QCOMPARE(m_session->untilRetry(), 0ms);
}

void TestCommsSessionRetry::leavesWhileWaiting()
{
    joinAndLoseRoom();
    m_session->leave();
    QCOMPARE(m_log->take(), u"Idle, ended requested"_s);
    QCOMPARE(m_log->code(), u"left reconnecting"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
    m_session->retryNow();
    QCOMPARE(m_session->state(), State::Idle);
}

void TestCommsSessionRetry::joinsAnotherRoomWhileWaiting()
{
    joinAndLoseRoom();
    const auto offline = ConnectionString::parse(u"offline");
    QVERIFY(offline);
    QVERIFY(m_session->join(*offline));
    QCOMPARE(m_log->take(), u"Joining, Joined, joined"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
    QVERIFY(m_adapter->isOpen());
}

void TestCommsSessionRetry::ignoresRetryNowUnlessWaiting()
{
    join(Retry::WhenLost);
    m_session->retryNow();
    QCOMPARE(m_log->take(), QString());
    QCOMPARE(m_session->state(), State::Joined);
}

void TestCommsSessionRetry::endsIfPolicyForbidsRetry()
{
    m_options.host = QHostAddress::AnyIPv4;
    m_options.port = 0;
    startServer();
    const auto where = ConnectionString::parse(m_server->connectionString());
    QVERIFY(where);
    if (isLoopback(*where->webSocketUrl()))
        QSKIP("This machine has no address but loopback, where everything is allowed.");
    TransportFactory factory(allProtocols(), {m_identity, {.policy = {.allowsPlain = true}}});
    CommsSession session(factory, *m_adapter, Retry::WhenLost);
    test::SessionLog log(session);
    QVERIFY(session.join(*where));
    QTRY_COMPARE(session.state(), State::Joined);
    m_server.reset();
    QTRY_COMPARE(session.state(), State::Waiting);
    QCOMPARE(log.take(), u"Joining, Joined, joined, Waiting, lost network"_s);
    factory.setPolicy({});
    QTRY_COMPARE(session.state(), State::Idle); // at the next attempt
    QCOMPARE(log.take(), u"Idle, ended rejected"_s);
    QCOMPARE(log.code(), u"address.refused reconnecting"_s);
}

void TestCommsSessionRetry::doesNotReconnectAfterBeingReplaced()
{
    join(Retry::WhenLost);
    CommsAdapter adapter;
    CommsSession second(m_factory, adapter, Retry::WhenLost);
    const auto where = ConnectionString::parse(m_server->connectionString());
    QVERIFY(where);
    QVERIFY(second.join(*where));
    QTRY_COMPARE(second.state(), State::Joined);
    QTRY_COMPARE(m_session->state(), State::Idle); // the first one is kicked and stays idle
    QCOMPARE(m_log->take(), u"Idle, ended kicked"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
    QCOMPARE(m_server->peerCount(), 1);
    QCOMPARE(second.state(), State::Joined);
}

ISLET_TEST(TestCommsSessionRetry);
#include "tst_commssessionretry.moc"
