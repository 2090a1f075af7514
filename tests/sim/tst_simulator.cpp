// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/simulatortransport.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSimulator : public QObject {
    Q_OBJECT

private slots:
    void sameSeedGivesSamePackets();
    void otherSeedGivesOtherPackets();
    void announcesAllPeers();
    void allowsNoPeers();
    void sendsValidPackets();
    void peersWalkPlausibly();
    void latencyOnlyDelays();
    void replacesPeers();
    void countsSentPackets();
    void emitsNothingAfterClose();
    void closesFromWithinOpened();
    void closesFromWithinAPacket();
};

namespace {

using Packet = std::pair<Address, QByteArray>;

//! All packets of `steps` steps. No event loop runs, so the transport's own timer adds none.
QList<Packet> packetsOf(const SimulatorOptions &options, int steps)
{
    SimulatorTransport transport(options);
    QList<Packet> packets;
    QObject::connect(&transport, &Transport::packetReceived, &transport,
                     [&](const Address &from, const QByteArray &packet) {
                         packets.append({from, packet});
                     });
    transport.open();
    for (int i = 0; i < steps; ++i)
        transport.step();
    return packets;
}

constexpr int stepsPerMinute = 600; // steps

} // namespace

void TestSimulator::sameSeedGivesSamePackets()
{
    const SimulatorOptions options{.peers = 10, .seed = 7, .loss = 0.1};
    const auto packets = packetsOf(options, stepsPerMinute);
    QVERIFY(packets.size() > 1'000);
    QVERIFY(packets == packetsOf(options, stepsPerMinute));
}

void TestSimulator::otherSeedGivesOtherPackets()
{
    const auto one = packetsOf({.peers = 10, .seed = 7}, 10);
    const auto other = packetsOf({.peers = 10, .seed = 8}, 10);
    QVERIFY(one != other);
    QVERIFY(one.first().first != other.first().first);
    QVERIFY(one.first().second != other.first().second);
}

void TestSimulator::announcesAllPeers()
{
    SimulatorTransport transport({.peers = 40, .seed = 3});
    QSignalSpy opened(&transport, &Transport::opened);
    QSignalSpy joined(&transport, &Transport::peerJoined);
    transport.open();
    QCOMPARE(transport.state(), Transport::State::Open);
    QCOMPARE(opened.size(), 1);
    const auto welcome = opened[0][0].value<Welcome>();
    QCOMPARE(welcome.peers.size(), 40);
    QCOMPARE(joined.size(), 40);
    QSet<Address> distinct;
    for (const auto &arguments : joined) {
        const auto address = arguments[0].value<Address>();
        QVERIFY(welcome.peers.contains(address));
        distinct.insert(address);
    }
    QCOMPARE(distinct.size(), 40);
}

void TestSimulator::allowsNoPeers()
{
    SimulatorTransport transport({.peers = 0, .seed = 1});
    QSignalSpy packets(&transport, &Transport::packetReceived);
    transport.open();
    for (int i = 0; i < 200; ++i)
        transport.step();
    QCOMPARE(packets.size(), 0);
    QCOMPARE(transport.state(), Transport::State::Open);
}

void TestSimulator::sendsValidPackets()
{
    rfc4::Codec codec;
    int positions = 0;
    int movements = 0;
    int chats = 0;
    const auto packets = packetsOf({.peers = 25, .seed = 1}, stepsPerMinute);
    for (const auto &[from, bytes] : packets) {
        const auto message = codec.decode(bytes);
        QVERIFY2(message, message ? "" : qPrintable(message.error().detail));
        positions += std::holds_alternative<rfc4::Position>(*message);
        movements += std::holds_alternative<rfc4::Movement>(*message);
        if (const auto *chat = std::get_if<rfc4::Chat>(&*message)) {
            ++chats;
            QVERIFY(!chat->message.isEmpty());
        }
    }
    QVERIFY(positions > 25 * 60); // at least once a second each
    QCOMPARE(movements, positions);
    QCOMPARE(chats, 12); // one every five seconds
    QCOMPARE(positions + movements + chats, packets.size());
}

void TestSimulator::peersWalkPlausibly()
{
    struct Seen {
        rfc4::Position position;
        int step = 0;
    };
    SimulatorTransport transport({.peers = 25, .seed = 1});
    rfc4::Codec codec;
    QHash<Address, Seen> seen;
    int step = 0;
    int turned = 0;
    float farthest = 0;
    QStringList violations;
    connect(&transport, &Transport::packetReceived, &transport, [&](const Address &from, const QByteArray &bytes) {
        const auto message = codec.decode(bytes);
        const auto *now = message ? std::get_if<rfc4::Position>(&*message) : nullptr;
        if (!now)
            return;
        if (const auto before = seen.constFind(from); before != seen.constEnd()) {
            const float distance = length(now->position - before->position.position);
            if (now->index != before->position.index + 1)
                violations.append(u"index %1 after %2"_s.arg(now->index).arg(before->position.index));
            if (distance > 0.151F * static_cast<float>(step - before->step)) // 1.5 m/s
                violations.append(u"%1 m in %2 steps"_s.arg(double(distance)).arg(step - before->step));
            turned += now->rotation != before->position.rotation;
        } else if (now->index != 1) {
            violations.append(u"begins with index %1"_s.arg(now->index));
        }
        farthest = std::max(farthest, flatDistance(now->position, {8, 0, 8}));
        seen.insert(from, {*now, step});
    });
    transport.open();
    for (; step < stepsPerMinute; ++step)
        transport.step();
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
    QCOMPARE(seen.size(), 25);
    QVERIFY(turned > 25);
    QVERIFY2(farthest > 8 && farthest < 40, qPrintable(QString::number(double(farthest))));
}

void TestSimulator::latencyOnlyDelays()
{
    // The room with latency has a finer tick, and is otherwise the same.
    const SimulatorOptions undelayed{.peers = 10, .seed = 7};
    SimulatorOptions delayed = undelayed;
    delayed.latency = 300ms;
    const auto all = packetsOf(undelayed, stepsPerMinute);
    const auto delayedPackets = packetsOf(delayed, 5 * stepsPerMinute);
    QVERIFY(delayedPackets.size() < all.size());
    QVERIFY(all.size() - delayedPackets.size() <= 6 * 10 * 2 + 1);
    QVERIFY(std::equal(delayedPackets.cbegin(), delayedPackets.cend(), all.cbegin()));
}

void TestSimulator::replacesPeers()
{
    SimulatorTransport transport({.peers = 30, .churn = 120});
    QSet<Address> present;
    int left = 0;
    connect(&transport, &Transport::peerJoined, &transport, [&](const Address &who) { present.insert(who); });
    connect(&transport, &Transport::peerLeft, &transport, [&](const Address &who) { left += present.remove(who); });
    connect(&transport, &Transport::packetReceived, &transport, [&](const Address &who, const QByteArray &) {
        if (!present.contains(who))
            QFAIL("packet from an absent peer");
    });
    transport.open();
    for (int i = 0; i < stepsPerMinute; ++i) {
        transport.step();
        QCOMPARE(present.size(), 30);
    }
    QCOMPARE(left, 120);
}

void TestSimulator::countsSentPackets()
{
    SimulatorTransport transport({.peers = 3, .seed = 1});
    const auto early = transport.send("hello", Delivery::Reliable);
    QVERIFY(!early);
    QCOMPARE(early.error().code, ErrorCode::NotConnected);
    transport.open();
    QVERIFY(transport.send("hello", Delivery::Reliable));
    QVERIFY(transport.send("hello", Delivery::Unreliable));
    QCOMPARE(transport.counters().packetsOut, 2);
    transport.close();
    QVERIFY(!transport.send("hello", Delivery::Reliable));
}

void TestSimulator::emitsNothingAfterClose()
{
    SimulatorTransport transport({.peers = 10, .seed = 1});
    QSignalSpy closed(&transport, &Transport::closed);
    transport.open();
    transport.step();
    QSignalSpy packets(&transport, &Transport::packetReceived);
    transport.close();
    transport.close();
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed[0][0].value<CloseReason>().kind, CloseReason::Kind::Requested);
    QCOMPARE(transport.state(), Transport::State::Closed);
    for (int i = 0; i < 100; ++i)
        transport.step();
    QCOMPARE(packets.size(), 0);
    QCOMPARE(closed.size(), 1);
}

void TestSimulator::closesFromWithinOpened()
{
    SimulatorTransport transport({.peers = 10, .seed = 1});
    QSignalSpy closed(&transport, &Transport::closed);
    QSignalSpy joined(&transport, &Transport::peerJoined);
    connect(&transport, &Transport::opened, &transport, &Transport::close);
    transport.open();
    QCOMPARE(closed.size(), 1);
    QCOMPARE(joined.size(), 0); // after closed() nothing is emitted any more
}

void TestSimulator::closesFromWithinAPacket()
{
    SimulatorTransport transport({.peers = 10, .seed = 1});
    QSignalSpy packets(&transport, &Transport::packetReceived);
    connect(&transport, &Transport::packetReceived, &transport, &Transport::close);
    transport.open();
    for (int i = 0; i < 100; ++i)
        transport.step();
    QCOMPARE(packets.size(), 1);
}

ISLET_TEST(TestSimulator);
#include "tst_simulator.moc"
