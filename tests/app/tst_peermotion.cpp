// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/peermotion.h"

#include <QTest>

using namespace islet;
using namespace std::chrono_literals;

//! How a peer is seen to walk between the positions that were heard.
class TestPeerMotion : public QObject {
    Q_OBJECT

private:
    using Time = PeerMotion::Time;
    static constexpr Time start = 1h;
    static constexpr auto delay = PeerMotion::delay;

    static Placement at(float x, float z = 0, float yaw = 0) { return {{x, 0, z}, yaw, {}}; }
    //! Which place is shown when the moment of time is so long after the start.
    static Placement shown(const PeerMotion &motion, Time sinceStart) { return motion.at(start + sinceStart + delay); }

private slots:
    void oneWhoNeverMovedStands()
    {
        PeerMotion motion;
        QVERIFY(motion.isEmpty());
        motion.add({{1, 2, 3}, 45, {}}, start);
        QVERIFY(!motion.isEmpty());
        for (const Time time : {Time(0), Time(1us), Time(delay), Time(1h)}) {
            QCOMPARE(motion.at(start + time).position, (Vec3{1, 2, 3})); // at once: nothing older is known
            QCOMPARE(motion.at(start + time).yaw, 45.F);
            QVERIFY(!motion.isMoving(start + time));
        }
    }

    void betweenTwoPositions_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<float>("x");
        QTest::newRow("before the first") << -50 << 1.F;
        QTest::newRow("at the first") << 0 << 1.F;
        QTest::newRow("a quarter of the way") << 25 << 1.5F;
        QTest::newRow("half way") << 50 << 2.F;
        QTest::newRow("three quarters") << 75 << 2.5F;
        QTest::newRow("at the second") << 100 << 3.F;
        QTest::newRow("after it") << 5'000 << 3.F; // nobody walks on without saying so
    }
    void betweenTwoPositions()
    {
        QFETCH(const int, milliseconds);
        QFETCH(const float, x);
        PeerMotion motion;
        motion.add({{1, 10, -1}, 0, {}}, start);
        motion.add({{3, 20, -3}, 0, {20, 0, 0}}, start + 100ms);
        const Vec3 place = shown(motion, Time(milliseconds * 1ms)).position;
        QVERIFY2(std::abs(place.x - x) < 1e-4F, qPrintable(QString::number(place.x)));
        QVERIFY(std::abs(place.z + x) < 1e-4F);
        QVERIFY(std::abs(place.y - (10 + 5 * (x - 1))) < 1e-3F);
    }

    void aLongStepIsATeleport_data()
    {
        QTest::addColumn<float>("metres");
        QTest::addColumn<bool>("jumps");
        QTest::newRow("a stride") << 2.F << false;
        QTest::newRow("the longest walk") << PeerMotion::teleportDistance << false;
        QTest::newRow("the shortest teleport") << PeerMotion::teleportDistance + 0.1F << true;
        QTest::newRow("across the world") << 100'000.F << true;
    }
    void aLongStepIsATeleport()
    {
        QFETCH(const float, metres);
        QFETCH(const bool, jumps);
        PeerMotion motion;
        motion.add(at(0), start);
        motion.add(at(metres), start + 100ms);
        bool wasBetween = false;
        for (Time time = 0ms; time < 100ms; time += 1ms) {
            const float x = shown(motion, time).position.x;
            wasBetween = wasBetween || (x > 0 && x < metres);
            QVERIFY(!jumps || x == 0.F); // still where they were
        }
        QCOMPARE(wasBetween, !jumps);
        QCOMPARE(shown(motion, 100ms).position.x, metres);
    }

    void upwardsIsNoTeleport()
    {
        PeerMotion motion; // a lift: as far as the map is concerned nobody moved
        motion.add({{0, 0, 0}, 0, {}}, start);
        motion.add({{0, 50, 0}, 0, {}}, start + 100ms);
        QVERIFY(std::abs(shown(motion, 50ms).position.y - 25) < 1e-3F);
    }

    void headingsTurnTheShortWay_data()
    {
        QTest::addColumn<float>("from");
        QTest::addColumn<float>("to");
        QTest::addColumn<float>("halfWay");
        QTest::newRow("right") << 10.F << 50.F << 30.F;
        QTest::newRow("left") << 50.F << 10.F << 30.F;
        QTest::newRow("right over north") << 350.F << 10.F << 0.F;
        QTest::newRow("left over north") << 20.F << 320.F << 350.F;
        QTest::newRow("half a turn at most") << 1.F << 180.F << 90.5F;
        QTest::newRow("just over half a turn") << 1.F << 182.F << 271.5F;
    }
    void headingsTurnTheShortWay()
    {
        QFETCH(const float, from);
        QFETCH(const float, to);
        QFETCH(const float, halfWay);
        PeerMotion motion;
        motion.add(at(0, 0, from), start);
        motion.add(at(0, 0, to), start + 100ms);
        const float yaw = shown(motion, 50ms).yaw;
        const float error = std::abs(normalizedYaw(yaw - halfWay + 180) - 180);
        QVERIFY2(error < 1e-3F, qPrintable(QString::number(yaw)));
        for (Time time = 0ms; time <= 100ms; time += 1ms) {
            const float turning = shown(motion, time).yaw;
            QVERIFY2(turning >= 0 && turning < 360, qPrintable(QString::number(turning)));
        }
    }

    void settingOutIsNotSmeared()
    {
        // Who stands reports once a second, and ten times when they walk.
        PeerMotion motion;
        motion.add(at(0), start);
        motion.add(at(0), start + 1s);
        motion.add(at(0.15F), start + 2s);
        motion.add(at(0.3F), start + 2'100ms);
        for (const Time standing : {1'000ms, 1'250ms, 1'500ms, 1'899ms})
            QCOMPARE(shown(motion, standing).position.x, 0.F);
        QVERIFY(std::abs(shown(motion, 1'950ms).position.x - 0.075F) < 1e-4F);
        QVERIFY(std::abs(shown(motion, 2'050ms).position.x - 0.225F) < 1e-4F);
    }

    void aLateReportIsNotTakenForStanding()
    {
        // 10 Hz with 80 ms of jitter is still one walk.
        PeerMotion motion;
        motion.add(at(0), start);
        motion.add(at(1.8F), start + 180ms);
        QVERIFY(std::abs(shown(motion, 90ms).position.x - 0.9F) < 1e-3F);
    }

    void aLongWalkStaysRight()
    {
        PeerMotion motion;
        const auto xAt = [](Time time) { return 3 * std::chrono::duration<float>(time).count(); };
        for (int n = 0; n < 10'000; ++n) {
            const Time arrival = n * 50ms; // 20 Hz for eight minutes
            motion.add(at(xAt(arrival)), start + arrival);
            if (n < 10)
                continue;
            const Time seen = arrival - delay + 20ms;
            const float x = shown(motion, seen).position.x;
            QVERIFY2(std::abs(x - xAt(seen)) < 0.01F, qPrintable(QString::number(x - xAt(seen))));
        }
    }

    void aFloodKeepsToWhatWasSaid()
    {
        PeerMotion motion;
        for (int n = 0; n < 100'000; ++n)
            motion.add(at(static_cast<float>(n % 5)), start);
        for (const Time time : {Time(-1s), Time(-1ms), Time(0), Time(1ms), Time(1h)}) {
            const float x = shown(motion, time).position.x;
            QVERIFY(x >= 0 && x <= 4);
        }
        QCOMPARE(shown(motion, 0ms).position.x, 4.F); // the last of them
        QVERIFY(!motion.isMoving(start + delay));
    }

    void movingEnds()
    {
        PeerMotion motion;
        motion.add(at(0), start);
        motion.add(at(1), start + 100ms);
        QVERIFY(motion.isMoving(start + 100ms));
        QVERIFY(motion.isMoving(start + 100ms + delay - 1us));
        QVERIFY(!motion.isMoving(start + 100ms + delay));
        QCOMPARE(motion.at(start + 100ms + delay).position.x, 1.F); // and nothing is left to show
        motion.add(at(2), start + 5s);
        QVERIFY(motion.isMoving(start + 5s));
        QVERIFY(!motion.isMoving(start + 5s + delay));
    }
};

QTEST_GUILESS_MAIN(TestPeerMotion)
#include "tst_peermotion.moc"
