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

//! Rooms that are lost, come back, or do not want us any more.
class TestCommsSessionRetry : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theWayInIsToldStepByStep();
    void aLostRoomIsTriedAgain();
    void waitingGrows();
    void withoutRetryALossIsTheEnd();
    void aKickIsTheEnd();
    void leavingWhileWaiting();
    void joiningElsewhereWhileWaiting();
    void retryNowIsForWaitingAlone();
    void whatIsNoLongerAllowedIsTheEnd();
    void twoOfOneIdentityDoNotFight();

private:
    void serve();
    void join(Retry retry);
    //! In the room, and then the server is gone.
    void loseTheRoom();

    const Identity m_identity = Identity::guest();
    const TransportFactory m_factory{allProtocols(), m_identity};
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
    serve();
}

void TestCommsSessionRetry::serve()
{
    m_server = std::make_unique<RoomServer>(m_options);
    const auto listening = m_server->listen();
    QVERIFY2(listening, listening ? "" : qPrintable(listening.error().detail));
    m_options.port = m_server->port(); // the same the next time
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

void TestCommsSessionRetry::loseTheRoom()
{
    join(Retry::WhenLost);
    m_server.reset();
    QTRY_COMPARE(m_session->state(), State::Waiting);
    QCOMPARE(m_log->take(), u"Waiting, lost Network"_s);
}

void TestCommsSessionRetry::theWayInIsToldStepByStep()
{
    m_session = std::make_unique<CommsSession>(m_factory, *m_adapter, Retry::Never);
    QList<HandshakeStep::Kind> steps;
    connect(m_session.get(), &CommsSession::stepCompleted, this,
            [&](const HandshakeStep &step) { steps.append(step.kind); });
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

void TestCommsSessionRetry::aLostRoomIsTriedAgain()
{
    QSignalSpy detached(m_adapter.get(), &CommsAdapter::detached);
    loseTheRoom();
    QCOMPARE(detached.size(), 1);
    QVERIFY(!m_adapter->isOpen());
    const auto wait = m_session->untilRetry();
    QVERIFY2(wait > 0ms && wait <= 630ms, qPrintable(QString::number(wait.count())));

    serve();
    QTRY_COMPARE(m_session->state(), State::Joined); // by itself
    QCOMPARE(m_log->take(), u"Joining, Joined, joined"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
    QVERIFY(m_adapter->sendChat(u"back again"_s));
}

void TestCommsSessionRetry::waitingGrows()
{
    std::chrono::microseconds now{0};
    m_clock = [&now] { return now; };
    loseTheRoom();
    // A tenth of the time that it has been lost, and what a coarse timer of Qt gives or takes (5 %).
    for (const auto &[lost, expected] :
         std::initializer_list<std::pair<std::chrono::seconds, std::chrono::milliseconds>>{
             {1s, 500ms}, {5s, 500ms}, {10s, 1'000ms}, {60s, 6'000ms}, {250s, 25'000ms}, {10'000s, 25'000ms}}) {
        now = lost;
        m_session->retryNow();
        QCOMPARE(m_session->state(), State::Joining);
        QTRY_COMPARE(m_session->state(), State::Waiting);
        QCOMPARE(m_log->take(), u"Joining, Waiting, lost Network"_s);
        const auto wait = m_session->untilRetry();
        QVERIFY2(wait > expected * 9 / 10 && wait <= expected * 13 / 10, qPrintable(QString::number(wait.count())));
    }
    serve();
    m_session->retryNow();
    QTRY_COMPARE(m_session->state(), State::Joined);

    m_server.reset(); // lost anew, and the waiting begins anew
    QTRY_COMPARE(m_session->state(), State::Waiting);
    QVERIFY(m_session->untilRetry() <= 630ms);
}

void TestCommsSessionRetry::withoutRetryALossIsTheEnd()
{
    join(Retry::Never);
    m_server.reset();
    QTRY_COMPARE(m_session->state(), State::Idle);
    QCOMPARE(m_log->take(), u"Idle, ended Network"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
}

void TestCommsSessionRetry::aKickIsTheEnd()
{
    join(Retry::WhenLost);
    QVERIFY(m_server->kick(m_identity.address(), u"Enough is enough"_s));
    QTRY_COMPARE(m_session->state(), State::Idle);
    QCOMPARE(m_log->take(), u"Idle, ended Kicked"_s);
    QVERIFY2(m_log->detail().contains(u"Enough is enough"_s), qPrintable(m_log->detail()));
    QCOMPARE(m_session->untilRetry(), 0ms);
}

void TestCommsSessionRetry::leavingWhileWaiting()
{
    loseTheRoom();
    m_session->leave();
    QCOMPARE(m_log->take(), u"Idle, ended Requested"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
    m_session->retryNow();
    QCOMPARE(m_session->state(), State::Idle);
}

void TestCommsSessionRetry::joiningElsewhereWhileWaiting()
{
    loseTheRoom();
    const auto offline = ConnectionString::parse(u"offline");
    QVERIFY(offline);
    QVERIFY(m_session->join(*offline));
    QCOMPARE(m_log->take(), u"Joining, Joined, joined"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
    QVERIFY(m_adapter->isOpen());
}

void TestCommsSessionRetry::retryNowIsForWaitingAlone()
{
    join(Retry::WhenLost);
    m_session->retryNow();
    QCOMPARE(m_log->take(), QString());
    QCOMPARE(m_session->state(), State::Joined);
}

void TestCommsSessionRetry::whatIsNoLongerAllowedIsTheEnd()
{
    m_options.host = QHostAddress::AnyIPv4;
    m_options.port = 0;
    serve();
    const auto where = ConnectionString::parse(m_server->connectionString());
    QVERIFY(where);
    if (isLoopback(*where->webSocketUrl()))
        QSKIP("This machine has no address but loopback, where everything is allowed.");
    TransportFactory factory(allProtocols(), m_identity, {.allowsPlain = true});
    CommsSession session(factory, *m_adapter, Retry::WhenLost);
    test::SessionLog log(session);
    QVERIFY(session.join(*where));
    QTRY_COMPARE(session.state(), State::Joined);
    m_server.reset();
    QTRY_COMPARE(session.state(), State::Waiting);
    QCOMPARE(log.take(), u"Joining, Joined, joined, Waiting, lost Network"_s);
    factory.setPolicy({});
    QTRY_COMPARE(session.state(), State::Idle); // at the next try
    QCOMPARE(log.take(), u"Idle, ended Rejected"_s);
    QVERIFY2(log.detail().contains(u"without encryption"_s), qPrintable(log.detail()));
}

void TestCommsSessionRetry::twoOfOneIdentityDoNotFight()
{
    join(Retry::WhenLost);
    CommsAdapter adapter;
    CommsSession second(m_factory, adapter, Retry::WhenLost);
    const auto where = ConnectionString::parse(m_server->connectionString());
    QVERIFY(where);
    QVERIFY(second.join(*where));
    QTRY_COMPARE(second.state(), State::Joined);
    QTRY_COMPARE(m_session->state(), State::Idle); // the first is sent away, and stays away
    QCOMPARE(m_log->take(), u"Idle, ended Kicked"_s);
    QCOMPARE(m_session->untilRetry(), 0ms);
    QCOMPARE(m_server->peerCount(), 1);
    QCOMPARE(second.state(), State::Joined);
}

ISLET_TEST(TestCommsSessionRetry);
#include "tst_commssessionretry.moc"
