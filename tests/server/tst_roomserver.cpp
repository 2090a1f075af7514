// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "roomfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

#include <numeric>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Joining, relaying and leaving.
class TestRoomServer : public QObject {
    Q_OBJECT

private slots:
    void admitsGuestsAndOwners()
    {
        RoomFixture fixture;
        QSignalSpy joined(&fixture.server, &RoomServer::peerJoined);
        RoomClient guest;
        RoomClient owner(Identity::create(PrivateKey::generate()));
        QVERIFY(fixture.admit(guest));
        QVERIFY(guest.peers.isEmpty());
        QVERIFY(fixture.admit(owner));
        QVERIFY(*guest.alias != *owner.alias && *guest.alias > 0);
        QCOMPARE(owner.peers, (QMap<quint32, QString>{{*guest.alias, guest.addressText()}}));
        QTRY_COMPARE(guest.peerEvents, QStringList{joinOf(owner)});
        QVERIFY(owner.peerEvents.isEmpty());
        QCOMPARE(fixture.server.peerCount(), 2);
        QCOMPARE(joined.size(), 2);
        QCOMPARE(joined.at(1).at(1).toString(), u"lobby"_s);
        QVERIFY(guest.socket().httpAnswer().toLower().contains("sec-websocket-protocol: rfc5"));
    }

    void ignoresSpellingOfAddress()
    {
        RoomFixture fixture;
        RoomClient checksummed;
        RoomClient other;
        QVERIFY(fixture.admit(other));
        checksummed.firstStep = [](RoomClient &self) { self.identify(self.address().toChecksummed()); };
        QVERIFY(fixture.admit(checksummed));
        QTRY_COMPARE(other.peerEvents, QStringList{joinOf(checksummed)}); // in lower case
    }

    void challengesAreUnique()
    {
        RoomFixture fixture;
        QSet<QString> seen;
        for (int i = 0; i < 20; ++i) {
            RoomClient client;
            QVERIFY(fixture.admit(client));
            QCOMPARE(client.challenges.size(), 1);
            const QString text = client.challenges.constFirst();
            QVERIFY2(Challenge::parse(text), qPrintable(text));
            seen.insert(text);
        }
        QCOMPARE(seen.size(), 20);
    }

    void relaysUnchangedWithSendersAlias()
    {
        RoomFixture fixture;
        RoomClient speaker;
        RoomClient listener;
        QVERIFY(fixture.admit(speaker));
        QVERIFY(fixture.admit(listener));
        QByteArray everyByte(256, '\0');
        std::iota(everyByte.begin(), everyByte.end(), '\0');
        speaker.say(everyByte, false, 0);
        speaker.say(everyByte, true, *listener.alias);
        speaker.say("no rfc4 packet at all", false, 4'000'000'000U);
        speaker.say({}, false, *speaker.alias);
        QTRY_COMPARE(listener.updates.size(), 4);
        QCOMPARE(listener.heard(), (QList<QByteArray>{everyByte, everyByte, "no rfc4 packet at all", {}}));
        for (const RoomClient::Update &update : std::as_const(listener.updates))
            QCOMPARE(update.alias, *speaker.alias);
        QVERIFY(!listener.updates.at(0).isUnreliable);
        QVERIFY(listener.updates.at(1).isUnreliable);
        listener.say("your turn");
        QTRY_COMPARE(speaker.heard(), QList<QByteArray>{"your turn"}); // and no echo of its own packets before it
    }

    void keepsOrderOfMixedPackets()
    {
        RoomOptions options;
        options.packetsPerSecond = 100'000;
        RoomFixture fixture(options);
        RoomClient speaker;
        RoomClient listener;
        QVERIFY(fixture.admit(speaker));
        QVERIFY(fixture.admit(listener));
        QList<QByteArray> sent;
        for (int i = 0; i < 1'000; ++i) {
            sent.append(QByteArray::number(i));
            speaker.say(sent.constLast(), i % 3 != 0);
        }
        QTRY_COMPARE(listener.updates.size(), sent.size());
        QCOMPARE(listener.heard(), sent);
    }

    void sendsNothingOlderThanTheWelcome()
    {
        RoomFixture fixture;
        RoomClient speaker;
        RoomClient newcomer;
        QVERIFY(fixture.admit(speaker));
        newcomer.secondStep = [&speaker, answer = newcomer.secondStep](RoomClient &self, const QString &text) {
            for (int i = 0; i < 20; ++i)
                speaker.say("old", true);
            answer(self, text);
        };
        QVERIFY(fixture.admit(newcomer));
        speaker.say("new");
        QTRY_VERIFY(newcomer.heard().contains("new"));
        // Every update comes from a peer that the welcome listed.
        for (const RoomClient::Update &update : std::as_const(newcomer.updates))
            QVERIFY(newcomer.peers.contains(update.alias));
    }

    void ignoresOtherMessages()
    {
        RoomFixture fixture;
        RoomClient speaker;
        RoomClient listener;
        QVERIFY(fixture.admit(speaker));
        QVERIFY(fixture.admit(listener));
        speaker.send(rfc5::Message());
        speaker.send(peerLeave(*listener.alias));
        speaker.send(peerJoin(99, addressOf(99)));
        speaker.send(kicked(u"by a peer"_s));
        speaker.send(welcome(7));
        speaker.identify(addressOf(3));
        QVERIFY(RoomFixture::settle(speaker, {&listener}));
        QCOMPARE(listener.updates.size(), 1);
        QVERIFY(listener.peerEvents.isEmpty());
        QVERIFY(listener.kicks.isEmpty());
    }

    void roomsAreSeparate()
    {
        RoomFixture fixture;
        RoomClient here;
        RoomClient there;
        RoomClient alsoThere;
        QVERIFY(fixture.admit(here, u"here"_s));
        QVERIFY(fixture.admit(there, u"there"_s));
        QVERIFY(fixture.admit(alsoThere, u"there"_s));
        QVERIFY(there.peers.isEmpty() || !there.peers.contains(*here.alias));
        here.say("echo?");
        there.say("hello");
        QTRY_COMPARE(alsoThere.heard(), QList<QByteArray>{"hello"});
        alsoThere.socket().abort();
        QTRY_COMPARE(there.peerEvents, (QStringList{joinOf(alsoThere), leaveOf(alsoThere)}));
        QVERIFY(here.peerEvents.isEmpty());
        QVERIFY(here.updates.isEmpty());
        QCOMPARE(fixture.server.peerCount(), 2);
    }

    void roomsWithOddNamesAreSeparate()
    {
        // Characters that a URL encodes in three each: 40 of them make a name of 120.
        RoomFixture fixture;
        RoomClient here;
        RoomClient there;
        const auto isSettled = [](RoomClient &one) { return one.isIn() || one.socket().httpStatus() >= 400; };
        here.enter(fixture.server.port(), QString(40, u'"'));
        QTRY_VERIFY(isSettled(here));
        there.enter(fixture.server.port(), QString(40, u'^'));
        QTRY_VERIFY(isSettled(there)); // may be refused or admitted
        QVERIFY(!here.isIn() || !there.peers.contains(*here.alias));
    }

    void announcesLeavingOnce_data()
    {
        QTest::addColumn<std::function<void(RawWsClient &)>>("leave");
        QTest::newRow("aborted") << std::function<void(RawWsClient &)>([](RawWsClient &socket) { socket.abort(); });
        QTest::newRow("half-closed") << std::function<void(RawWsClient &)>([](RawWsClient &s) { s.halfClose(); });
        QTest::newRow("closed") << std::function<void(RawWsClient &)>(
            [](RawWsClient &s) { s.sendFrame(RawWsClient::Opcode::Close, QByteArray::fromHex("03e8")); });
    }
    void announcesLeavingOnce()
    {
        QFETCH(const std::function<void(RawWsClient &)>, leave);
        RoomFixture fixture;
        QSignalSpy goings(&fixture.server, &RoomServer::peerLeft);
        RoomClient stays;
        RoomClient alsoStays;
        RoomClient leaves;
        QVERIFY(fixture.admit(stays) && fixture.admit(alsoStays) && fixture.admit(leaves));
        QTRY_COMPARE(stays.peerEvents.size(), 2);
        leave(leaves.socket());
        QTRY_COMPARE(stays.peerEvents.value(2), leaveOf(leaves));
        QVERIFY(RoomFixture::settle(alsoStays, {&stays}));
        QCOMPARE(stays.peerEvents.size(), 3);
        QCOMPARE(goings.size(), 1);
        QCOMPARE(fixture.server.peerCount(), 2);
        QTRY_VERIFY(leaves.isGone());
    }

    void newerSessionReplacesOlder()
    {
        RoomFixture fixture;
        RoomClient bystander;
        RoomClient older(ownerOf("11"));
        RoomClient newer(ownerOf("11"));
        QVERIFY(fixture.admit(bystander) && fixture.admit(older));
        QVERIFY(!older.wasAlreadyConnected);
        QVERIFY(fixture.admit(newer));
        QVERIFY(newer.wasAlreadyConnected);
        QTRY_COMPARE(older.kicks.size(), 1);
        QVERIFY2(older.kicks.constFirst().contains(u"another window or device"_s),
                 qPrintable(older.kicks.constFirst()));
        QTRY_VERIFY(older.isGone());
        QCOMPARE(newer.peers, (QMap<quint32, QString>{{*bystander.alias, bystander.addressText()}}));
        newer.say("it is me");
        QTRY_COMPARE(bystander.heard(), QList<QByteArray>{"it is me"});
        QCOMPARE(bystander.peerEvents, (QStringList{joinOf(older), leaveOf(older), joinOf(newer)}));
        QCOMPARE(fixture.server.peerCount(), 2);
    }

    void newerSessionReplacesOlderInAnotherRoom()
    {
        RoomFixture fixture;
        RoomClient bystander;
        RoomClient older(ownerOf("11"));
        RoomClient newer(ownerOf("11"));
        QVERIFY(fixture.admit(bystander, u"here"_s) && fixture.admit(older, u"here"_s)
                && fixture.admit(newer, u"there"_s));
        QTRY_COMPARE(older.kicks.size(), 1);
        QTRY_COMPARE(bystander.peerEvents, (QStringList{joinOf(older), leaveOf(older)}));
        QVERIFY(newer.peers.isEmpty());
    }
};

ISLET_TEST(TestRoomServer);
#include "tst_roomserver.moc"
