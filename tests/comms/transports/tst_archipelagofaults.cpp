// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "archipelagofixture.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
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

//! A visitor of the islands, and what its transport emits.
struct Visit {
    explicit Visit(const Islands &islands, const Route &route = {u"archipelago"_s},
                   const ArchipelagoTransport::Timing &timing = quick())
        : transport(islands.service.url(), {identity}, factory, route, timing)
        , probe(transport)
    {
        transport.reportPosition({10, 0, 0});
        transport.open();
    }
    bool isOpen() const { return transport.state() == Transport::State::Open; }

    Identity identity = TestClient::someone();
    TransportFactory factory{allProtocols(), {identity}};
    ArchipelagoTransport transport;
    TransportProbe probe;
};

//! A room address where nothing listens.
QString unreachableRoom()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return u"ws-room:ws://127.0.0.1:%1/rooms/nowhere"_s.arg(probe.serverPort());
}

} // namespace

//! Faulty or hostile archipelagos and islands: one error message each, and never a hang.
class TestArchipelagoFaults : public QObject {
    Q_OBJECT

private:
    void compareEnd(const Visit &visit, Kind kind, const QString &code)
    {
        QTRY_VERIFY_WITH_TIMEOUT(visit.probe.isClosed(), 10'000);
        QVERIFY2(visit.probe.kind() == kind, qPrintable(visit.probe.detail()));
        QCOMPARE(visit.probe.code(), code);
        QCOMPARE(visit.probe.closes.size(), 1);
        QCOMPARE(visit.probe.afterClose, 0);
    }

private slots:
    void closesOnHandshakeFaults_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("silence") << Fault::Silence << Kind::Network << u"archipelago.no-challenge"_s;
        QTest::newRow("no welcome") << Fault::NoWelcome << Kind::Network << u"handshake.no-welcome"_s;
        QTest::newRow("challenge that must not be signed")
            << Fault::BadChallenge << Kind::Protocol << u"handshake.bad-challenge"_s;
        QTest::newRow("welcome first") << Fault::WelcomeFirst << Kind::Protocol << u"archipelago.not-challenge"_s;
        QTest::newRow("island first") << Fault::IslandFirst << Kind::Protocol << u"archipelago.not-welcome"_s;
        QTest::newRow("garbage") << Fault::Garbage << Kind::Protocol << u"archipelago.malformed"_s;
        QTest::newRow("text") << Fault::Text << Kind::Protocol << u"archipelago.text"_s;
        QTest::newRow("1007") << Fault::CannotRead << Kind::Protocol << u"archipelago.unreadable"_s;
        QTest::newRow("closed at the request")
            << Fault::Close << Kind::Rejected << u"archipelago.closed-before-challenge"_s;
        QTest::newRow("closed at the signature")
            << Fault::CloseAtSignature << Kind::Rejected << u"archipelago.closed-before-welcome"_s;
        QTest::newRow("kicked at the signature") << Fault::KickAtSignature << Kind::Kicked << u"archipelago.kicked"_s;
    }
    void closesOnHandshakeFaults()
    {
        QFETCH(const Fault, fault);
        QFETCH(const Kind, kind);
        QFETCH(const QString, code);
        Islands islands;
        islands.service.setFault(fault);
        auto timing = quick();
        if (fault == Fault::Silence || fault == Fault::NoWelcome)
            timing.answer = 200ms;
        const Visit visit(islands, {u"archipelago"_s}, timing);
        compareEnd(visit, kind, code);
        QVERIFY(visit.probe.welcomes.isEmpty());
        QCOMPARE(islands.service.refused(), 0);
        QTRY_COMPARE(islands.service.present(), 0);
    }

    void rejectsUnusableIslandAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text"); // of the error
        QTest::newRow("livekit") << u"livekit:wss://host?access_token=SECRETSECRET"_s << u"island.refused"_s
                                 << u"livekit"_s;
        QTest::newRow("circle") << u"archipelago:wss://host/ws"_s << u"island.refused"_s << u"loop"_s;
        QTest::newRow("wider circle") << u"realm:https://host"_s << u"island.refused"_s << u"loop"_s;
        QTest::newRow("nonsense") << u"an island"_s << u"island.refused"_s << u"isn't a connection string"_s;
        QTest::newRow("unencrypted") << u"ws-room:ws://203.0.113.7/rooms/one"_s << u"island.refused"_s
                                     << u"isn't encrypted"_s;
        QTest::newRow("endless") << u"ws-room:wss://"_s + QString(100'000, u'x') << u"island.refused"_s
                                 << u"too long"_s;
        QTest::newRow("empty, as for banned users") << QString() << u"island.no-address"_s << QString();
    }
    void rejectsUnusableIslandAddresses()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, code);
        QFETCH(const QString, text);
        Islands islands;
        islands.service.setConnectionStringOf([&address](const QString &) { return address; });
        const Visit visit(islands, {u"realm"_s, u"archipelago"_s});
        compareEnd(visit, Kind::Rejected, code);
        QVERIFY2(visit.probe.detail().contains(text), qPrintable(visit.probe.detail()));
        QVERIFY(!visit.probe.detail().contains(u"SECRET"_s));
        QVERIFY2(visit.probe.detail().size() < 500, qPrintable(visit.probe.detail()));
        QTRY_COMPARE(islands.service.present(), 0);
    }

    void endsWhenKickedByService()
    {
        Islands islands;
        TestClient client(TestClient::someone(), CommsSession::Retry::WhenLost);
        QVERIFY(client.join(islands.service.connectionString()));
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        QVERIFY(islands.service.kick(client.address()));
        QTRY_COMPARE(client.ends.size(), 1);
        QVERIFY(client.ends.constFirst().kind == Kind::Kicked);
        QVERIFY(client.losses.isEmpty());
        QCOMPARE(client.session.untilRetry(), 0ms);
        QTRY_COMPARE(islands.rooms.peerCount(), 0); // the island was left too
    }

    void closesWhenKickedByIsland()
    {
        Islands islands;
        const Visit visit(islands);
        QTRY_COMPARE(visit.probe.steps.count(Step::Welcomed), 2);
        QVERIFY(islands.rooms.kick(visit.identity.address(), u"Enough is enough"_s));
        compareEnd(visit, Kind::Kicked, u"kicked"_s);
        QCOMPARE(visit.probe.closes.constFirst().arguments, QStringList{u"“Enough is enough”"_s});
        QTRY_COMPARE(islands.service.present(), 0);
    }

    void retriesLostIsland()
    {
        Islands islands;
        islands.service.setAssignsIslands(false);
        const Visit visit(islands);
        ScriptedServer island;
        island.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        QTRY_VERIFY(visit.isOpen());
        QVERIFY(islands.service.move(visit.identity.address(), u"b"_s, island.connectionString()));
        for (int times = 1; times <= 10; ++times) { // it welcomes us each time, so it never counts as unreachable
            QVERIFY(waitUntil([&] { return visit.probe.peerEvents.size() == times * 2 - 1; }));
            QCOMPARE(visit.probe.peerEvents.constLast(), u"joined "_s + addressOf(2));
            island.abort();
            QVERIFY(waitUntil([&] { return visit.probe.peerEvents.size() == times * 2; }));
            QCOMPARE(visit.probe.peerEvents.constLast(), u"left "_s + addressOf(2));
        }
        QCOMPARE(islands.service.asked(), 1);
        QVERIFY(visit.isOpen());
    }

    void reconnectsToServiceAfterThreeFailures()
    {
        Islands islands;
        const QString unreachable = unreachableRoom();
        // The second time the address is valid, like one whose expired token was renewed.
        islands.service.setConnectionStringOf([&](const QString &island) {
            return islands.service.asked() < 2 ? unreachable : islands.rooms.connectionString(island);
        });
        const Visit visit(islands);
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        QCOMPARE(islands.service.asked(), 2);
        QCOMPARE(islands.service.kicks(), 0); // the old connection was closed first
        QTRY_COMPARE(islands.service.present(), 1);
        QCOMPARE(visit.probe.welcomes.size(), 1);
        QVERIFY(visit.isOpen());

        // The same happens when that island is lost later.
        islands.service.setConnectionStringOf([&unreachable](const QString &) { return unreachable; });
        islands.rooms.close();
        QTRY_COMPARE(islands.service.asked(), 3);
        compareEnd(visit, Kind::Network, u"island.lost"_s);
        QCOMPARE(visit.probe.closes.constFirst().arguments, QStringList{u"“island-0”"_s});
        QCOMPARE(islands.service.asked(), 3);
    }

    void closesIfIslandStaysUnreachable()
    {
        Islands islands;
        const QString unreachable = unreachableRoom();
        islands.service.setConnectionStringOf([&unreachable](const QString &) { return unreachable; });
        const Visit visit(islands);
        compareEnd(visit, Kind::Network, u"island.lost"_s);
        QCOMPARE(visit.probe.causeCode(), u"net.refused"_s);
        QCOMPARE(islands.service.asked(), 2);
        QCOMPARE(visit.probe.welcomes.size(), 1);
        QTRY_COMPARE(islands.service.present(), 0);
    }

    void closesForGoodIfIslandRejects()
    {
        Islands islands;
        ScriptedServer island;
        island.on(ScriptedServer::Moment::Identified, [](ScriptedServer &self) { self.closeCleanly(); });
        islands.service.setConnectionStringOf([&island](const QString &) { return island.connectionString(); });
        const Visit visit(islands);
        compareEnd(visit, Kind::Rejected, u"island.lost"_s); // so that no session retries forever
        QCOMPARE(visit.probe.causeCode(), u"handshake.closed-before-challenge"_s);
        QCOMPARE(islands.service.asked(), 2);
        QCOMPARE(island.arrivals(), 6);
    }

    void resetsFailuresForAnotherIsland()
    {
        Islands islands;
        const QString unreachable = unreachableRoom();
        islands.service.setAssignsIslands(false);
        auto timing = quick();
        timing.again = 100ms; // the next island is named before this one has failed three times
        const Visit visit(islands, {u"archipelago"_s}, timing);
        QTRY_VERIFY(visit.isOpen());
        for (int i = 0; i < 5; ++i) {
            QVERIFY(islands.service.move(visit.identity.address(), u"away-%1"_s.arg(i), unreachable));
            QVERIFY(waitUntil([&] { return visit.probe.steps.count(Step::Moved) == i + 1; }));
        }
        QVERIFY(islands.service.move(visit.identity.address(), u"here"_s));
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        QCOMPARE(islands.service.asked(), 1);
    }

    void countsMalformedPacketsAfterWelcome()
    {
        Islands islands;
        const Visit visit(islands);
        const Address &us = visit.identity.address();
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        islands.service.setAssignsIslands(false);
        QVERIFY(islands.service.sendBytes(us, "\xff\xff\xff\xff"_ba));
        QVERIFY(islands.service.sendText(us, u"hello"_s));
        QVERIFY(islands.service.sendBytes(us, QByteArray())); // an empty packet
        const QByteArray late = encode(archipelago::ChallengeResponse{u"dcl-0.cjn1h9uisdb"_s});
        QVERIFY(islands.service.sendBytes(us, late));
        QVERIFY(islands.service.move(us, u"elsewhere"_s));
        QTRY_COMPARE(islands.journeyOf(us).size(), 2);
        QCOMPARE(visit.transport.counters().malformedIn, 2U);
        QCOMPARE(islands.service.welcomed(), 1); // no second challenge was signed
        QVERIFY(visit.isOpen());
    }

    void reconnectsToLostService()
    {
        Islands islands;
        TestClient client(TestClient::someone(), CommsSession::Retry::WhenLost);
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
