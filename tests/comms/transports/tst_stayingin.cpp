// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "archipelagofixture.h"
#include "tests/support/holdingproxy.h"
#include "tests/support/livelyclient.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = CloseReason::Kind;
using Moment = ScriptedServer::Moment;
using State = CommsSession::State;

namespace {

//! A room, a client whose connection to it can be blocked, and a witness.
struct Stay {
    Stay() { serve(); }

    void serve()
    {
        server = std::make_unique<RoomServer>(options);
        if (const auto listening = server->listen(); !listening)
            qFatal("%s", qPrintable(listening.error().detail));
        options.port = server->port(); // the same the next time
    }

    //! Both join, and the witness has received each kind of number that must grow.
    bool settle(const QString &where)
    {
        return witness.enter(server->connectionString()) && waitUntil([this] { return witness.isIn(); })
            && client.join(where) && waitUntil([this] { return client.isIn(); }) && client.chatAndWave()
            && waitUntil([this] { return !witness.emotes.isEmpty() && !witness.indices.isEmpty(); });
    }
    //! Waits until the witness hears everything the client sends. Returns which of the numbers did not grow, or what
    //! else is wrong; empty if nothing.
    QString hearingTrouble()
    {
        const auto indices = witness.indices.size();
        const auto voices = witness.voices.size();
        const auto emotes = witness.emotes.size();
        client.startWalking();
        client.startTalking();
        if (!client.chatAndWave())
            return u"the client cannot send"_s;
        const bool isHeard = waitUntil([&] {
            return witness.indices.size() > indices + 3 && witness.voices.size() > voices + 3
                && witness.emotes.size() > emotes;
        });
        return isHeard ? witness.disorder() : u"not heard"_s;
    }
    bool isLost() const { return client.session.state() != State::Joined; }

    RoomOptions options;
    std::unique_ptr<RoomServer> server;
    LivelyClient client;
    Witness witness{client.address()};
};

constexpr int patience = 30'000; // ms

} // namespace

//! Noticing that the connection is lost, reconnecting, and continuing where the client was. The keep-alive
//! timeout is tested by tst_websocketclient and the retry delays by tst_commssessionretry, both with injected clocks;
//! bench_enter measures how long a reconnection takes.
class TestStayingIn : public QObject {
    Q_OBJECT

private slots:
    void tellsRoundTripWhileJoined()
    {
        Stay stay;
        const CommsSession &session = stay.client.session;
        QVERIFY(!session.roundTrip());
        QVERIFY(stay.settle(stay.server->connectionString()));
        QTRY_VERIFY(session.roundTrip().value_or(0s) > 0s);
        stay.client.session.leave();
        QVERIFY(!session.roundTrip());
    }

    void reconnectsAfterBlockedConnection_data()
    {
        QTest::addColumn<bool>("walks");
        QTest::addColumn<bool>("talks");
        QTest::newRow("walking") << true << false;
        QTest::newRow("talking") << false << true;
    }
    void reconnectsAfterBlockedConnection()
    {
        QFETCH(const bool, walks);
        QFETCH(const bool, talks);
        Stay stay;
        HoldingProxy proxy(stay.server->port());
        QVERIFY(stay.settle(proxy.instead(stay.server->connectionString())));
        if (walks)
            stay.client.startWalking();
        if (talks)
            stay.client.startTalking();
        QVERIFY(waitUntil([&] {
            return stay.witness.indices.size() > (walks ? 20 : 2) && stay.witness.voices.size() >= (talks ? 100 : 0);
        }));
        proxy.hold();
        QTRY_VERIFY_WITH_TIMEOUT(stay.isLost(), patience);
        QTRY_COMPARE(stay.client.losses.size(), 1);
        QVERIFY2(stay.client.losses.constFirst().kind == Kind::Network,
                 qPrintable(nameOf(stay.client.losses.constFirst())));

        proxy.release();
        QTRY_VERIFY_WITH_TIMEOUT(stay.client.isIn(), patience);
        QCOMPARE(stay.hearingTrouble(), QString());
        QVERIFY(stay.client.ends.isEmpty());
        QCOMPARE(stay.server->peerCount(), 2);
    }

    void reconnectsToBlockedArchipelago()
    {
        Islands islands;
        HoldingProxy toRooms(islands.rooms.port());
        HoldingProxy toService(static_cast<quint16>(islands.service.url().port()));
        islands.service.setConnectionStringOf(
            [&](const QString &island) { return toRooms.instead(islands.rooms.connectionString(island)); });
        LivelyClient client;
        QVERIFY(client.join(toService.instead(islands.service.connectionString())));
        client.startWalking();
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(islands.service.beats().size() >= 5, patience);
        toRooms.hold();
        toService.hold();
        QTRY_VERIFY_WITH_TIMEOUT(client.session.state() != State::Joined, patience);
        QTRY_COMPARE(client.losses.size(), 1);
        QCOMPARE(nameOf(client.losses.constFirst()), u"net.not-responding"_s);
        toRooms.release();
        toService.release();
        QTRY_VERIFY_WITH_TIMEOUT(client.isIn(), patience);
        QTRY_COMPARE(islands.journeyOf(client.address()).size(), 2);
        QVERIFY(client.ends.isEmpty());
    }

    void reconnectsAfterCutConnection()
    {
        Stay stay;
        HoldingProxy proxy(stay.server->port());
        QVERIFY(stay.settle(proxy.instead(stay.server->connectionString())));
        proxy.cut();
        QTRY_COMPARE(stay.client.losses.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(stay.client.isIn(), patience);
        QCOMPARE(stay.hearingTrouble(), QString());
    }

    void reconnectsAfterServerRestart()
    {
        Stay stay;
        QVERIFY(stay.settle(stay.server->connectionString()));
        stay.client.startWalking();
        stay.server.reset();
        QTRY_VERIFY(stay.isLost());
        QTRY_VERIFY_WITH_TIMEOUT(stay.client.states.count(State::Waiting) >= 3,
                                 patience); // two retries found no server
        stay.serve();
        QTRY_VERIFY_WITH_TIMEOUT(stay.client.isIn(), patience);
        QVERIFY(stay.witness.enter(stay.server->connectionString()));
        QTRY_VERIFY(stay.witness.isIn());
        QCOMPARE(stay.hearingTrouble(), QString());
        QVERIFY(stay.client.ends.isEmpty());
    }

    void staysOutAfterFinalReason_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("kicked") << Kind::Kicked;
        QTest::newRow("malformed packet") << Kind::Protocol;
    }
    void staysOutAfterFinalReason()
    {
        QFETCH(const Kind, kind);
        Stay stay;
        HoldingProxy proxy(stay.server->port());
        QVERIFY(stay.settle(proxy.instead(stay.server->connectionString())));
        ScriptedServer other; // what the client finds when it reconnects
        other.welcomeWith(welcome(1));
        other.on(Moment::Answered,
                 [](ScriptedServer &self) { self.sendBytes(serialised(kicked(u"You are banned."_s))); });
        if (kind == Kind::Protocol)
            other.on(Moment::Identified, [](ScriptedServer &self) { self.sendBytes("\xff\xff"_ba); });
        proxy.setTarget(other.port());
        proxy.cut();
        QTRY_COMPARE(stay.client.ends.size(), 1);
        QVERIFY2(stay.client.ends.constFirst().kind == kind, qPrintable(nameOf(stay.client.ends.constFirst())));
        QCOMPARE(stay.client.losses.size(), 1);
        QCOMPARE(stay.client.session.state(), State::Idle);
        QCOMPARE(stay.client.session.untilRetry(), 0ms);
        QCOMPARE(other.arrivals(), 1);
    }
};

ISLET_TEST(TestStayingIn);
#include "tst_stayingin.moc"
