// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/networkemulator.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace islet;
using namespace std::chrono_literals;

namespace {

constexpr auto interval = 20ms;

std::vector<std::chrono::microseconds> delays(NetworkEmulator network, int packets)
{
    std::vector<std::chrono::microseconds> delays;
    for (int i = 0; i < packets; ++i)
        delays.push_back(network.arrivalOf(0, i * interval) - i * interval);
    return delays;
}

} // namespace

class TestNetworkEmulator : public QObject {
    Q_OBJECT

private slots:
    void passesEverythingAtOnceByDefault()
    {
        NetworkEmulator network({}, 1);
        QVERIFY(!network.drops());
        QCOMPARE(network.arrivalOf(0, 5ms), 5ms);
    }

    void dropsRequestedShare()
    {
        NetworkEmulator network({.loss = 0.2}, 7);
        int dropped = 0;
        for (int i = 0; i < 10'000; ++i)
            dropped += network.drops() ? 1 : 0;
        QVERIFY2(dropped > 1'850 && dropped < 2'150, qPrintable(QString::number(dropped)));
    }

    void moreLossDropsASuperset()
    {
        NetworkEmulator low({.loss = 0.1}, 3);
        NetworkEmulator high({.loss = 0.3}, 3);
        int extra = 0;
        for (int i = 0; i < 1'000; ++i) {
            const bool isLowDropped = low.drops();
            const bool isHighDropped = high.drops();
            QVERIFY(!isLowDropped || isHighDropped);
            extra += isHighDropped && !isLowDropped ? 1 : 0;
        }
        QVERIFY(extra > 100);
    }

    void keepsDelaysWithinBounds()
    {
        const auto all = delays(NetworkEmulator({.latency = 30ms, .jitter = 15ms}, 5), 1'000);
        QCOMPARE(*std::ranges::min_element(all), 30ms);
        QCOMPARE(*std::ranges::max_element(all), 45ms);
    }

    void keepsOrderWithinAFlowAlone()
    {
        NetworkEmulator network({.jitter = 500ms}, 9, 2);
        auto last = 0us;
        auto longest = 0us;
        for (int i = 0; i < 200; ++i) {
            const auto arrival = network.arrivalOf(0, i * 1ms);
            QVERIFY(arrival >= last);
            last = arrival;
            longest = std::max(longest, arrival);
        }
        QCOMPARE(network.lastArrivalOf(0), last);
        QCOMPARE(network.lastArrivalOf(1), 0us);
        QVERIFY(network.arrivalOf(1, 0us) < longest);
    }

    void sameSeedGivesSameDelays()
    {
        const NetworkEmulator::Conditions conditions{.jitter = 100ms};
        QVERIFY(delays(NetworkEmulator(conditions, 4), 100) == delays(NetworkEmulator(conditions, 4), 100));
        QVERIFY(delays(NetworkEmulator(conditions, 4), 100) != delays(NetworkEmulator(conditions, 5), 100));
    }

    void newConditionsApplyToLaterPackets()
    {
        NetworkEmulator network({.latency = 100ms}, 1);
        QCOMPARE(network.arrivalOf(0, 0us), 100ms);
        network.setConditions({});
        QCOMPARE(network.arrivalOf(0, 10ms), 100ms); // still behind the first
        QCOMPARE(network.arrivalOf(0, 200ms), 200ms);
    }
};

ISLET_TEST(TestNetworkEmulator);
#include "tst_networkemulator.moc"
