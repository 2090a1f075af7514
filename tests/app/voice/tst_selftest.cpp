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

//! One's own voice sent to oneself over a bad way, on a clock of the test's own.
class TestSelfTest : public QObject {
    Q_OBJECT

private:
    //! A way, and how late each packet arrived.
    struct Way {
        static constexpr std::uint32_t seed = 4;

        Way()
        {
            connect(&test, &SelfTest::arrived, &test, [this](std::uint32_t index, const QByteArray &packet) {
                indexes.append(index);
                lateness.append((time.clock()() - sentAt[index]).count() / 1'000);
                isWhole = isWhole && packet == QByteArray::number(index);
            });
            test.setActive(true);
        }
        //! As a microphone does it; meanwhile the timer looks each two milliseconds.
        void talk(int packets)
        {
            for (int i = 0; i < packets; ++i) {
                const auto index = static_cast<std::uint32_t>(sentAt.size());
                sentAt.append(time.clock()());
                test.send(index, QByteArray::number(index));
                wait(20ms);
            }
        }
        void wait(std::chrono::milliseconds howLong)
        {
            for (auto waited = 0ms; waited < howLong; waited += 2ms) {
                time.advance(2ms);
                test.deliver();
            }
        }

        FakeClock time;
        SelfTest test{time.clock(), seed};
        QList<std::chrono::microseconds> sentAt;
        QList<std::uint32_t> indexes;
        QList<qint64> lateness; // ms
        bool isWhole = true;
    };

private slots:
    void nothingIsLostOrLate()
    {
        Way way;
        constexpr int packets = 500;
        way.talk(packets);
        QCOMPARE(way.indexes.size(), packets);
        QVERIFY(std::ranges::is_sorted(way.indexes));
        QCOMPARE(std::ranges::max(way.lateness), 0);
        QVERIFY(way.isWhole);
    }

    void someIsLost_data()
    {
        QTest::addColumn<int>("loss");
        for (const int loss : {1, 10, 50})
            QTest::addRow("%d %%", loss) << loss;
    }
    void someIsLost()
    {
        QFETCH(const int, loss);
        Way way;
        way.test.setLoss(loss);
        constexpr int packets = 20'000;
        way.talk(packets);
        const double lost = 100.0 * static_cast<double>(packets - way.indexes.size()) / packets;
        QVERIFY2(std::abs(lost - loss) < 1.2, qPrintable(QString::number(lost)));
        QVERIFY(std::ranges::is_sorted(way.indexes));
        QVERIFY(way.isWhole);
    }

    void someIsLateAndAllInOrder_data()
    {
        QTest::addColumn<int>("jitter");
        for (const int jitter : {10, 60, 500})
            QTest::addRow("%d ms", jitter) << jitter;
    }
    void someIsLateAndAllInOrder()
    {
        QFETCH(const int, jitter);
        Way way;
        way.test.setJitter(jitter);
        constexpr int packets = 2'000;
        way.talk(packets);
        way.wait(std::chrono::milliseconds(jitter));
        QCOMPARE(way.indexes.size(), packets);
        QVERIFY(std::ranges::is_sorted(way.indexes));
        // What is held up holds up those behind it, but never for longer than one can be late.
        const qint64 latest = std::ranges::max(way.lateness);
        QVERIFY2(latest <= jitter + 1 && latest >= jitter * 9 / 10, qPrintable(QString::number(latest)));
        const qint64 all = std::accumulate(way.lateness.cbegin(), way.lateness.cend(), qint64(0));
        QVERIFY(all / packets >= jitter * 4 / 10); // half of it, and more when some wait for others
        if (jitter < 20) // nobody waits for anybody
            QVERIFY(all / packets <= jitter * 7 / 10);
    }

    void stoppingDropsWhatIsUnderWay()
    {
        Way way;
        way.test.setJitter(500);
        QSignalSpy changed(&way.test, &SelfTest::changed);
        way.talk(3);
        way.test.setActive(false);
        way.test.setActive(false);
        QCOMPARE(changed.count(), 1);
        const qsizetype arrived = way.indexes.size();
        QVERIFY(arrived < 3);
        way.wait(1s);
        way.talk(10); // to nobody
        way.test.setActive(true);
        way.wait(1s);
        QCOMPARE(way.indexes.size(), arrived);
        way.test.setJitter(0);
        way.talk(1);
        QCOMPARE(way.indexes.size(), arrived + 1);
    }

    void stoppingFromWithin()
    {
        Way way;
        way.test.setJitter(500);
        connect(&way.test, &SelfTest::arrived, &way.test, [&way] { way.test.setActive(false); });
        way.sentAt.append(way.time.clock()());
        for (int i = 0; i < 50; ++i)
            way.test.send(0, "0");
        way.time.advance(1s);
        way.test.deliver();
        QCOMPARE(way.indexes.size(), 1);
    }

    void bounds()
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

    void theTimerDelivers()
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
