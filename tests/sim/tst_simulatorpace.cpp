// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/simulatortransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace std::chrono_literals;

//! Timing and capacity of a simulated room.
class TestSimulatorPace : public QObject {
    Q_OBJECT

private slots:
    void usesFineTickOnlyWhenNeeded_data();
    void usesFineTickOnlyWhenNeeded();
    void catchesUpAfterLateTimer();
    void yieldsToEventLoop();
    void handlesTenThousandPeers_data();
    void handlesTenThousandPeers();
    void stepsByTimer();
    void guardsAgainstReentrancy();
};

void TestSimulatorPace::usesFineTickOnlyWhenNeeded_data()
{
    QTest::addColumn<SimulatorOptions>("options");
    QTest::addColumn<int>("tick");
    QTest::newRow("default") << SimulatorOptions{} << 100;
    QTest::newRow("crowd with churn")
        << SimulatorOptions{.loss = 0.5, .walk = SimulatorOptions::Walk::Crowd, .chat = 600, .churn = 600} << 100;
    QTest::newRow("talk") << SimulatorOptions{.talk = 1} << 20;
    QTest::newRow("latency") << SimulatorOptions{.latency = 1ms} << 20;
    QTest::newRow("jitter") << SimulatorOptions{.jitter = 1ms} << 20;
}

void TestSimulatorPace::usesFineTickOnlyWhenNeeded()
{
    QFETCH(const SimulatorOptions, options);
    QFETCH(const int, tick);
    QCOMPARE(SimulatorTransport(options).tick().count(), tick);
}

void TestSimulatorPace::catchesUpAfterLateTimer()
{
    test::FakeClock clock;
    SimulatorTransport transport({.peers = 1, .talk = 1}, clock.clock());
    rfc4::Codec codec;
    int voices = 0;
    connect(&transport, &Transport::packetReceived, &transport, [&](const Address &, const QByteArray &bytes) {
        const auto message = codec.decode(bytes);
        voices += message && std::holds_alternative<rfc4::Voice>(*message);
    });
    transport.open();
    clock.advance(100ms); // the first Position
    transport.catchUp();
    QCOMPARE(voices, 1);
    transport.catchUp(); // nothing is due
    QCOMPARE(voices, 1);
    clock.advance(20ms);
    transport.catchUp();
    QCOMPARE(voices, 2);
    clock.advance(300ms);
    transport.catchUp();
    QCOMPARE(voices, 17);
    clock.advance(1min); // the machine was suspended
    transport.catchUp();
    QCOMPARE(voices, 67); // at most one second of it
    clock.advance(20ms);
    transport.catchUp();
    QCOMPARE(voices, 68);
}

void TestSimulatorPace::yieldsToEventLoop()
{
    // Each clock reading takes a while, as steps do on a slow machine.
    test::FakeClock clock;
    SimulatorTransport transport({.peers = 1, .talk = 1}, [&] {
        clock.advance(20ms);
        return clock.clock()();
    });
    QSignalSpy packets(&transport, &Transport::packetReceived);
    transport.open();
    clock.advance(800ms);
    transport.catchUp();
    QVERIFY2(packets.size() < 10, qPrintable(QString::number(packets.size())));
}

void TestSimulatorPace::handlesTenThousandPeers_data()
{
    QTest::addColumn<SimulatorOptions>("options");
    QTest::newRow("wander") << SimulatorOptions{.peers = 10'000};
    QTest::newRow("circle") << SimulatorOptions{.peers = 10'000, .walk = SimulatorOptions::Walk::Circle};
    QTest::newRow("crowd with everything") << SimulatorOptions{.peers = 10'000,
                                                               .walk = SimulatorOptions::Walk::Crowd,
                                                               .chat = 600,
                                                               .talk = 32,
                                                               .latency = 100ms,
                                                               .jitter = 2s,
                                                               .churn = 600};
}

void TestSimulatorPace::handlesTenThousandPeers()
{
    QFETCH(const SimulatorOptions, options);
    SimulatorTransport transport(options);
    QSet<Address> present;
    QSet<Address> seen;
    connect(&transport, &Transport::peerJoined, &transport, [&](const Address &who) { present.insert(who); });
    connect(&transport, &Transport::peerLeft, &transport, [&](const Address &who) {
        present.remove(who);
        seen.remove(who);
    });
    connect(&transport, &Transport::packetReceived, &transport,
            [&](const Address &who, const QByteArray &) { seen.insert(who); });
    transport.open();
    for (auto time = 0ms; time < 3s; time += transport.tick())
        transport.step();
    QCOMPARE(present.size(), 10'000);
    QVERIFY(seen.size() > 9'950);
    QVERIFY(present.contains(seen));
}

void TestSimulatorPace::stepsByTimer()
{
    SimulatorTransport transport({.peers = 3, .seed = 1});
    QSignalSpy packets(&transport, &Transport::packetReceived);
    transport.open();
    QTRY_VERIFY_WITH_TIMEOUT(packets.size() >= 10, 5'000);
    QCOMPARE(transport.counters().packetsIn, static_cast<std::uint64_t>(packets.size()));
}

void TestSimulatorPace::guardsAgainstReentrancy()
{
    // A slot may run a nested event loop, as a dialog does.
    SimulatorTransport transport({.peers = 5});
    int packets = 0;
    connect(&transport, &Transport::packetReceived, &transport, [&] {
        if (++packets == 3)
            transport.step();
    });
    transport.open();
    transport.step();
    QCOMPARE(packets, 10);
    transport.step();
    QVERIFY(packets > 10);
}

ISLET_TEST(TestSimulatorPace);
#include "tst_simulatorpace.moc"
