// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testmain.h"
#include "walkfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Moving my avatar by keys and clicks.
class TestAvatarController : public QObject {
    Q_OBJECT

private slots:
    void startsInTheCentreOfTheFirstParcel()
    {
        const Walk walk;
        compareVec3(walk.origin, {8, 0, 8});
        QCOMPARE(walk.me.parcel(), u"0, 0"_s);
        QVERIFY(!walk.me.isMoving());
        QVERIFY(!walk.me.goal());
        compareVec3(walk.room.reporter.placement().position, {8, 0, 8});
    }

    void walksByKeys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QPointF>("travelled"); // in one second
        QTest::addColumn<float>("yaw");
        const QPointF north(0, 3);
        const QPointF east(3, 0);
        QTest::newRow("W") << int(Qt::Key_W) << north << 0.F;
        QTest::newRow("Up") << int(Qt::Key_Up) << north << 0.F;
        QTest::newRow("S") << int(Qt::Key_S) << -north << 180.F;
        QTest::newRow("Down") << int(Qt::Key_Down) << -north << 180.F;
        QTest::newRow("A") << int(Qt::Key_A) << -east << 270.F;
        QTest::newRow("Left") << int(Qt::Key_Left) << -east << 270.F;
        QTest::newRow("D") << int(Qt::Key_D) << east << 90.F;
        QTest::newRow("Right") << int(Qt::Key_Right) << east << 90.F;
    }
    void walksByKeys()
    {
        QFETCH(const int, key);
        QFETCH(const QPointF, travelled);
        QFETCH(const float, yaw);
        Walk walk;
        QSignalSpy moved(&walk.me, &AvatarController::moved);
        QVERIFY(walk.me.press(key));
        walk.go(1s);
        QVERIFY(walk.me.isMoving());
        QVERIFY(moved.count() > 10);
        compareVec3(walk.travelled(), {float(travelled.x()), 0, float(travelled.y())});
        compareVec3(walk.me.placement().velocity, {float(travelled.x()), 0, float(travelled.y())});
        QVERIFY(std::abs(walk.me.placement().yaw - yaw) < 0.01F);
        QCOMPARE(walk.room.reporter.placement(), walk.me.placement()); // the reported position

        QVERIFY(walk.me.release(key));
        walk.resetOrigin();
        walk.go(1s);
        QVERIFY(!walk.me.isMoving());
        compareVec3(walk.travelled(), {});
        QVERIFY(std::abs(walk.me.placement().yaw - yaw) < 0.01F); // the heading stays
    }

    void diagonalsAreNotFaster()
    {
        Walk walk;
        walk.me.press(Qt::Key_W);
        walk.me.press(Qt::Key_Right);
        walk.go(1s);
        QVERIFY(std::abs(length(walk.travelled()) - AvatarController::walkSpeed) < 1e-3F);
        QVERIFY(std::abs(walk.travelled().x - walk.travelled().z) < 1e-3F);
        QVERIFY(std::abs(walk.me.placement().yaw - 45) < 0.01F);
        // The letter and the arrow of one direction do not add up.
        walk.me.press(Qt::Key_Up);
        walk.resetOrigin();
        walk.go(1s);
        QVERIFY(std::abs(length(walk.travelled()) - AvatarController::walkSpeed) < 1e-3F);
    }

    void shiftRuns()
    {
        Walk walk;
        QVERIFY(walk.me.press(Qt::Key_Shift));
        walk.go(1s);
        compareVec3(walk.travelled(), {}); // alone it does not move
        QVERIFY(!walk.me.isMoving());
        walk.me.press(Qt::Key_D);
        walk.go(1s);
        compareVec3(walk.travelled(), {AvatarController::runSpeed, 0, 0});
        walk.me.release(Qt::Key_Shift);
        walk.resetOrigin();
        walk.go(1s);
        compareVec3(walk.travelled(), {AvatarController::walkSpeed, 0, 0});
    }

    void oppositeKeysCancel()
    {
        Walk walk;
        walk.me.press(Qt::Key_A);
        walk.me.press(Qt::Key_Right);
        walk.go(500ms);
        compareVec3(walk.travelled(), {});
        QVERIFY(!walk.me.isMoving());
        walk.me.press(Qt::Key_W);
        walk.go(1s);
        compareVec3(walk.travelled(), {0, 0, AvatarController::walkSpeed});
    }

    void continuesWhenTheOppositeKeyIsReleased()
    {
        // With the real clock and the controller's own timer: the test does not call step().
        CommsAdapter adapter;
        PositionReporter reporter(adapter);
        AvatarController avatar(reporter);
        QSignalSpy moved(&avatar, &AvatarController::moved);
        avatar.press(Qt::Key_W);
        QTRY_VERIFY(avatar.isMoving());
        avatar.press(Qt::Key_S);
        QTRY_VERIFY(!avatar.isMoving());
        avatar.release(Qt::Key_S); // W is still held
        QTRY_VERIFY(avatar.isMoving());
        avatar.release(Qt::Key_W);
        QTRY_VERIFY(!avatar.isMoving());
        QVERIFY(!moved.isEmpty());
    }

    void stopsWhenFocusIsLost()
    {
        Walk walk;
        walk.me.press(Qt::Key_W);
        walk.me.press(Qt::Key_Shift);
        walk.me.releaseAll();
        walk.go(1s);
        compareVec3(walk.travelled(), {});
        walk.me.press(Qt::Key_W);
        walk.go(1s);
        compareVec3(walk.travelled(), {0, 0, AvatarController::walkSpeed}); // Shift was released too
    }

    void ignoresOtherKeys_data()
    {
        QTest::addColumn<int>("key");
        for (const Qt::Key key : {Qt::Key_E, Qt::Key_Space, Qt::Key_Return, Qt::Key_Escape, Qt::Key_Tab,
                                  Qt::Key_Control, Qt::Key_Alt, Qt::Key_F, Qt::Key_M, Qt::Key_unknown})
            QTest::addRow("%#x", static_cast<unsigned>(key)) << int(key);
        QTest::newRow("0") << 0;
        QTest::newRow("-1") << -1;
    }
    void ignoresOtherKeys()
    {
        QFETCH(const int, key);
        Walk walk;
        walk.me.walkTo(20, 8);
        QVERIFY(!walk.me.press(key));
        walk.go(500ms);
        QVERIFY(!walk.me.release(key));
        compareVec3(walk.travelled(), {1.5F, 0, 0}); // they do not stop the walk
        QVERIFY(walk.me.goal());
    }

    void doesNotLeapAfterAStall()
    {
        Walk walk;
        walk.me.press(Qt::Key_Shift);
        walk.me.press(Qt::Key_D);
        walk.go(100ms);
        walk.resetOrigin();
        walk.go(1h, 1h); // one step, an hour late
        QVERIFY(walk.travelled().x > 0);
        QVERIFY2(walk.travelled().x <= 2, qPrintable(QString::number(walk.travelled().x)));
        // Time spent standing does not count for the first step either.
        walk.me.releaseAll();
        walk.go(1s);
        CommsAdapter adapter;
        PositionReporter reporter(adapter, walk.room.time.clock());
        AvatarController fresh(reporter, walk.room.time.clock());
        walk.room.wait(1h);
        fresh.press(Qt::Key_D);
        walk.room.wait(16ms);
        fresh.step();
        compareVec3(fresh.placement().position, {8 + 0.016F * AvatarController::walkSpeed, 0, 8});
    }

    void stopsAtTheEdgeOfTheWorld_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<float>("x");
        QTest::addColumn<float>("z");
        QTest::newRow("east") << int(Qt::Key_D) << 99'999.F << 0.F;
        QTest::newRow("west") << int(Qt::Key_A) << -99'999.F << 0.F;
        QTest::newRow("north") << int(Qt::Key_W) << 0.F << 99'999.F;
        QTest::newRow("south") << int(Qt::Key_S) << 0.F << -99'999.F;
    }
    void stopsAtTheEdgeOfTheWorld()
    {
        QFETCH(const int, key);
        QFETCH(const float, x);
        QFETCH(const float, z);
        Walk walk;
        walk.room.adapter.setTransport(nullptr); // too many steps to send
        walk.me.press(Qt::Key_Shift);
        walk.me.walkTo(x, z);
        for (int steps = 0; walk.me.goal() && steps < 60'000; ++steps)
            walk.go(240ms, 240ms);
        QCOMPARE(walk.me.placement().position, (Vec3{x, 0, z}));
        walk.me.press(key);
        walk.go(3s);
        const Vec3 there = walk.me.placement().position;
        QVERIFY(isPlausible(there));
        QVERIFY(std::abs(there.x + there.z) > 99'999.5F); // beyond the destination
        QCOMPARE(walk.room.reporter.placement().position, there);
        walk.me.releaseAll();
        walk.me.walkTo(0.99F * x, 0.99F * z); // and back again
        walk.resetOrigin();
        walk.go(1s);
        QVERIFY(length(walk.travelled()) > 2);
    }

    void roundsParcelsDown_data()
    {
        QTest::addColumn<float>("x");
        QTest::addColumn<float>("z");
        QTest::addColumn<QString>("parcel");
        QTest::newRow("first") << 0.F << 0.F << u"0, 0"_s;
        QTest::newRow("far corner of the first") << 15.99F << 15.99F << u"0, 0"_s;
        QTest::newRow("next") << 16.F << 15.99F << u"1, 0"_s;
        QTest::newRow("just below zero") << -0.01F << -0.01F << u"-1, -1"_s;
        QTest::newRow("the far side of -1") << -16.F << -16.01F << u"-1, -2"_s;
        QTest::newRow("mixed") << 200.F << -100.F << u"12, -7"_s;
    }
    void roundsParcelsDown()
    {
        QFETCH(const float, x);
        QFETCH(const float, z);
        QFETCH(const QString, parcel);
        Walk walk;
        QSignalSpy changed(&walk.me, &AvatarController::parcelChanged);
        walk.me.walkTo(x, z);
        while (walk.me.goal())
            walk.go(100ms);
        QCOMPARE(walk.me.parcel(), parcel);
        QCOMPARE(changed.isEmpty(), parcel == "0, 0"_L1);
    }
};

ISLET_TEST(TestAvatarController);
#include "tst_avatarcontroller.moc"
