// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/selftest.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;

//! The self-test over a bad connection, on a fake clock.
class TestSelfTest : public QObject {
    Q_OBJECT

private:
    //! A self-test that records how late each packet arrived.
    struct Fixture {
        static constexpr std::uint32_t seed = 4;

        Fixture()
        {
            connect(&test, &SelfTest::arrived, &test, [this](std::uint32_t index, const QByteArray &packet) {
                indexes.append(index);
                delays.append((time.clock()() - sentAt[index]).count() / 1'000);
                isWhole = isWhole && packet == QByteArray::number(index);
            });
            test.setActive(true);
        }
        //! Sends like a microphone, every 20 ms; deliver() runs every 2 ms like the timer.
        void talk(int packets)
        {
            for (int i = 0; i < packets; ++i) {
                const auto index = static_cast<std::uint32_t>(sentAt.size());
                sentAt.append(time.clock()());
                test.send(index, QByteArray::number(index));
                wait(20ms);
            }
        }
        void wait(std::chrono::milliseconds duration)
        {
            for (auto waited = 0ms; waited < duration; waited += 2ms) {
                time.advance(2ms);
                test.deliver();
            }
        }

        FakeClock time;
        SelfTest test{time.clock(), seed};
        QList<std::chrono::microseconds> sentAt;
        QList<std::uint32_t> indexes;
        QList<qint64> delays; // ms
        bool isWhole = true;
    };

private slots:
    void deliversWithoutLossOrDelay()
    {
        Fixture fixture;
        constexpr int packets = 500;
        fixture.talk(packets);
        QCOMPARE(fixture.indexes.size(), packets);
        QVERIFY(std::ranges::is_sorted(fixture.indexes));
        QCOMPARE(std::ranges::max(fixture.delays), 0);
        QVERIFY(fixture.isWhole);
    }

    void losesPackets_data()
    {
        QTest::addColumn<int>("loss");
        for (const int loss : {1, 10, 50})
            QTest::addRow("%d %%", loss) << loss;
    }
    void losesPackets()
    {
        QFETCH(const int, loss);
        Fixture fixture;
        fixture.test.setLoss(loss);
        constexpr int packets = 20'000;
        fixture.talk(packets);
        const double lost = 100.0 * static_cast<double>(packets - fixture.indexes.size()) / packets;
        QVERIFY2(std::abs(lost - loss) < 1.2, qPrintable(QString::number(lost)));
        QVERIFY(std::ranges::is_sorted(fixture.indexes));
        QVERIFY(fixture.isWhole);
    }

    void delaysPacketsInOrder_data()
    {
        QTest::addColumn<int>("jitter");
        for (const int jitter : {10, 60, 500})
            QTest::addRow("%d ms", jitter) << jitter;
    }
    void delaysPacketsInOrder()
    {
        QFETCH(const int, jitter);
        Fixture fixture;
        fixture.test.setJitter(jitter);
        constexpr int packets = 2'000;
        fixture.talk(packets);
        fixture.wait(std::chrono::milliseconds(jitter));
        QCOMPARE(fixture.indexes.size(), packets);
        QVERIFY(std::ranges::is_sorted(fixture.indexes));
        // A delayed packet delays those behind it, but never beyond the maximum delay.
        const qint64 longest = std::ranges::max(fixture.delays);
        QVERIFY2(longest <= jitter + 1 && longest >= jitter * 9 / 10, qPrintable(QString::number(longest)));
        const qint64 total = std::accumulate(fixture.delays.cbegin(), fixture.delays.cend(), qint64(0));
        QVERIFY(total / packets >= jitter * 4 / 10); // half of it, and more if packets wait for others
        if (jitter < 20) // no packet waits for another
            QVERIFY(total / packets <= jitter * 7 / 10);
    }

    void stoppingDropsPacketsInFlight()
    {
        Fixture fixture;
        fixture.test.setJitter(500);
        QSignalSpy changed(&fixture.test, &SelfTest::changed);
        fixture.talk(3);
        fixture.test.setActive(false);
        fixture.test.setActive(false);
        QCOMPARE(changed.count(), 1);
        const qsizetype arrived = fixture.indexes.size();
        QVERIFY(arrived < 3);
        fixture.wait(1s);
        fixture.talk(10); // dropped
        fixture.test.setActive(true);
        fixture.wait(1s);
        QCOMPARE(fixture.indexes.size(), arrived);
        fixture.test.setJitter(0);
        fixture.talk(1);
        QCOMPARE(fixture.indexes.size(), arrived + 1);
    }

    void stopsInsideSignal()
    {
        Fixture fixture;
        fixture.test.setJitter(500);
        connect(&fixture.test, &SelfTest::arrived, &fixture.test, [&fixture] { fixture.test.setActive(false); });
        fixture.sentAt.append(fixture.time.clock()());
        for (int i = 0; i < 50; ++i)
            fixture.test.send(0, "0");
        fixture.time.advance(1s);
        fixture.test.deliver();
        QCOMPARE(fixture.indexes.size(), 1);
    }

    void clampsSettings()
    {
        SelfTest test;
        test.setLoss(51);
        QCOMPARE(test.property("loss").toInt(), 50);
        test.setLoss(-1);
        QCOMPARE(test.property("loss").toInt(), 0);
        test.setJitter(501);
        QCOMPARE(test.property("jitter").toInt(), 500);
        test.setJitter(-1);
        QCOMPARE(test.property("jitter").toInt(), 0);
        QVERIFY(!test.isActive());
    }

    void deliversByTimer()
    {
        SelfTest test;
        int arrived = 0;
        connect(&test, &SelfTest::arrived, &test, [&arrived] { ++arrived; });
        test.setActive(true);
        test.setJitter(30);
        for (std::uint32_t i = 0; i < 10; ++i)
            test.send(i, "packet");
        QVERIFY(waitUntil([&arrived] { return arrived == 10; }));
    }
};

ISLET_TEST(TestSelfTest);
#include "tst_selftest.moc"
