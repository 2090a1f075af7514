// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/networkemulator.h"
#include "tests/support/testmain.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace islet;
using namespace std::chrono_literals;

class TestSimulatedLine : public QObject {
    Q_OBJECT

private slots:
    void theSameOptionsAreTheSame_data();
    void theSameOptionsAreTheSame();
    void asManyAreLostAsAsked_data();
    void asManyAreLostAsAsked();
    void whatArrivesIsWhatWasSaid();
    void moreLossLosesTheSameAndMore();
    void delaysAreWithinBounds_data();
    void delaysAreWithinBounds();
    void jitterVaries();
    void comingsAndGoingsAreNeverLost();
    void theLeftAreSilentEvenWhenLate();
};

namespace {

using Kind = SimulatedEvent::Kind;

struct Timed {
    int step;
    SimulatedEvent event;
};

template<typename Step> std::vector<Timed> during(int seconds, Step step)
{
    std::vector<Timed> all;
    for (int i = 1; i <= seconds * (1s / SimulatedWorld::stepTime); ++i) {
        for (const SimulatedEvent &event : step())
            all.push_back({i, event});
    }
    return all;
}

std::vector<Timed> saidIn(const SimulatorOptions &options, int seconds)
{
    SimulatedWorld world(options);
    std::vector<SimulatedEvent> events;
    return during(
        seconds, [&]() -> auto & {
            events.clear();
            world.step(events);
            return events;
        });
}

std::vector<Timed> heardIn(const SimulatorOptions &options, int seconds)
{
    NetworkEmulator line(options);
    return during(
        seconds, [&]() -> auto & { return line.step(); });
}

//! By place, since who joins takes the place of who left.
QHash<std::uint32_t, QList<Timed>> byPlace(const std::vector<Timed> &events)
{
    QHash<std::uint32_t, QList<Timed>> sorted;
    for (const Timed &timed : events)
        sorted[timed.event.place].append(timed);
    return sorted;
}

bool isSame(const SimulatedEvent &a, const SimulatedEvent &b)
{
    return a.kind == b.kind && a.place == b.place && a.who == b.who && a.packet == b.packet;
}

} // namespace

void TestSimulatedLine::theSameOptionsAreTheSame_data()
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

void TestSimulatedLine::theSameOptionsAreTheSame()
{
    QFETCH(const SimulatorOptions, options);
    const auto once = heardIn(options, 30);
    QVERIFY(once.size() > 1'000);
    QVERIFY(std::ranges::equal(once, heardIn(options, 30), [](const Timed &a, const Timed &b) {
        return a.step == b.step && isSame(a.event, b.event);
    }));
}

void TestSimulatedLine::asManyAreLostAsAsked_data()
{
    QTest::addColumn<double>("loss");
    for (const double loss : {0.0, 0.02, 0.5, 0.9, 1.0})
        QTest::addRow("%g", loss) << loss;
}

void TestSimulatedLine::asManyAreLostAsAsked()
{
    QFETCH(const double, loss);
    const auto all = static_cast<double>(saidIn({}, 60).size());
    const auto some = static_cast<double>(heardIn({.loss = loss}, 60).size());
    const double deviation = std::sqrt(loss * (1 - loss) / all);
    QVERIFY2(std::abs(1 - some / all - loss) <= 4 * deviation, qPrintable(QString::number(1 - some / all)));
}

void TestSimulatedLine::whatArrivesIsWhatWasSaid()
{
    const auto all = saidIn({.talk = 3, .churn = 60}, 20);
    const auto some = heardIn({.loss = 0.3, .talk = 3, .churn = 60}, 20);
    QVERIFY(some.size() < all.size());
    auto next = all.cbegin();
    for (const Timed &heard : some) {
        next = std::ranges::find_if(next, all.cend(), [&](const Timed &said) {
            return said.step == heard.step && isSame(said.event, heard.event);
        });
        QVERIFY(next != all.cend());
        ++next;
    }
}

void TestSimulatedLine::moreLossLosesTheSameAndMore()
{
    QSet<std::pair<Address, QByteArray>> few;
    for (const auto &[step, event] : heardIn({.loss = 0.2}, 10))
        few.insert({event.who, event.packet});
    for (const auto &[step, event] : heardIn({.loss = 0.4}, 10))
        QVERIFY(few.contains({event.who, event.packet}));
}

void TestSimulatedLine::delaysAreWithinBounds_data()
{
    QTest::addColumn<std::chrono::milliseconds>("latency");
    QTest::addColumn<std::chrono::milliseconds>("jitter");
    QTest::newRow("none") << 0ms << 0ms;
    QTest::newRow("latency") << 100ms << 0ms;
    QTest::newRow("odd latency") << 33ms << 0ms;
    QTest::newRow("jitter") << 0ms << 250ms;
    QTest::newRow("little jitter") << 0ms << 7ms;
    QTest::newRow("both") << 90ms << 110ms;
    QTest::newRow("most") << 5'000ms << 2'000ms;
}

void TestSimulatedLine::delaysAreWithinBounds()
{
    QFETCH(const std::chrono::milliseconds, latency);
    QFETCH(const std::chrono::milliseconds, jitter);
    constexpr int seconds = 20;
    const SimulatorOptions still{.talk = 2, .churn = 30};
    SimulatorOptions late = still;
    late.latency = latency;
    late.jitter = jitter;
    const auto said = byPlace(saidIn(still, seconds));
    const auto heard = byPlace(heardIn(late, seconds));
    QCOMPARE(heard.size(), said.size());
    for (auto place = heard.cbegin(); place != heard.cend(); ++place) {
        const QList<Timed> &spoken = said[place.key()];
        QVERIFY(place->size() > 10 && place->size() <= spoken.size());
        for (qsizetype i = 0; i < place->size(); ++i) {
            QVERIFY(isSame(place->at(i).event, spoken[i].event)); // nothing overtakes
            const auto delay = (place->at(i).step - spoken[i].step) * SimulatedWorld::stepTime;
            QVERIFY(delay >= latency);
            QVERIFY(delay < latency + jitter + SimulatedWorld::stepTime);
        }
        // Whatever is missing is still under way.
        const auto longest = (latency + jitter) / SimulatedWorld::stepTime + 1;
        const int end = seconds * (1s / SimulatedWorld::stepTime);
        QVERIFY(place->size() == spoken.size() || spoken[place->size()].step >= end - longest);
    }
}

void TestSimulatedLine::jitterVaries()
{
    const SimulatorOptions options{.peers = 200, .jitter = 400ms};
    SimulatorOptions still = options;
    still.jitter = 0ms;
    const auto said = byPlace(saidIn(still, 5));
    const auto heard = byPlace(heardIn(options, 5));
    QSet<int> delays;
    for (auto place = heard.cbegin(); place != heard.cend(); ++place)
        delays.insert(place->first().step - said[place.key()].first().step);
    QVERIFY2(delays.size() > 15, qPrintable(QString::number(delays.size()))); // of 21
}

void TestSimulatedLine::comingsAndGoingsAreNeverLost()
{
    const SimulatorOptions options{.peers = 10, .loss = 1, .latency = 60ms, .jitter = 500ms, .churn = 300};
    int left = 0;
    std::optional<Timed> goodbye;
    for (const Timed &timed : heardIn(options, 60)) {
        QVERIFY(timed.event.kind != Kind::Said);
        if (timed.event.kind == Kind::Left) {
            QVERIFY(!goodbye);
            goodbye = timed;
            ++left;
        } else {
            QVERIFY(goodbye);
            QCOMPARE(timed.step, goodbye->step); // the number of people stays
            QCOMPARE(timed.event.place, goodbye->event.place);
            goodbye.reset();
        }
    }
    QVERIFY(left >= 295 && left <= 300); // the last few are under way
}

void TestSimulatedLine::theLeftAreSilentEvenWhenLate()
{
    const SimulatorOptions options{.peers = 10, .chat = 300, .talk = 5, .latency = 60ms, .jitter = 900ms, .churn = 300};
    const auto people = NetworkEmulator(options).people();
    QSet<Address> present(people.begin(), people.end());
    for (const auto &[step, event] : heardIn(options, 60)) {
        switch (event.kind) {
        case Kind::Said: QVERIFY(present.contains(event.who)); break;
        case Kind::Left: QVERIFY(present.remove(event.who)); break;
        case Kind::Joined: present.insert(event.who); break;
        }
    }
    QCOMPARE(present.size(), 10);
}

ISLET_TEST(TestSimulatedLine);
#include "tst_networkemulator.moc"
