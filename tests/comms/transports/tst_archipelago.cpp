// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "archipelagofixture.h"
#include "tests/identity/testkeys.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = CommsSession::State;
using Step = HandshakeStep::Kind;

namespace {

//! A transport to an archipelago, and what it reports.
struct Visit {
    explicit Visit(const Islands &islands, Identity who = TestClient::someone())
        : identity(std::move(who))
        , factory(allProtocols(), {identity})
        , transport(islands.service.url(), {identity}, factory, {u"archipelago"_s}, quick())
        , probe(transport)
    { }

    bool enter()
    {
        transport.open();
        return waitUntil([this] { return transport.state() == Transport::State::Open; });
    }

    Identity identity;
    TransportFactory factory;
    ArchipelagoTransport transport;
    TransportProbe probe;
};

//! The positions in one client's heartbeats, as the service received them.
QList<Vec3> beatsOf(const Islands &islands, const Visit &visit)
{
    QList<Vec3> positions;
    for (const auto &beat : islands.service.beats()) {
        if (beat.who == visit.identity.address())
            positions.append(beat.position);
    }
    return positions;
}

QByteArray vectorNamed(QLatin1StringView name)
{
    const QJsonArray vectors = loadVectors("archipelago_packets.json").value("vectors"_L1).toArray();
    for (const auto &vector : vectors) {
        if (vector["name"_L1].toString() == name)
            return fromHex(vector["hex"_L1]);
    }
    qFatal("archipelago_packets.json has no such vector");
}

//! The islands of the session's "moved" steps.
class Journey : public QObject {
public:
    explicit Journey(CommsSession &session)
    {
        connect(&session, &CommsSession::stepCompleted, this, [this](const HandshakeStep &step) {
            if (step.kind() == Step::Moved)
                islands.append(step.arguments.constFirst());
        });
    }
    QStringList islands;
};

} // namespace

//! Joining an archipelago, and walking from island to island.
class TestArchipelago : public QObject {
    Q_OBJECT

private slots:
    void sendsReferenceBytes()
    {
        Islands islands;
        islands.service.setChallenge(u"dcl-0.cjn1h9uisdb"_s);
        Visit visit(islands,
                    Identity::create(keyOf("ownerA"_L1), keyOf("ephA"_L1),
                                     QDateTime::fromString(u"2100-01-01T00:00:00.000Z"_s, Qt::ISODateWithMs)));
        visit.transport.reportPosition({8, 1, -8});
        QVERIFY(visit.enter());
        QTRY_VERIFY(islands.service.frames().size() >= 3);
        const auto &sent = islands.service.frames();
        QCOMPARE(sent.at(0).toHex(), vectorNamed("client_challenge_request"_L1).toHex());
        QVERIFY(sent.at(1) == vectorNamed("client_signed_challenge"_L1)); // a credential: not printed
        QCOMPARE(sent.at(2).toHex(), vectorNamed("client_heartbeat"_L1).toHex());
    }

    void readsReferenceBytes()
    {
        Islands islands;
        Visit visit(islands);
        QVERIFY(visit.enter());
        QVERIFY(islands.service.sendBytes(visit.identity.address(), vectorNamed("server_island_changed"_L1)));
        QTRY_VERIFY(visit.probe.isClosed()); // livekit is not implemented
        QVERIFY2(visit.probe.kind() == CloseReason::Kind::Rejected, qPrintable(visit.probe.detail()));
        QCOMPARE(visit.probe.code(), u"island.refused"_s);
        QVERIFY2(visit.probe.detail().contains(u"livekit"_s), qPrintable(visit.probe.detail()));
        QVERIFY2(!visit.probe.detail().contains(u"TOKEN"_s), qPrintable(visit.probe.detail()));
        QCOMPARE(visit.probe.steps.constLast(), Step::Moved);

        Visit other(islands);
        QVERIFY(other.enter());
        QVERIFY(islands.service.sendBytes(other.identity.address(), vectorNamed("server_kicked"_L1)));
        QTRY_VERIFY(other.probe.isClosed());
        QVERIFY2(other.probe.kind() == CloseReason::Kind::Kicked, qPrintable(other.probe.detail()));
    }

    void reportsHandshakeSteps()
    {
        Islands islands;
        Visit visit(islands);
        QVERIFY(visit.enter());
        QCOMPARE(
            visit.probe.steps,
            (QList{Step::Connected, Step::Upgraded, Step::Identified, Step::Challenged, Step::Signed, Step::Welcomed}));
        QCOMPARE(islands.service.subprotocol(), u"archipelago"_s);
        QCOMPARE(islands.service.refused(), 0);
        QCOMPARE(visit.probe.welcomes.size(), 1);
        QVERIFY(visit.probe.welcomes.constFirst().peers.isEmpty());
    }

    void sendsNoHeartbeatWithoutPosition()
    {
        Islands islands;
        Visit visit(islands);
        QVERIFY(visit.enter());
        Visit other(islands); // its heartbeats show that those of the first were due
        other.transport.reportPosition({1, 0, 1});
        QVERIFY(other.enter());
        QTRY_VERIFY(beatsOf(islands, other).size() >= 10);
        QVERIFY(beatsOf(islands, visit).isEmpty());
        visit.transport.reportPosition({70, 0, 3});
        QTRY_COMPARE(islands.service.islandOf(visit.identity.address()), u"island-1"_s);
        QVERIFY(beatsOf(islands, visit).constFirst() == (Vec3{70, 0, 3}));
    }

    void reportsDoNotSpeedUpHeartbeats()
    {
        QCOMPARE(ArchipelagoTransport::Timing().heartbeat, 1'000ms);
        Islands islands;
        Visit standing(islands);
        Visit walking(islands);
        for (Visit *visit : {&standing, &walking}) {
            visit->transport.reportPosition({1, 0, 1});
            QVERIFY(visit->enter());
            QTRY_VERIFY(!beatsOf(islands, *visit).isEmpty());
        }
        const auto standingBefore = beatsOf(islands, standing).size();
        const auto walkingBefore = beatsOf(islands, walking).size();
        float x = 1;
        QVERIFY(waitUntil([&] {
            for (int i = 0; i < 20; ++i)
                walking.transport.reportPosition({x += 0.001F, 0, 1});
            return beatsOf(islands, standing).size() >= standingBefore + 20;
        }));
        const auto extra = beatsOf(islands, walking).size() - walkingBefore - 20;
        QVERIFY2(std::abs(extra) <= 2, qPrintable(QString::number(extra)));
        QVERIFY(beatsOf(islands, walking).constLast().x > 1);
    }

    void walksFromIslandToIsland()
    {
        Islands islands;
        TestClient alice;
        TestClient bob;
        TestClient carol;
        const Journey journey(alice.session);
        alice.stand({10, 0, 0});
        bob.stand({12, 0, 0});
        carol.stand({75, 0, 0});
        for (TestClient *one : {&alice, &bob, &carol})
            QVERIFY(one->join(islands.service.connectionString()));
        QTRY_VERIFY(alice.knows(bob) && bob.knows(alice));
        QTRY_COMPARE(islands.journeyOf(carol.address()), QStringList{u"island-1"_s});
        QVERIFY(!alice.knows(carol));

        for (int x = 20; x <= 70; x += 10)
            alice.stand({static_cast<float>(x), 0, 0});
        QTRY_VERIFY_WITH_TIMEOUT(alice.knows(carol) && carol.knows(alice), 15'000);
        QVERIFY(!alice.knows(bob)); // peers left behind are removed before the new ones appear
        QCOMPARE(alice.gone, QList{bob.address()});
        QTRY_VERIFY(!bob.knows(alice));
        QTRY_COMPARE(carol.placeOf(alice.address()).value_or(Placement()).position.x, 70.F);
        QVERIFY(alice.adapter.sendChat(u"hello, carol"_s));
        QTRY_COMPARE(carol.chats.size(), 1);
        QVERIFY(bob.chats.isEmpty());

        QCOMPARE(islands.journeyOf(alice.address()), (QStringList{u"island-0"_s, u"island-1"_s}));
        QCOMPARE(alice.states, (QList{State::Joining, State::Joined})); // without a break
        QCOMPARE(alice.welcomes.size(), 1);
        QVERIFY(alice.losses.isEmpty() && alice.ends.isEmpty());
        QCOMPARE(journey.islands.size(), 2);
        QCOMPARE(journey.islands.constLast(), u"“island-1”"_s);
    }

    void repeatedIslandChangesNothing()
    {
        Islands islands;
        Visit visit(islands);
        visit.transport.reportPosition({10, 0, 0});
        QVERIFY(visit.enter());
        QTRY_COMPARE(islands.rooms.peerCount(), 1);
        QVERIFY(islands.service.move(visit.identity.address(), u"island-0"_s)); // told again
        const auto before = islands.service.beats().size();
        QTRY_VERIFY(islands.service.beats().size() > before + 10); // many times longer than Timing::change
        QCOMPARE(islands.journeyOf(visit.identity.address()), QStringList{u"island-0"_s});
        QCOMPARE(visit.probe.steps.count(Step::Moved), 1);
    }

    void refusesReliablePacketsBetweenIslands()
    {
        Islands islands;
        islands.service.setAssignsIslands(false);
        Visit visit(islands);
        QVERIFY(!visit.transport.send("too soon", Delivery::Reliable));
        QVERIFY(visit.enter());
        const auto said = visit.transport.send("to nobody", Delivery::Reliable);
        QVERIFY(!said);
        QVERIFY(said.error().code == ErrorCode::NotConnected);
        QVERIFY(visit.transport.send("voice", Delivery::Unreliable));
        QCOMPARE(visit.transport.counters().droppedOut, 1U);

        QVERIFY(islands.service.move(visit.identity.address(), u"somewhere"_s));
        QTRY_COMPARE(visit.probe.steps.count(Step::Welcomed), 2); // by the service, and by the island
        QVERIFY(visit.transport.send("to all", Delivery::Reliable));
        const auto before = visit.transport.counters().packetsOut;
        QVERIFY(islands.service.move(visit.identity.address(), u"elsewhere"_s));
        QTRY_COMPARE(islands.journeyOf(visit.identity.address()).size(), 2);
        QVERIFY(visit.transport.counters().packetsOut >= before); // the counters include those of earlier islands
        QCOMPARE(visit.transport.counters().droppedOut, 1U);
    }
};

ISLET_TEST(TestArchipelago);
#include "tst_archipelago.moc"
