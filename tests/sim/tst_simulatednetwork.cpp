// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/simulatednetwork.h"
#include "tests/support/testmain.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace islet;
using namespace std::chrono_literals;

class TestSimulatedNetwork : public QObject {
    Q_OBJECT

private slots:
    void isDeterministic_data();
    void isDeterministic();
    void dropsRequestedShare_data();
    void dropsRequestedShare();
    void deliversPacketsUnchanged();
    void higherLossDropsASuperset();
    void keepsDelaysWithinBounds_data();
    void keepsDelaysWithinBounds();
    void jitterVaries();
    void neverDropsJoinsAndLeaves();
    void deliversNothingAfterALeave();
};

namespace {

using Kind = SimulatedEvent::Kind;

struct Timed {
    int step;
    SimulatedEvent event;
};

template<typename Step> std::vector<Timed> collect(int seconds, Step step)
{
    std::vector<Timed> all;
    for (int i = 1; i <= seconds * (1s / SimulatedWorld::stepTime); ++i) {
        for (const SimulatedEvent &event : step())
            all.push_back({i, event});
    }
    return all;
}

std::vector<Timed> sentIn(const SimulatorOptions &options, int seconds)
{
    SimulatedWorld world(options);
    std::vector<SimulatedEvent> events;
    return collect(
        seconds, [&]() -> auto & {
            events.clear();
            world.step(events);
            return events;
        });
}

std::vector<Timed> arrivedIn(const SimulatorOptions &options, int seconds)
{
    SimulatedNetwork network(options);
    return collect(
        seconds, [&]() -> auto & { return network.step(); });
}

//! Grouped by slot, which a joining peer inherits from the one that left.
QHash<std::uint32_t, QList<Timed>> bySlot(const std::vector<Timed> &events)
{
    QHash<std::uint32_t, QList<Timed>> sorted;
    for (const Timed &timed : events)
        sorted[timed.event.slot].append(timed);
    return sorted;
}

bool isSame(const SimulatedEvent &a, const SimulatedEvent &b)
{
    return a.kind == b.kind && a.slot == b.slot && a.who == b.who && a.packet == b.packet;
}

} // namespace

void TestSimulatedNetwork::isDeterministic_data()
{
    QTest::addColumn<SimulatorOptions>("options");
    QTest::newRow("loss") << SimulatorOptions{.loss = 0.3};
    QTest::newRow("latency") << SimulatorOptions{.latency = 130ms};
    QTest::newRow("jitter") << SimulatorOptions{.talk = 3, .jitter = 200ms};
    QTest::newRow("all") << SimulatorOptions{.seed = 8,
                                             .loss = 0.1,
                                             .walk = SimulatorOptions::Walk::Crowd,
                                             .talk = 5,
                                             .latency = 400ms,
                                             .jitter = 300ms,
                                             .churn = 100};
}

void TestSimulatedNetwork::isDeterministic()
{
    QFETCH(const SimulatorOptions, options);
    const auto once = arrivedIn(options, 30);
    QVERIFY(once.size() > 1'000);
    QVERIFY(std::ranges::equal(once, arrivedIn(options, 30), [](const Timed &a, const Timed &b) {
        return a.step == b.step && isSame(a.event, b.event);
    }));
}

void TestSimulatedNetwork::dropsRequestedShare_data()
{
    QTest::addColumn<double>("loss");
    for (const double loss : {0.0, 0.02, 0.5, 0.9, 1.0})
        QTest::addRow("%g", loss) << loss;
}

void TestSimulatedNetwork::dropsRequestedShare()
{
    QFETCH(const double, loss);
    const auto all = static_cast<double>(sentIn({}, 60).size());
    const auto some = static_cast<double>(arrivedIn({.loss = loss}, 60).size());
    const double deviation = std::sqrt(loss * (1 - loss) / all);
    QVERIFY2(std::abs(1 - some / all - loss) <= 4 * deviation, qPrintable(QString::number(1 - some / all)));
}

void TestSimulatedNetwork::deliversPacketsUnchanged()
{
    const auto all = sentIn({.talk = 3, .churn = 60}, 20);
    const auto some = arrivedIn({.loss = 0.3, .talk = 3, .churn = 60}, 20);
    QVERIFY(some.size() < all.size());
    auto next = all.cbegin();
    for (const Timed &arrived : some) {
        next = std::ranges::find_if(next, all.cend(), [&](const Timed &sent) {
            return sent.step == arrived.step && isSame(sent.event, arrived.event);
        });
        QVERIFY(next != all.cend());
        ++next;
    }
}

void TestSimulatedNetwork::higherLossDropsASuperset()
{
    QSet<std::pair<Address, QByteArray>> arrivedAtLowLoss;
    for (const auto &[step, event] : arrivedIn({.loss = 0.2}, 10))
        arrivedAtLowLoss.insert({event.who, event.packet});
    for (const auto &[step, event] : arrivedIn({.loss = 0.4}, 10))
        QVERIFY(arrivedAtLowLoss.contains({event.who, event.packet}));
}

void TestSimulatedNetwork::keepsDelaysWithinBounds_data()
{
    QTest::addColumn<std::chrono::milliseconds>("latency");
    QTest::addColumn<std::chrono::milliseconds>("jitter");
    QTest::newRow("none") << 0ms << 0ms;
    QTest::newRow("latency") << 100ms << 0ms;
    QTest::newRow("latency not a multiple of the step") << 33ms << 0ms;
    QTest::newRow("jitter") << 0ms << 250ms;
    QTest::newRow("little jitter") << 0ms << 7ms;
    QTest::newRow("both") << 90ms << 110ms;
    QTest::newRow("maximum") << 5'000ms << 2'000ms;
}

void TestSimulatedNetwork::keepsDelaysWithinBounds()
{
    QFETCH(const std::chrono::milliseconds, latency);
    QFETCH(const std::chrono::milliseconds, jitter);
    constexpr int seconds = 20;
    const SimulatorOptions undelayed{.talk = 2, .churn = 30};
    SimulatorOptions delayed = undelayed;
    delayed.latency = latency;
    delayed.jitter = jitter;
    const auto sent = bySlot(sentIn(undelayed, seconds));
    const auto arrived = bySlot(arrivedIn(delayed, seconds));
    QCOMPARE(arrived.size(), sent.size());
    for (auto slot = arrived.cbegin(); slot != arrived.cend(); ++slot) {
        const QList<Timed> &sentFromSlot = sent[slot.key()];
        QVERIFY(slot->size() > 10 && slot->size() <= sentFromSlot.size());
        for (qsizetype i = 0; i < slot->size(); ++i) {
            QVERIFY(isSame(slot->at(i).event, sentFromSlot[i].event)); // nothing is reordered
            const auto delay = (slot->at(i).step - sentFromSlot[i].step) * SimulatedWorld::stepTime;
            QVERIFY(delay >= latency);
            QVERIFY(delay < latency + jitter + SimulatedWorld::stepTime);
        }
        // The missing events are still in flight.
        const auto maxSteps = (latency + jitter) / SimulatedWorld::stepTime + 1;
        const int end = seconds * (1s / SimulatedWorld::stepTime);
        QVERIFY(slot->size() == sentFromSlot.size() || sentFromSlot[slot->size()].step >= end - maxSteps);
    }
}

void TestSimulatedNetwork::jitterVaries()
{
    const SimulatorOptions options{.peers = 200, .jitter = 400ms};
    SimulatorOptions undelayed = options;
    undelayed.jitter = 0ms;
    const auto sent = bySlot(sentIn(undelayed, 5));
    const auto arrived = bySlot(arrivedIn(options, 5));
    QSet<int> delays;
    for (auto slot = arrived.cbegin(); slot != arrived.cend(); ++slot)
        delays.insert(slot->first().step - sent[slot.key()].first().step);
    QVERIFY2(delays.size() > 15, qPrintable(QString::number(delays.size()))); // of 21
}

void TestSimulatedNetwork::neverDropsJoinsAndLeaves()
{
    const SimulatorOptions options{.peers = 10, .loss = 1, .latency = 60ms, .jitter = 500ms, .churn = 300};
    int left = 0;
    std::optional<Timed> pendingLeave;
    for (const Timed &timed : arrivedIn(options, 60)) {
        QVERIFY(timed.event.kind != Kind::Said);
        if (timed.event.kind == Kind::Left) {
            QVERIFY(!pendingLeave);
            pendingLeave = timed;
            ++left;
        } else {
            QVERIFY(pendingLeave);
            QCOMPARE(timed.step, pendingLeave->step); // the number of peers stays constant
            QCOMPARE(timed.event.slot, pendingLeave->event.slot);
            pendingLeave.reset();
        }
    }
    QVERIFY(left >= 295 && left <= 300); // the last few are in flight
}

void TestSimulatedNetwork::deliversNothingAfterALeave()
{
    const SimulatorOptions options{.peers = 10, .chat = 300, .talk = 5, .latency = 60ms, .jitter = 900ms, .churn = 300};
    const auto peers = SimulatedNetwork(options).peers();
    QSet<Address> present(peers.begin(), peers.end());
    for (const auto &[step, event] : arrivedIn(options, 60)) {
        switch (event.kind) {
        case Kind::Said: QVERIFY(present.contains(event.who)); break;
        case Kind::Left: QVERIFY(present.remove(event.who)); break;
        case Kind::Joined: present.insert(event.who); break;
        }
    }
    QCOMPARE(present.size(), 10);
}

ISLET_TEST(TestSimulatedNetwork);
#include "tst_simulatednetwork.moc"
