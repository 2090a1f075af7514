// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "archipelagofixture.h"
#include "tests/support/client.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Fault = ArchipelagoServer::Fault;
using Kind = CloseReason::Kind;
using Step = HandshakeStep::Kind;

namespace {

//! Somebody who goes to the islands, and what they are told.
struct Visit {
    explicit Visit(const Islands &islands, const Route &route = {u"archipelago"_s},
                   const ArchipelagoTransport::Timing &timing = quick())
        : transport(islands.service.url(), identity, factory, route, timing)
        , probe(transport)
    {
        transport.reportPosition({10, 0, 0});
        transport.open();
    }
    bool isIn() const { return transport.state() == Transport::State::Open; }

    Identity identity = Client::someone();
    TransportFactory factory{allProtocols(), identity};
    ArchipelagoTransport transport;
    TransportProbe probe;
};

//! Where nobody listens.
QString nowhere()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return u"ws-room:ws://127.0.0.1:%1/rooms/nowhere"_s.arg(probe.serverPort());
}

} // namespace

//! Archipelagos and islands that are wrong, mad, or do not want us: one sentence each, and never a hang.
class TestArchipelagoFaults : public QObject {
    Q_OBJECT

private:
    void isOver(const Visit &visit, Kind kind, const QString &says)
    {
        QTRY_VERIFY_WITH_TIMEOUT(visit.probe.isClosed(), 10'000);
        QVERIFY2(visit.probe.kind() == kind, qPrintable(visit.probe.detail()));
        QVERIFY2(visit.probe.detail().contains(says), qPrintable(visit.probe.detail()));
        QCOMPARE(visit.probe.closes.size(), 1);
        QCOMPARE(visit.probe.afterClose, 0);
    }

private slots:
    void handshakesThatGoWrong_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("silence") << Fault::Silence << Kind::Network << u"asked for no signature"_s;
        QTest::newRow("no welcome") << Fault::NoWelcome << Kind::Network << u"did not say whether"_s;
        QTest::newRow("a text nobody may sign") << Fault::BadChallenge << Kind::Protocol << u"sign"_s;
        QTest::newRow("welcome first") << Fault::WelcomeFirst << Kind::Protocol << u"else than a challenge"_s;
        QTest::newRow("island first") << Fault::IslandFirst << Kind::Protocol << u"else than a welcome"_s;
        QTest::newRow("garbage") << Fault::Garbage << Kind::Protocol << u"no archipelago packet"_s;
        QTest::newRow("text") << Fault::Text << Kind::Protocol << u"sent text"_s;
        QTest::newRow("1007") << Fault::CannotRead << Kind::Protocol << u"could not read"_s;
        QTest::newRow("closed at the request") << Fault::Close << Kind::Rejected << u"instead of asking"_s;
        QTest::newRow("closed at the signature") << Fault::CloseAtSignature << Kind::Rejected << u"while checking"_s;
        QTest::newRow("kicked at the signature") << Fault::KickAtSignature << Kind::Kicked << u"banned"_s;
    }
    void handshakesThatGoWrong()
    {
        QFETCH(const Fault, fault);
        QFETCH(const Kind, kind);
        QFETCH(const QString, says);
        Islands islands;
        islands.service.setFault(fault);
        auto timing = quick();
        if (fault == Fault::Silence || fault == Fault::NoWelcome)
            timing.answer = 200ms;
        const Visit visit(islands, {u"archipelago"_s}, timing);
        isOver(visit, kind, says);
        QVERIFY(visit.probe.welcomes.isEmpty());
        QCOMPARE(islands.service.refused(), 0);
        QTRY_COMPARE(islands.service.present(), 0);
    }

    void islandsWhereOneCannotGo_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("says");
        QTest::newRow("livekit") << u"livekit:wss://host?access_token=SECRETSECRET"_s << u"livekit"_s;
        QTest::newRow("circle") << u"archipelago:wss://host/ws"_s << u"circle"_s;
        QTest::newRow("wider circle") << u"realm:https://host"_s << u"circle"_s;
        QTest::newRow("nonsense") << u"an island"_s << u"no connection string"_s;
        QTest::newRow("in the clear") << u"ws-room:ws://203.0.113.7/rooms/one"_s << u"without encryption"_s;
        QTest::newRow("endless") << u"ws-room:wss://"_s + QString(100'000, u'x') << u"at most"_s;
        QTest::newRow("none, as for the banned") << QString() << u"banned"_s;
    }
    void islandsWhereOneCannotGo()
    {
        QFETCH(const QString, way);
        QFETCH(const QString, says);
        Islands islands;
        islands.service.setWayTo([&way](const QString &) { return way; });
        const Visit visit(islands, {u"realm"_s, u"archipelago"_s});
        isOver(visit, Kind::Rejected, says);
        QVERIFY(!visit.probe.detail().contains(u"SECRET"_s));
        QVERIFY2(visit.probe.detail().size() < 500, qPrintable(visit.probe.detail()));
        QTRY_COMPARE(islands.service.present(), 0);
    }

    void aKickByTheServiceIsTheEnd()
    {
        Islands islands;
        Client client(Client::someone(), CommsSession::Retry::WhenLost);
        QVERIFY(client.join(islands.service.connectionString()));
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        QVERIFY(islands.service.kick(client.address()));
        QTRY_COMPARE(client.ends.size(), 1);
        QVERIFY(client.ends.constFirst().kind == Kind::Kicked);
        QVERIFY(client.losses.isEmpty());
        QCOMPARE(client.session.untilRetry(), 0ms);
        QTRY_COMPARE(islands.rooms.peerCount(), 0); // the island is left too
    }

    void aKickByAnIslandIsTheEnd()
    {
        Islands islands;
        const Visit visit(islands);
        QTRY_COMPARE(visit.probe.steps.count(Step::Welcomed), 2);
        QVERIFY(islands.rooms.kick(visit.identity.address(), u"Enough is enough"_s));
        isOver(visit, Kind::Kicked, u"Enough is enough"_s);
        QTRY_COMPARE(islands.service.present(), 0);
    }

    void aLostIslandIsTriedAgain()
    {
        Islands islands;
        islands.service.setPlaces(false);
        const Visit visit(islands);
        ScriptedServer island;
        island.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        QTRY_VERIFY(visit.isIn());
        QVERIFY(islands.service.move(visit.identity.address(), u"b"_s, island.connectionString()));
        for (int times = 1; times <= 10; ++times) { // it lets us in each time: it never counts as out of reach
            QVERIFY(waitUntil([&] { return visit.probe.comings.size() == times * 2 - 1; }));
            QCOMPARE(visit.probe.comings.constLast(), u"joined "_s + addressOf(2));
            island.abort();
            QVERIFY(waitUntil([&] { return visit.probe.comings.size() == times * 2; }));
            QCOMPARE(visit.probe.comings.constLast(), u"left "_s + addressOf(2));
        }
        QCOMPARE(islands.service.asked(), 1);
        QVERIFY(visit.isIn());
    }

    void afterThreeFailuresTheServiceIsAskedAfresh()
    {
        Islands islands;
        const QString away = nowhere();
        islands.service.setWayTo([&away](const QString &) { return away; });
        const Visit visit(islands);
        QTRY_VERIFY(visit.isIn());
        // The way is a good one by then, as one whose token had expired would be.
        connect(&visit.transport, &Transport::stepCompleted, this, [&](const HandshakeStep &step) {
            if (step.kind == Step::Challenged)
                islands.service.setWayTo([&](const QString &island) { return islands.rooms.connectionString(island); });
        });
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        QCOMPARE(islands.service.asked(), 2);
        QCOMPARE(islands.service.kicks(), 0); // who asks afresh has left before
        QTRY_COMPARE(islands.service.present(), 1);
        QCOMPARE(visit.probe.welcomes.size(), 1);
        QVERIFY(visit.isIn());

        // And so it is when that island is lost after all.
        islands.service.setWayTo([&away](const QString &) { return away; });
        disconnect(&visit.transport, nullptr, this, nullptr);
        islands.rooms.close();
        QTRY_COMPARE(islands.service.asked(), 3);
        isOver(visit, Kind::Network, u"“island-0” cannot be reached"_s);
        QCOMPARE(islands.service.asked(), 3);
    }

    void islandsOutOfReachAreTheEnd()
    {
        Islands islands;
        const QString away = nowhere();
        islands.service.setWayTo([&away](const QString &) { return away; });
        const Visit visit(islands);
        isOver(visit, Kind::Network, u"Nobody listens"_s);
        QCOMPARE(islands.service.asked(), 2);
        QCOMPARE(visit.probe.welcomes.size(), 1);
        QTRY_COMPARE(islands.service.present(), 0);
    }

    void islandsThatTurnOneAwayAreTheEndForGood()
    {
        Islands islands;
        ScriptedServer island;
        island.on(ScriptedServer::Moment::Identified, [](ScriptedServer &self) { self.closePolitely(); });
        islands.service.setWayTo([&island](const QString &) { return island.connectionString(); });
        const Visit visit(islands);
        isOver(visit, Kind::Rejected, u"refuses this address"_s); // so that no session tries for ever
        QCOMPARE(islands.service.asked(), 2);
        QCOMPARE(island.arrivals(), 6);
    }

    void anotherIslandIsAnotherChance()
    {
        Islands islands;
        const QString away = nowhere();
        islands.service.setPlaces(false);
        auto timing = quick();
        timing.again = 100ms; // the next is named before this one has failed three times
        const Visit visit(islands, {u"archipelago"_s}, timing);
        QTRY_VERIFY(visit.isIn());
        for (int i = 0; i < 5; ++i) {
            QVERIFY(islands.service.move(visit.identity.address(), u"away-%1"_s.arg(i), away));
            QVERIFY(waitUntil([&] { return visit.probe.steps.count(Step::Moved) == i + 1; }));
        }
        QVERIFY(islands.service.move(visit.identity.address(), u"here"_s));
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        QCOMPARE(islands.service.asked(), 1);
    }

    void nonsenseInsideIsCountedAndNoMore()
    {
        Islands islands;
        const Visit visit(islands);
        const Address &us = visit.identity.address();
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        islands.service.setPlaces(false);
        QVERIFY(islands.service.sendBytes(us, "\xff\xff\xff\xff"_ba));
        QVERIFY(islands.service.sendText(us, u"hello"_s));
        QVERIFY(islands.service.sendBytes(us, QByteArray())); // no message at all
        ArchipelagoServer::ServerPacket late;
        late.mutable_challenge_response()->set_challenge_to_sign("dcl-0.cjn1h9uisdb");
        QVERIFY(islands.service.sendBytes(us, serialised(late)));
        QVERIFY(islands.service.move(us, u"elsewhere"_s));
        QTRY_COMPARE(islands.journeyOf(us).size(), 2);
        QCOMPARE(visit.transport.counters().malformedIn, 2U);
        QCOMPARE(islands.service.welcomed(), 1); // nothing was signed a second time
        QVERIFY(visit.isIn());
    }

    void aServiceThatIsLostIsTriedAgain()
    {
        Islands islands;
        Client client(Client::someone(), CommsSession::Retry::WhenLost);
        QVERIFY(client.join(islands.service.connectionString()));
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        islands.service.cut();
        QTRY_COMPARE(client.losses.size(), 1);
        QVERIFY(client.losses.constFirst().kind == Kind::Network);
        QTRY_VERIFY(client.isIn());
        QTRY_COMPARE(islands.journeyOf(client.address()).size(), 2);
        QVERIFY(client.ends.isEmpty());
    }
};

ISLET_TEST(TestArchipelagoFaults);
#include "tst_archipelagofaults.moc"
