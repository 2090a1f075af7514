// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testmain.h"
#include "walkfixture.h"

#include <QSignalSpy>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;

//! Walking to a clicked position.
class TestWalkTo : public QObject {
    Q_OBJECT

private slots:
    void reachesTheClickExactly_data()
    {
        QTest::addColumn<float>("x");
        QTest::addColumn<float>("z");
        QTest::addColumn<int>("frame"); // milliseconds
        QTest::newRow("east") << 18.F << 8.F << 16;
        QTest::newRow("south-west across the origin") << -3.3F << -7.7F << 16;
        QTest::newRow("slow frames") << 12.34F << 1.25F << 240;
        QTest::newRow("a step away") << 8.001F << 8.F << 16;
        QTest::newRow("current position") << 8.F << 8.F << 16;
    }
    void reachesTheClickExactly()
    {
        QFETCH(const float, x);
        QFETCH(const float, z);
        QFETCH(const int, frame);
        Walk walk;
        walk.me.walkTo(x, z);
        QVERIFY(walk.me.goal());
        const float far = flatDistance({x, 0, z}, walk.origin);
        for (int steps = 0; walk.me.goal() && steps < 2'000; ++steps) {
            walk.go(frame * 1ms, frame * 1ms);
            const Vec3 now = walk.me.placement().position;
            // In a straight line and never past it.
            QVERIFY(flatDistance(now, walk.origin) + flatDistance(now, {x, 0, z}) < far + 1e-3F);
        }
        QCOMPARE(walk.me.placement().position, (Vec3{x, 0, z}));
        QVERIFY(!walk.me.goal());
        walk.go(100ms);
        QVERIFY(!walk.me.isMoving());
        QCOMPARE(walk.me.placement().position, (Vec3{x, 0, z}));
        QCOMPARE(walk.room.reporter.placement(), walk.me.placement());
    }

    void walksAtWalkingSpeed()
    {
        Walk walk;
        walk.me.walkTo(8, 38);
        walk.go(9'900ms);
        QVERIFY(walk.me.goal());
        walk.go(200ms);
        QVERIFY(!walk.me.goal());
    }

    void keyCancelsTheClick()
    {
        Walk walk;
        walk.me.walkTo(100, 8);
        walk.go(500ms);
        walk.me.press(Qt::Key_W);
        QVERIFY(!walk.me.goal());
        walk.resetOrigin();
        walk.go(500ms);
        compareVec3(walk.travelled(), {0, 0, 1.5F});
        walk.me.release(Qt::Key_W);
        walk.resetOrigin();
        walk.go(500ms);
        compareVec3(walk.travelled(), {});
    }

    void secondClickReplacesTheFirst()
    {
        Walk walk;
        walk.me.walkTo(100, 8);
        walk.go(500ms);
        walk.me.walkTo(8, 8);
        walk.go(1s);
        QCOMPARE(walk.me.placement().position, (Vec3{8, 0, 8}));
    }

    void rejectsImplausibleDestinations()
    {
        Walk walk;
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        constexpr float infinite = std::numeric_limits<float>::infinity();
        for (const auto &[x, z] : {std::pair{100'001.F, 0.F}, {0.F, -1e30F}, {nan, 0.F}, {0.F, nan}, {infinite, 0.F}}) {
            walk.me.walkTo(x, z);
            QVERIFY(!walk.me.goal());
        }
        walk.go(1s);
        compareVec3(walk.travelled(), {});
    }

    void timerStopsWhenStanding()
    {
        CommsAdapter adapter;
        PositionReporter reporter(adapter);
        AvatarController avatar(reporter);
        QSignalSpy moved(&avatar, &AvatarController::moved);
        avatar.walkTo(8.2F, 8);
        QTRY_VERIFY(!avatar.goal());
        QTRY_VERIFY(!avatar.isMoving());
        compareVec3(avatar.placement().position, {8.2F, 0, 8}, 0);
        const auto count = moved.count();
        QVERIFY(count > 2);
        AvatarController other(reporter); // if the first timer still ran, it would fire as often as this one
        QSignalSpy otherMoved(&other, &AvatarController::moved);
        other.walkTo(30, 8);
        QTRY_VERIFY(otherMoved.count() > 5);
        QCOMPARE(moved.count(), count);
    }
};

ISLET_TEST(TestWalkTo);
#include "tst_walkto.moc"
