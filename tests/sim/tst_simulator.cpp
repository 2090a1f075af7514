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
    void theSameSeedIsTheSameWorld();
    void anotherSeedIsAnotherWorld();
    void everybodyIsAnnounced();
    void nobodyIsARoomToo();
    void everyPacketDecodes();
    void peopleWalkLikePeople();
    void lateIsNotOther();
    void peopleComeAndGo();
    void sendingIsCounted();
    void closingIsQuietForEver();
    void closingInsideOpened();
    void closingInsideAPacket();
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

constexpr int aMinute = 600; // steps

} // namespace

void TestSimulator::theSameSeedIsTheSameWorld()
{
    const SimulatorOptions options{.peers = 10, .seed = 7, .loss = 0.1};
    const auto packets = packetsOf(options, aMinute);
    QVERIFY(packets.size() > 1'000);
    QVERIFY(packets == packetsOf(options, aMinute));
}

void TestSimulator::anotherSeedIsAnotherWorld()
{
    const auto one = packetsOf({.peers = 10, .seed = 7}, 10);
    const auto other = packetsOf({.peers = 10, .seed = 8}, 10);
    QVERIFY(one != other);
    QVERIFY(one.first().first != other.first().first);
    QVERIFY(one.first().second != other.first().second);
}

void TestSimulator::everybodyIsAnnounced()
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
    QSet<Address> different;
    for (const auto &arguments : joined) {
        const auto address = arguments[0].value<Address>();
        QVERIFY(welcome.peers.contains(address));
        different.insert(address);
    }
    QCOMPARE(different.size(), 40);
}

void TestSimulator::nobodyIsARoomToo()
{
    SimulatorTransport transport({.peers = 0, .seed = 1});
    QSignalSpy packets(&transport, &Transport::packetReceived);
    transport.open();
    for (int i = 0; i < 200; ++i)
        transport.step();
    QCOMPARE(packets.size(), 0);
    QCOMPARE(transport.state(), Transport::State::Open);
}

void TestSimulator::everyPacketDecodes()
{
    rfc4::Codec codec;
    int positions = 0;
    int movements = 0;
    int chats = 0;
    const auto packets = packetsOf({.peers = 25, .seed = 1}, aMinute);
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
    QCOMPARE(chats, 12); // every five seconds somebody says something
    QCOMPARE(positions + movements + chats, packets.size());
}

void TestSimulator::peopleWalkLikePeople()
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
    QStringList odd;
    connect(&transport, &Transport::packetReceived, &transport, [&](const Address &from, const QByteArray &bytes) {
        const auto message = codec.decode(bytes);
        const auto *now = message ? std::get_if<rfc4::Position>(&*message) : nullptr;
        if (!now)
            return;
        if (const auto before = seen.constFind(from); before != seen.constEnd()) {
            const float way = length(now->position - before->position.position);
            if (now->index != before->position.index + 1)
                odd.append(u"index %1 after %2"_s.arg(now->index).arg(before->position.index));
            if (way > 0.151F * static_cast<float>(step - before->step)) // 1.5 m/s
                odd.append(u"%1 m in %2 steps"_s.arg(double(way)).arg(step - before->step));
            turned += now->rotation != before->position.rotation;
        } else if (now->index != 1) {
            odd.append(u"begins with index %1"_s.arg(now->index));
        }
        farthest = std::max(farthest, flatDistance(now->position, {8, 0, 8}));
        seen.insert(from, {*now, step});
    });
    transport.open();
    for (; step < aMinute; ++step)
        transport.step();
    QVERIFY2(odd.isEmpty(), qPrintable(odd.join(u'\n')));
    QCOMPARE(seen.size(), 25);
    QVERIFY(turned > 25);
    QVERIFY2(farthest > 8 && farthest < 40, qPrintable(QString::number(double(farthest))));
}

void TestSimulator::lateIsNotOther()
{
    // The room with delays runs at a finer tick, and is the same room.
    const SimulatorOptions near{.peers = 10, .seed = 7};
    SimulatorOptions far = near;
    far.latency = 300ms;
    const auto all = packetsOf(near, aMinute);
    const auto late = packetsOf(far, 5 * aMinute);
    QVERIFY(late.size() < all.size());
    QVERIFY(all.size() - late.size() <= 6 * 10 * 2 + 1);
    QVERIFY(std::equal(late.cbegin(), late.cend(), all.cbegin()));
}

void TestSimulator::peopleComeAndGo()
{
    SimulatorTransport transport({.peers = 30, .churn = 120});
    QSet<Address> present;
    int left = 0;
    connect(&transport, &Transport::peerJoined, &transport, [&](const Address &who) { present.insert(who); });
    connect(&transport, &Transport::peerLeft, &transport, [&](const Address &who) { left += present.remove(who); });
    connect(&transport, &Transport::packetReceived, &transport, [&](const Address &who, const QByteArray &) {
        if (!present.contains(who))
            QFAIL("somebody speaks who is not there");
    });
    transport.open();
    for (int i = 0; i < aMinute; ++i) {
        transport.step();
        QCOMPARE(present.size(), 30);
    }
    QCOMPARE(left, 120);
}

void TestSimulator::sendingIsCounted()
{
    SimulatorTransport transport({.peers = 3, .seed = 1});
    const auto early = transport.broadcast("hello", Delivery::Reliable);
    QVERIFY(!early);
    QCOMPARE(early.error().code, ErrorCode::NotConnected);
    transport.open();
    QVERIFY(transport.broadcast("hello", Delivery::Reliable));
    QVERIFY(transport.broadcast("hello", Delivery::Unreliable));
    QCOMPARE(transport.counters().packetsOut, 2);
    transport.close();
    QVERIFY(!transport.broadcast("hello", Delivery::Reliable));
}

void TestSimulator::closingIsQuietForEver()
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

void TestSimulator::closingInsideOpened()
{
    SimulatorTransport transport({.peers = 10, .seed = 1});
    QSignalSpy closed(&transport, &Transport::closed);
    QSignalSpy joined(&transport, &Transport::peerJoined);
    connect(&transport, &Transport::opened, &transport, &Transport::close);
    transport.open();
    QCOMPARE(closed.size(), 1);
    QCOMPARE(joined.size(), 0); // after closed() nothing is emitted any more
}

void TestSimulator::closingInsideAPacket()
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
