// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "roomfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTimer>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Limits, kicks, and starting and closing the server.
class TestRoomLimits : public QObject {
    Q_OBJECT

private slots:
    void refusesPeersOfFullRoom()
    {
        RoomOptions options;
        options.maxPeers = 2;
        RoomFixture fixture(options);
        RoomClient first;
        RoomClient second;
        RoomClient third;
        QVERIFY(fixture.admit(first) && fixture.admit(second));
        third.enter(fixture.server.port());
        QTRY_COMPARE(third.kicks.size(), 1);
        QVERIFY2(third.kicks.constFirst().contains(u"full"_s) && third.kicks.constFirst().contains(u'2'),
                 qPrintable(third.kicks.constFirst()));
        QTRY_VERIFY(third.isGone());
        QVERIFY(!third.isIn());
        QVERIFY(RoomFixture::settle(second, {&first}));
        QCOMPARE(first.peerEvents, QStringList{joinOf(second)});
        QCOMPARE(fixture.server.peerCount(), 2);

        RoomClient elsewhere;
        QVERIFY(fixture.admit(elsewhere, u"another"_s));
        second.socket().abort();
        QTRY_COMPARE(first.peerEvents.size(), 2);
        RoomClient fourth;
        QVERIFY(fixture.admit(fourth));
    }

    void fullRoomAcceptsNewSessionOfItsPeer()
    {
        RoomOptions options;
        options.maxPeers = 1;
        RoomFixture fixture(options);
        RoomClient older(ownerOf("11"));
        RoomClient newer(ownerOf("11"));
        QVERIFY(fixture.admit(older));
        QVERIFY(fixture.admit(newer));
        QTRY_COMPARE(older.kicks.size(), 1);
        QVERIFY(newer.kicks.isEmpty());
    }

    void refusedSessionDoesNotReplaceOlderOne()
    {
        // The older session must be replaced only if the newer one is accepted.
        RoomOptions options;
        options.maxPeers = 1;
        RoomFixture fixture(options);
        RoomClient holder;
        RoomClient older(ownerOf("11"));
        RoomClient newer(ownerOf("11"));
        QVERIFY(fixture.admit(holder, u"full"_s) && fixture.admit(older, u"home"_s));
        newer.enter(fixture.server.port(), u"full"_s);
        QTRY_COMPARE(newer.kicks.size(), 1);
        QVERIFY2(newer.kicks.constFirst().contains(u"full"_s), qPrintable(newer.kicks.constFirst()));
        QVERIFY(RoomFixture::drain(older));
        QVERIFY2(older.kicks.isEmpty(), qPrintable(older.kicks.value(0)));
    }

    void limitsRooms()
    {
        RoomOptions options;
        options.maxRooms = 2;
        RoomFixture fixture(options);
        RoomClient first;
        RoomClient second;
        RoomClient third;
        QVERIFY(fixture.admit(first, u"one"_s) && fixture.admit(second, u"two"_s));
        third.enter(fixture.server.port(), u"three"_s);
        QTRY_COMPARE(third.kicks.size(), 1);
        QVERIFY2(third.kicks.constFirst().contains(u"room"_s), qPrintable(third.kicks.constFirst()));
        QTRY_VERIFY(third.isGone());
        RoomClient fourth;
        QVERIFY(fixture.admit(fourth, u"two"_s));
        first.socket().abort(); // also removes its room
        QTRY_COMPARE(fixture.server.peerCount(), 2);
        RoomClient fifth;
        QVERIFY(fixture.admit(fifth, u"three"_s));
    }

    void kicksPeer()
    {
        RoomFixture fixture;
        RoomClient guest;
        RoomClient bystander;
        QVERIFY(fixture.admit(guest) && fixture.admit(bystander));
        QVERIFY(!fixture.server.kick(*Address::parse(addressOf(1)), u"Nobody."_s));
        QVERIFY(fixture.server.kick(guest.address(), u"Please be kind, “friend”."_s));
        QCOMPARE(fixture.server.peerCount(), 1);
        QVERIFY(!fixture.server.kick(guest.address(), u"Again."_s));
        QTRY_COMPARE(guest.kicks, QStringList{u"Please be kind, “friend”."_s});
        QTRY_COMPARE(bystander.peerEvents, QStringList{leaveOf(guest)});
        QTRY_VERIFY(guest.isGone());
        QCOMPARE(guest.kicks.size(), 1);
    }

    void kickReachesFloodingPeer()
    {
        RoomOptions options;
        options.packetsPerSecond = 1'000'000;
        RoomFixture fixture(options);
        RoomClient flooder(ownerOf("11"));
        RoomClient bystander;
        RoomClient newer(ownerOf("11"));
        QVERIFY(fixture.admit(bystander) && fixture.admit(flooder));
        QTimer tap;
        connect(&tap, &QTimer::timeout, this, [&flooder] {
            while (!flooder.isGone() && flooder.socket().bytesToWrite() < 256 * 1024)
                flooder.say(QByteArray(16'000, 'x'), true);
        });
        tap.start(0ms);
        QTRY_VERIFY(!bystander.updates.isEmpty());
        newer.enter(fixture.server.port());
        QTRY_COMPARE(flooder.kicks.size(), 1);
        QTRY_VERIFY(flooder.isGone());
        tap.stop();
        QTRY_VERIFY(newer.isIn());
        QVERIFY(RoomFixture::settle(newer, {&bystander}));
        QCOMPARE(bystander.peerEvents, (QStringList{joinOf(flooder), leaveOf(flooder), joinOf(newer)}));
        // Packets of the flooder that were still in flight reached no one after it left.
        const auto fromFlooder = [&flooder](const RoomClient::Update &u) { return u.alias == *flooder.alias; };
        const auto fromNewer = [&newer](const RoomClient::Update &u) { return u.alias == *newer.alias; };
        const auto firstOfNewer = std::ranges::find_if(bystander.updates, fromNewer);
        QVERIFY(std::none_of(firstOfNewer, bystander.updates.end(), fromFlooder));
    }

    void limitsPacketRate()
    {
        RoomOptions options;
        options.packetsPerSecond = 50;
        RoomFixture fixture(options);
        RoomClient chatterbox;
        RoomClient calm;
        RoomClient listener;
        QVERIFY(fixture.admit(chatterbox) && fixture.admit(calm) && fixture.admit(listener));
        for (int i = 0; i < 500; ++i)
            chatterbox.say(QByteArray::number(i), i % 2 == 0);
        QVERIFY(RoomFixture::drain(chatterbox));
        QVERIFY(RoomFixture::settle(calm, {&listener})); // others are not limited
        const auto heard = listener.updates.size() - 1;
        QVERIFY2(heard >= 50 && heard <= 100, qPrintable(QString::number(heard))); // may have spanned two seconds
        QCOMPARE(listener.updates.constFirst().body, "0");
        QVERIFY(!chatterbox.isGone());
        QTRY_VERIFY((chatterbox.say("a second later"), listener.heard().contains("a second later")));
    }

    void reportsUsedPort()
    {
        RoomFixture fixture;
        RoomOptions options;
        options.port = fixture.server.port();
        RoomServer second(options);
        const auto listening = second.listen();
        QVERIFY(!listening);
        QCOMPARE(static_cast<int>(listening.error().code), static_cast<int>(ErrorCode::CannotListen));
        const QString &detail = listening.error().detail;
        QVERIFY2(detail.contains(QString::number(options.port)) && detail.endsWith(u'.'), qPrintable(detail));
        QCOMPARE(second.port(), quint16(0));
    }

    void reportsForeignAddress()
    {
        RoomOptions options;
        options.host = QHostAddress(u"192.0.2.1"_s); // reserved for documentation
        RoomServer server(options);
        const auto listening = server.listen();
        QVERIFY(!listening);
        QVERIFY2(listening.error().detail.contains(u"192.0.2.1"_s), qPrintable(listening.error().detail));
    }

    void reportsConnectionString()
    {
        RoomFixture fixture;
        const QString port = QString::number(fixture.server.port());
        QCOMPARE(fixture.server.connectionString(), u"ws-room:ws://127.0.0.1:%1/rooms/lobby"_s.arg(port));
        QCOMPARE(fixture.server.connectionString(u"den"_s), u"ws-room:ws://127.0.0.1:%1/rooms/den"_s.arg(port));
    }

    void closesWithPeersConnected_data()
    {
        QTest::addColumn<bool>("isDestroyed");
        QTest::newRow("closed") << false;
        QTest::newRow("destroyed") << true;
    }
    void closesWithPeersConnected()
    {
        QFETCH(const bool, isDestroyed);
        auto fixture = std::make_unique<RoomFixture>();
        const quint16 port = fixture->server.port();
        RoomClient first;
        RoomClient second;
        RoomClient third;
        RoomClient joining;
        joining.secondStep = [](RoomClient &, const QString &) {};
        QVERIFY(fixture->admit(first) && fixture->admit(second) && fixture->admit(third, u"another"_s));
        joining.enter(port);
        QTRY_COMPARE(joining.challenges.size(), 1);
        first.say("pending", true);
        if (isDestroyed)
            fixture.reset();
        else
            fixture->server.close();
        QTRY_VERIFY(first.isGone() && second.isGone() && third.isGone() && joining.isGone());
        if (isDestroyed)
            return;
        QCOMPARE(fixture->server.peerCount(), 0);
        QVERIFY(fixture->server.listen()); // again, on any port
        RoomClient again;
        QVERIFY(fixture->admit(again));
    }
};

ISLET_TEST(TestRoomLimits);
#include "tst_roomlimits.moc"
