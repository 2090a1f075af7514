// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/peermotion.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace std::chrono_literals;

//! Smoothing of a peer's movement between received positions.
class TestPeerMotion : public QObject {
    Q_OBJECT

private:
    using Time = PeerMotion::Time;
    static constexpr Time start = 1h;

    static Placement at(float x, float z = 0, float yaw = 0) { return {{x, 0, z}, yaw, {}}; }
    static float apart(float yaw, float other) { return std::abs(normalizedYaw(yaw - other + 180) - 180); }

    //! What is shown of a peer that walks east at 3 m/s, sends ten positions a second with some lateness, and is drawn
    //! sixty times a second.
    struct Walk {
        float slowest = 1e9F; //!< m/s
        float fastest = -1e9F;
        float largestStep = 0; //!< metres between two frames
        Time delay{0}; //!< at the end
    };
    static Walk walk(const QList<int> &lateness, int seconds = 20, Time settled = 5s)
    {
        PeerMotion motion;
        QList<std::pair<Time, Placement>> arrivals;
        Time last{0};
        for (int n = 0; n < 10 * seconds; ++n) {
            const Time sent = n * 100ms;
            last = std::max(last, sent + std::chrono::milliseconds(lateness[n % lateness.size()])); // kept in order
            arrivals.append({last, at(3 * std::chrono::duration<float>(sent).count())});
        }
        Walk seen;
        qsizetype next = 0;
        std::optional<float> before;
        std::optional<float> second;
        const Time end = arrivals.last().first;
        int frames = 0;
        for (Time now = arrivals.first().first; now < end; now += 16'667us, ++frames) {
            while (next < arrivals.size() && arrivals[next].first <= now) {
                motion.add(arrivals[next].second, start + arrivals[next].first);
                ++next;
            }
            const float x = motion.at(start + now).position.x;
            if (now > settled && before)
                seen.largestStep = std::max(seen.largestStep, std::abs(x - *before));
            // Speed over a fifth of a second, as the eye perceives it.
            if (now > settled && frames % 12 == 0) {
                if (second) {
                    seen.slowest = std::min(seen.slowest, (x - *second) / 0.2F);
                    seen.fastest = std::max(seen.fastest, (x - *second) / 0.2F);
                }
                second = x;
            }
            before = x;
        }
        seen.delay = motion.delay(start + end);
        return seen;
    }

private slots:
    void staysPutUntilMoved()
    {
        PeerMotion motion;
        QVERIFY(motion.isEmpty());
        QVERIFY(motion.add({{1, 2, 3}, 45, {}}, start));
        QVERIFY(!motion.isEmpty());
        for (const Time time : {Time(0), Time(1us), Time(1s), Time(1h)}) {
            QCOMPARE(motion.at(start + time).position, (Vec3{1, 2, 3})); // immediately: there is no older position
            QCOMPARE(motion.at(start + time).yaw, 45.F);
            QVERIFY(!motion.isMoving(start + time));
        }
        for (const Time time : {1s, 2s, 3s}) // repeats its position, which needs no redraw
            QVERIFY(!motion.add({{1, 2, 3}, 45, {}}, start + time));
    }

    void smoothsJitter_data()
    {
        QTest::addColumn<QList<int>>("lateness"); // ms, repeated
        QTest::addColumn<float>("slowest");
        QTest::addColumn<float>("fastest");
        QTest::addColumn<int>("maxDelay");
        QTest::newRow("no jitter") << QList{40} << 2.9F << 3.1F << 110;
        QTest::newRow("30 to 190 ms") << QList{30, 190, 90, 60, 150, 40, 110, 170, 30, 80, 130} << 2.3F << 3.7F << 330;
        QTest::newRow("two at a time") << QList{130, 30} << 2.5F << 3.5F << 260;
        QTest::newRow("rarely late") << QList{30, 35, 40, 30, 32, 38, 30, 33, 41, 30, 35, 40, 30, 32, 38, 180} << 2.F
                                     << 4.F << 200;
    }
    void smoothsJitter()
    {
        QFETCH(const QList<int>, lateness);
        QFETCH(const float, slowest);
        QFETCH(const float, fastest);
        QFETCH(const int, maxDelay);
        const Walk seen = walk(lateness);
        const auto report = QStringLiteral("%1 to %2 m/s, %3 m at once, %4 ms behind")
                                .arg(double(seen.slowest))
                                .arg(double(seen.fastest))
                                .arg(double(seen.largestStep))
                                .arg(seen.delay / 1ms);
        qInfo().noquote() << report;
        QVERIFY2(seen.slowest >= slowest && seen.fastest <= fastest, qPrintable(report));
        QVERIFY2(seen.largestStep < 0.2F, qPrintable(report)); // metres; less than three pixels
        QVERIFY2(seen.delay <= std::chrono::milliseconds(maxDelay), qPrintable(report));
    }

    void catchesUpAfterAStallWithoutSteppingBack()
    {
        PeerMotion motion;
        const auto xAt = [](Time time) { return 3 * std::chrono::duration<float>(time).count(); };
        Time now{0};
        for (; now < 3s; now += 100ms)
            motion.add(at(xAt(now)), start + now);
        float before = motion.at(start + now).position.x;
        const auto watchUntil = [&](Time until) {
            for (; now < until; now += 16ms) {
                const float x = motion.at(start + now).position.x;
                QVERIFY2(x >= before - 0.01F, qPrintable(QString::number(x - before)));
                QVERIFY(x - before < 0.6F); // metres; fast, but not a jump
                before = x;
            }
        };
        watchUntil(3'900ms); // nothing arrives
        for (Time sent = 3s; sent <= 3'900ms; sent += 100ms) // then everything arrives together
            motion.add(at(xAt(sent)), start + now);
        for (Time sent = 4s; sent < 7s; sent += 100ms) {
            watchUntil(sent);
            motion.add(at(xAt(sent)), start + now);
        }
        QVERIFY2(xAt(now) - before < 1.5F, qPrintable(QString::number(xAt(now) - before))); // half a second behind
    }

    void longStepTeleports_data()
    {
        QTest::addColumn<float>("metres");
        QTest::addColumn<bool>("jumps");
        QTest::newRow("a stride") << 2.F << false;
        QTest::newRow("the longest walk") << PeerMotion::teleportDistance << false;
        QTest::newRow("the shortest teleport") << PeerMotion::teleportDistance + 0.1F << true;
        QTest::newRow("across the world") << 100'000.F << true;
    }
    void longStepTeleports()
    {
        QFETCH(const float, metres);
        QFETCH(const bool, jumps);
        PeerMotion motion;
        motion.add(at(0), start);
        QVERIFY(motion.add(at(metres), start + 100ms));
        QCOMPARE(motion.at(start + 100ms).position.x, jumps ? metres : 0.F); // immediately
        bool wasBetween = false;
        for (Time time = 100ms; time < 500ms; time += 1ms) {
            const float x = motion.at(start + time).position.x;
            wasBetween = wasBetween || (x > 0 && x < metres);
        }
        QCOMPARE(wasBetween, !jumps);
    }

    void verticalMoveDoesNotTeleport()
    {
        PeerMotion motion; // a lift: on the map no one moves
        motion.add({{0, 0, 0}, 0, {}}, start);
        motion.add({{0, 50, 0}, 0, {}}, start + 100ms);
        QVERIFY(motion.at(start + 100ms).position.y < 50);
    }

    void turnsTheShortWay_data()
    {
        QTest::addColumn<float>("from");
        QTest::addColumn<float>("to");
        QTest::addColumn<float>("turn");
        QTest::newRow("right") << 10.F << 50.F << 40.F;
        QTest::newRow("left") << 50.F << 10.F << 40.F;
        QTest::newRow("right over north") << 350.F << 10.F << 20.F;
        QTest::newRow("left over north") << 20.F << 320.F << 60.F;
        QTest::newRow("half a turn at most") << 1.F << 180.F << 179.F;
        QTest::newRow("just over half a turn") << 1.F << 182.F << 179.F;
    }
    void turnsTheShortWay()
    {
        QFETCH(const float, from);
        QFETCH(const float, to);
        QFETCH(const float, turn);
        PeerMotion motion;
        motion.add(at(0, 0, from), start);
        QVERIFY(motion.add(at(0, 0, to), start + 100ms));
        for (Time time = 100ms; time <= 500ms; time += 1ms) {
            const float yaw = motion.at(start + time).yaw;
            QVERIFY2(yaw >= 0 && yaw < 360, qPrintable(QString::number(yaw)));
            // Always between the two headings.
            QVERIFY2(apart(yaw, from) <= turn + 0.01F && apart(yaw, to) <= turn + 0.01F,
                     qPrintable(QString::number(yaw)));
        }
        QVERIFY(apart(motion.at(start + 1s).yaw, to) < 0.01F);
    }

    void firstStepIsNotStretched()
    {
        // Standing peers report once a second, walking ones ten times.
        PeerMotion motion;
        for (const Time time : {0s, 1s})
            motion.add(at(0), start + time);
        QVERIFY(!motion.isMoving(start + 2s));
        motion.add(at(0.15F), start + 2s);
        QCOMPARE(motion.at(start + 2s).position.x, 0.F);
        QVERIFY(motion.at(start + 2'020ms).position.x < 0.15F);
        QVERIFY(motion.at(start + 2'300ms).position.x >= 0.15F); // the step did not last a second
    }

    void zeroVelocityStops()
    {
        PeerMotion motion;
        for (int n = 0; n < 20; ++n)
            motion.add({{float(n) * 0.3F, 0, 0}, 90, {3, 0, 0}}, start + n * 100ms);
        motion.add({{6, 0, 0}, 90, {}}, start + 2s); // a Movement with velocity 0
        for (Time time = 2s; time < 4s; time += 10ms)
            QVERIFY(motion.at(start + time).position.x <= 6.05F);
        QVERIFY(std::abs(motion.at(start + 4s).position.x - 6) < 0.001F);
    }

    void extrapolatesBriefly()
    {
        PeerMotion motion;
        for (int n = 0; n < 20; ++n)
            motion.add(at(float(n) * 0.3F), start + n * 100ms);
        const float last = 19 * 0.3F;
        const float later = motion.at(start + 5s).position.x;
        QVERIFY(later > last + 0.05F);
        QVERIFY(later < last + 0.5F); // then stops
        QVERIFY(!motion.isMoving(start + 5s));
    }

    void floodStaysNearReportedPositions()
    {
        PeerMotion motion;
        for (int n = 0; n < 100'000; ++n)
            motion.add(at(static_cast<float>(n % 5)), start);
        for (const Time time : {Time(0), Time(1ms), Time(100ms), Time(1h)}) {
            const float x = motion.at(start + time).position.x;
            QVERIFY2(x >= -2 && x <= 6, qPrintable(QString::number(x)));
        }
        QVERIFY(!motion.isMoving(start + 10s));
    }

    void clampsImplausibleVelocity()
    {
        PeerMotion motion;
        motion.add({{0, 0, 0}, 0, {1e30F, 0, 0}}, start);
        motion.add({{1, 0, 0}, 0, {1e30F, 0, -1e30F}}, start + 100ms);
        const Vec3 place = motion.at(start + 5s).position;
        QVERIFY(std::abs(place.x) < 4 && std::abs(place.z) < 4);
    }
};

ISLET_TEST(TestPeerMotion);
#include "tst_peermotion.moc"
