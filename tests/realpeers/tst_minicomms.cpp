// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/minicomms.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = CommsSession::State;

namespace {

//! The indices of the Positions received from `from`, in order of arrival.
QList<std::uint32_t> indices(const TestClient &client, const Address &from)
{
    QList<std::uint32_t> found;
    for (const TestClient::Placed &placed : client.positions) {
        if (placed.from == from)
            found.append(placed.position.index);
    }
    return found;
}

bool areIncreasing(const QList<std::uint32_t> &numbers)
{
    return std::ranges::adjacent_find(numbers, std::greater_equal<>()) == numbers.end();
}

QStringList textsOf(const QList<TestClient::Said> &chats)
{
    QStringList texts;
    for (const TestClient::Said &said : chats)
        texts.append(said.text);
    return texts;
}

} // namespace

//! Two Islet clients in a room of the real mini-comms.
class TestMiniComms : public QObject {
    Q_OBJECT

private:
    MiniComms m_server;

    bool meet(TestClient &one, TestClient &other, const QString &room)
    {
        one.stand({1, 0, 2}, 90);
        other.stand({-3.5F, 1.25F, 40}, 180);
        if (!one.join(m_server.connectionString(room)) || !other.join(m_server.connectionString(room)))
            return false;
        return QTest::qWaitFor([&] { return one.knows(other) && other.knows(one); });
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(NodeProcess::missing().isEmpty(), qPrintable(NodeProcess::missing()));
        QVERIFY2(m_server.start(), qPrintable(m_server.why()));
    }

    void seeEachOther()
    {
        TestClient alice;
        TestClient bob;
        alice.stand({1, 0, 2}, 90);
        QVERIFY(alice.join(m_server.connectionString(u"sight"_s)));
        QTRY_VERIFY(alice.isIn());
        QVERIFY(alice.welcomes.constFirst().peers.isEmpty());
        QVERIFY(alice.welcomes.constFirst().authenticated);
        QVERIFY(bob.join(m_server.connectionString(u"sight"_s)));
        QTRY_VERIFY(bob.isIn());
        QCOMPARE(bob.welcomes.constFirst().peers, QList{alice.address()});
        QTRY_VERIFY(alice.knows(bob));
        QCOMPARE(alice.directory.count(), 1);
        QCOMPARE(bob.directory.count(), 1);
    }

    void receivesPositionsWithIncreasingIndex()
    {
        TestClient alice;
        TestClient bob;
        QVERIFY(meet(alice, bob, u"walk"_s));
        QTRY_VERIFY(bob.placeOf(alice.address()) && alice.placeOf(bob.address()));
        QVERIFY(bob.placeOf(alice.address())->position == (Vec3{1, 0, 2}));
        QCOMPARE(bob.placeOf(alice.address())->yaw, 90.F);
        QVERIFY(alice.placeOf(bob.address())->position == (Vec3{-3.5F, 1.25F, 40}));
        for (int step = 1; step <= 5; ++step) {
            alice.stand({static_cast<float>(step), 0, 2}, 90);
            QTRY_COMPARE(bob.placeOf(alice.address())->position.x, static_cast<float>(step));
        }
        const auto seen = indices(bob, alice.address());
        QVERIFY(seen.size() >= 5);
        QVERIFY(areIncreasing(seen));
        QVERIFY(seen.constFirst() >= 1); // the web client drops 0
        // A Movement accompanies each Position, with an increasing timestamp.
        QTRY_VERIFY(bob.movements.size() >= 5);
        QVERIFY(std::ranges::adjacent_find(bob.movements,
                                           [](const TestClient::Moved &a, const TestClient::Moved &b) {
                                               return a.movement.timestamp >= b.movement.timestamp;
                                           })
                == bob.movements.end());
        QCOMPARE(bob.adapter.counters().malformedIn, 0U);
    }

    void receivesOnePositionPerSecondAtRest()
    {
        TestClient alice;
        TestClient bob;
        QVERIFY(meet(alice, bob, u"still"_s));
        QTRY_VERIFY(bob.placeOf(alice.address()));
        const auto before = indices(bob, alice.address()).size();
        QTRY_VERIFY(indices(bob, alice.address()).size() >= before + 2);
    }

    void chatsBothWays()
    {
        TestClient alice;
        TestClient bob;
        QVERIFY(meet(alice, bob, u"talk"_s));
        const QStringList said{u"hello"_s, u"“quotes”, \"more\" and 'more'"_s, u"śćßñ 日本語 🏝️"_s,
                               u"<b>bold</b>"_s};
        for (const QString &text : said) {
            QVERIFY(alice.adapter.sendChat(text));
            QVERIFY(bob.adapter.sendChat(text.repeated(2)));
        }
        QTRY_COMPARE(textsOf(bob.chats), said);
        QTRY_COMPARE(alice.chats.size(), said.size());
        QCOMPARE(alice.chats.constLast().text, said.constLast().repeated(2));
        QVERIFY(alice.chats.constLast().from == bob.address());
        for (int i = 1; i < 4; ++i)
            QVERIFY(bob.chats.at(i).time > bob.chats.at(i - 1).time);
        QVERIFY(bob.chats.at(0).time > 45'000 && bob.chats.at(0).time < 100'000); // days since 1899
    }

    void answersPing()
    {
        TestClient alice;
        TestClient bob;
        QVERIFY(meet(alice, bob, u"ping"_s));
        QVERIFY(alice.pinger.ping());
        QTRY_COMPARE(alice.pongs.size(), 1);
        QVERIFY(alice.pongs.constFirst().first == bob.address());
        QVERIFY(alice.pongs.constFirst().second > std::chrono::microseconds(0));
        QVERIFY(alice.chats.isEmpty() && bob.chats.isEmpty()); // control messages are never shown
        QVERIFY(bob.pinger.ping());
        QTRY_COMPARE(bob.pongs.size(), 1);
    }

    void receivesEmoteOnce()
    {
        TestClient alice;
        TestClient bob;
        QVERIFY(meet(alice, bob, u"emote"_s));
        const auto urn = u"urn:decentraland:off-chain:base-emotes:wave"_s;
        QVERIFY(alice.adapter.sendEmote(urn));
        QVERIFY(alice.adapter.sendChat(u"after it"_s));
        QTRY_COMPARE(textsOf(bob.chats), QStringList{u"after it"_s});
        QCOMPARE(bob.emotes.size(), 1);
        QVERIFY(bob.emotes.constFirst().first == alice.address());
        QCOMPARE(bob.emotes.constFirst().second, urn);
    }

    void receivesSceneMessage()
    {
        TestClient alice;
        TestClient bob;
        QVERIFY(meet(alice, bob, u"scene"_s));
        QVERIFY(alice.adapter.sendSceneText(u"bafkreiexamplescene"_s, u"héllo"_s));
        QTRY_COMPARE(bob.scenes.size(), 1);
        QCOMPARE(bob.scenes.constFirst().scene.sceneId, u"bafkreiexamplescene"_s);
        QCOMPARE(bob.scenes.constFirst().scene.data, QByteArray::fromHex("0168c3a96c6c6f"));
    }

    void reportsLeaves()
    {
        TestClient alice;
        TestClient bob;
        QVERIFY(meet(alice, bob, u"leave"_s));
        bob.session.leave();
        QCOMPARE(bob.ends.size(), 1);
        QVERIFY(bob.ends.constFirst().kind == CloseReason::Kind::Requested);
        QTRY_COMPARE(alice.gone, QList{bob.address()});
        QVERIFY(!alice.knows(bob));
        QVERIFY(alice.isIn());
    }

    void keepsRoomsSeparate()
    {
        TestClient alice;
        TestClient bob;
        TestClient stranger;
        QVERIFY(meet(alice, bob, u"here"_s));
        QVERIFY(stranger.join(m_server.connectionString(u"there"_s)));
        QTRY_VERIFY(stranger.isIn());
        QVERIFY(stranger.adapter.sendChat(u"is anybody here?"_s));
        QVERIFY(alice.adapter.sendChat(u"among us"_s));
        QTRY_COMPARE(textsOf(bob.chats), QStringList{u"among us"_s});
        QVERIFY(stranger.chats.isEmpty());
        QCOMPARE(stranger.directory.count(), 0);
        QVERIFY(!alice.knows(stranger) && !bob.knows(stranger));
    }

    void keepsOlderOfTwoClientsDisconnected()
    {
        const QString key = u"41"_s.repeated(32);
        TestClient older(TestClient::owner(key), CommsSession::Retry::WhenLost);
        TestClient bystander;
        QVERIFY(meet(older, bystander, u"twins"_s));
        TestClient newer(TestClient::owner(key), CommsSession::Retry::WhenLost);
        QVERIFY(newer.join(m_server.connectionString(u"twins"_s)));
        QTRY_COMPARE(older.ends.size(), 1);
        QVERIFY2(older.ends.constFirst().kind == CloseReason::Kind::Kicked,
                 qPrintable(nameOf(older.ends.constFirst())));
        QVERIFY(older.ends.constFirst().arguments.constFirst().contains(u"Already logged in"_s));
        QCOMPARE(older.session.state(), State::Idle);
        QVERIFY(older.session.untilRetry() == std::chrono::milliseconds(0));
        QVERIFY(!older.states.contains(State::Waiting));
        older.session.retryNow(); // has no effect unless waiting
        QCOMPARE(older.session.state(), State::Idle);
        QTRY_VERIFY(newer.isIn());
        // The bystander ends up with one of them, whatever mini-comms sends twice, and reaches the newer one.
        QVERIFY(bystander.adapter.sendChat(u"who is there?"_s));
        QTRY_COMPARE(newer.chats.size(), 1);
        QTRY_VERIFY(bystander.knows(newer));
        QCOMPARE(bystander.directory.count(), 1);
        QVERIFY(newer.ends.isEmpty());
        QVERIFY(older.chats.isEmpty());
        QCOMPARE(older.ends.size(), 1);
    }

    void reconnectsAfterServerRestart()
    {
        TestClient alice(TestClient::someone(), CommsSession::Retry::WhenLost);
        TestClient bob(TestClient::someone(), CommsSession::Retry::WhenLost);
        QVERIFY(meet(alice, bob, u"lost"_s));
        QTRY_VERIFY(bob.placeOf(alice.address()));
        m_server.kill();
        QTRY_COMPARE(alice.losses.size(), 1);
        QTRY_COMPARE(bob.losses.size(), 1);
        QVERIFY2(alice.losses.constFirst().kind == CloseReason::Kind::Network,
                 qPrintable(nameOf(alice.losses.constFirst())));
        QCOMPARE(alice.session.state(), State::Waiting);
        QVERIFY(alice.session.untilRetry() > std::chrono::milliseconds(0));
        QVERIFY(alice.session.untilRetry() <= std::chrono::milliseconds(1'200)); // one second, plus up to 20 % jitter
        QVERIFY(!alice.knows(bob)); // unreachable peers are removed
        QVERIFY(alice.ends.isEmpty());

        QVERIFY2(m_server.start(), qPrintable(m_server.why()));
        const auto before = indices(bob, alice.address());
        bob.positions.clear();
        // An attempt may have failed meanwhile, and the next be far off.
        QTRY_VERIFY_WITH_TIMEOUT((alice.session.retryNow(), bob.session.retryNow(), alice.isIn() && bob.isIn()),
                                 15'000);
        QTRY_VERIFY(alice.knows(bob) && bob.knows(alice));
        QTRY_VERIFY(!indices(bob, alice.address()).isEmpty());
        QVERIFY(indices(bob, alice.address()).constFirst() > before.constLast());
        QVERIFY(alice.adapter.sendChat(u"back again"_s));
        QTRY_COMPARE(textsOf(bob.chats), QStringList{u"back again"_s});
        QVERIFY(alice.ends.isEmpty());
    }
};

ISLET_TEST(TestMiniComms);
#include "tst_minicomms.moc"
