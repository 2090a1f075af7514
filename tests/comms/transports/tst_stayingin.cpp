// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "archipelagofixture.h"
#include "tests/support/holdingproxy.h"
#include "tests/support/livelyclient.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QThread>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = CloseReason::Kind;
using Moment = ScriptedServer::Moment;
using State = CommsSession::State;

namespace {

//! A room, somebody who is in it by a way that can be blocked, and a witness.
struct Stay {
    Stay() { serve(); }

    void serve()
    {
        server = std::make_unique<RoomServer>(options);
        if (const auto listening = server->listen(); !listening)
            qFatal("%s", qPrintable(listening.error().detail));
        options.port = server->port(); // the same the next time
    }

    //! In, both of them, with all that must grow under way.
    bool settle(const QString &way)
    {
        return witness.enter(server->connectionString()) && waitUntil([this] { return witness.isIn(); })
            && client.join(way) && waitUntil([this] { return client.isIn(); }) && client.chatAndWave()
            && waitUntil([this] { return !witness.emotes.isEmpty() && !witness.indices.isEmpty(); });
    }
    //! All five kinds of numbers are heard again, and have grown.
    QString hearAgain()
    {
        const auto indices = witness.indices.size();
        const auto voices = witness.voices.size();
        const auto emotes = witness.emotes.size();
        client.startWalking();
        client.startTalking();
        if (!client.chatAndWave())
            return u"nothing can be said"_s;
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

//! How long it took until `condition` held; printed, as it is what people feel.
template<typename Condition> std::chrono::milliseconds timeUntil(const char *what, Condition condition)
{
    QElapsedTimer time;
    time.start();
    static_cast<void>(waitUntil(condition, 30s));
    qInfo("%s: %lld ms", what, time.elapsed());
    return std::chrono::milliseconds(time.elapsed());
}

} // namespace

//! Noticing that the way was lost, coming back, and going on where one was.
class TestStayingIn : public QObject {
    Q_OBJECT

private slots:
    void theWayIsMeasured()
    {
        Stay stay;
        HoldingProxy proxy(stay.server->port());
        QVERIFY(stay.settle(proxy.instead(stay.server->connectionString())));
        const CommsSession &session = stay.client.session;
        QVERIFY(waitUntil([&] { return session.roundTrip().value_or(1min) < 400ms; }));
        proxy.hold();
        QElapsedTimer held;
        held.start();
        QVERIFY(waitUntil([&] { return held.hasExpired(3'000); }));
        QVERIFY(!stay.isLost());
        proxy.release();
        // Six answers come at once, each to a question of its own: half of them were on their way for longer.
        QVERIFY(waitUntil([&] { return session.roundTrip().value_or(0s) > 800ms; }));
        stay.client.session.leave();
        QVERIFY(!session.roundTrip());
    }

    void aBlockedWayIsNoticed_data()
    {
        QTest::addColumn<bool>("walks");
        QTest::addColumn<bool>("talks");
        QTest::addColumn<int>("seconds"); // and a half: what a busy machine may add
        QTest::newRow("walking") << true << false << 4;
        QTest::newRow("talking") << false << true << 4;
        QTest::newRow("idle") << false << false << 12;
    }
    void aBlockedWayIsNoticed()
    {
        QFETCH(const bool, walks);
        QFETCH(const bool, talks);
        QFETCH(const int, seconds);
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
        QVERIFY(timeUntil("noticed after", [&] { return stay.isLost(); }) < std::chrono::seconds(seconds) + 500ms);
        QTRY_COMPARE(stay.client.losses.size(), 1);
        QVERIFY2(stay.client.losses.constFirst().kind == Kind::Network,
                 qPrintable(stay.client.losses.constFirst().detail));

        proxy.release();
        QVERIFY(timeUntil("back after the way is free", [&] { return stay.client.isIn(); }) < 10s);
        QCOMPARE(stay.hearAgain(), QString());
        QVERIFY(stay.client.ends.isEmpty());
        QCOMPARE(stay.server->peerCount(), 2);
    }

    void aBlockedArchipelagoIsNoticed()
    {
        Islands islands;
        HoldingProxy toRooms(islands.rooms.port());
        HoldingProxy toService(static_cast<quint16>(islands.service.url().port()));
        islands.service.setWayTo(
            [&](const QString &island) { return toRooms.instead(islands.rooms.connectionString(island)); });
        LivelyClient client;
        QVERIFY(client.join(toService.instead(islands.service.connectionString())));
        client.startWalking();
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(islands.service.beats().size() >= 5, 10'000);
        toRooms.hold();
        toService.hold();
        const auto lost = [&] { return client.session.state() != State::Joined; };
        QVERIFY(timeUntil("noticed in an archipelago after", lost) < 4'500ms);
        QTRY_COMPARE(client.losses.size(), 1);
        QVERIFY2(client.losses.constFirst().detail.contains(u"Nothing comes from"_s),
                 qPrintable(client.losses.constFirst().detail));
        toRooms.release();
        toService.release();
        QTRY_VERIFY_WITH_TIMEOUT(client.isIn(), 15'000);
        QTRY_COMPARE(islands.journeyOf(client.address()).size(), 2);
        QVERIFY(client.ends.isEmpty());
    }

    void aCutWayIsTakenAgainAtOnce()
    {
        Stay stay;
        HoldingProxy proxy(stay.server->port());
        QVERIFY(stay.settle(proxy.instead(stay.server->connectionString())));
        proxy.cut();
        QTRY_COMPARE(stay.client.losses.size(), 1);
        QVERIFY(timeUntil("back after a cut", [&] { return stay.client.isIn(); }) < 5s);
        QCOMPARE(stay.hearAgain(), QString());
    }

    void afterARestartOneIsBackSoon()
    {
        Stay stay;
        QVERIFY(stay.settle(stay.server->connectionString()));
        stay.client.startWalking();
        stay.server.reset();
        QTRY_VERIFY(stay.isLost());
        static_cast<void>(waitUntil([] { return false; }, 3s)); // as long as a restart takes
        QVERIFY(!stay.client.isIn());
        stay.serve();
        QVERIFY(timeUntil("back after the server listens", [&] { return stay.client.isIn(); }) < 5s);
        QVERIFY(stay.witness.enter(stay.server->connectionString()));
        QTRY_VERIFY(stay.witness.isIn());
        QCOMPARE(stay.hearAgain(), QString());
        QVERIFY(stay.client.ends.isEmpty());
    }

    void whoSleptHasLostNothing()
    {
        Stay stay;
        HoldingProxy proxy(stay.server->port());
        QVERIFY(stay.settle(proxy.instead(stay.server->connectionString())));
        stay.client.startWalking();
        stay.client.startTalking();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(waitUntil(
                [&, before = stay.witness.voices.size()] { return stay.witness.voices.size() > before + 50; }));
            QThread::sleep(4); // nothing runs, as in a laptop that was closed
        }
        QCOMPARE(stay.hearAgain(), QString());
        static_cast<void>(waitUntil([&] { return stay.isLost(); }, 3s));
        QVERIFY(stay.client.losses.isEmpty());
        QCOMPARE(stay.client.states, (QList{State::Joining, State::Joined}));
    }

    void whoIsNotLetInAgainStaysOut_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("kicked") << Kind::Kicked;
        QTest::newRow("rejected") << Kind::Rejected;
        QTest::newRow("nonsense") << Kind::Protocol;
    }
    void whoIsNotLetInAgainStaysOut()
    {
        QFETCH(const Kind, kind);
        Stay stay;
        HoldingProxy proxy(stay.server->port());
        QVERIFY(stay.settle(proxy.instead(stay.server->connectionString())));
        ScriptedServer other; // what the server has become meanwhile
        other.on(Moment::Identified, [kind](ScriptedServer &self) {
            if (kind == Kind::Rejected)
                self.closePolitely();
            else
                self.sendBytes(kind == Kind::Kicked ? serialised(kicked(u"You are banned."_s)) : "\xff\xff"_ba);
        });
        proxy.setTarget(other.port());
        proxy.cut();
        QTRY_COMPARE(stay.client.ends.size(), 1);
        QVERIFY2(stay.client.ends.constFirst().kind == kind, qPrintable(stay.client.ends.constFirst().detail));
        QCOMPARE(stay.client.losses.size(), 1);
        QCOMPARE(stay.client.session.state(), State::Idle);
        QCOMPARE(stay.client.session.untilRetry(), 0ms);
        QCOMPARE(other.arrivals(), 1);
    }
};

ISLET_TEST(TestStayingIn);
#include "tst_stayingin.moc"
