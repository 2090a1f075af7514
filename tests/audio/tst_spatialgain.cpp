// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/spatialgain.h"
#include "protocol/rfc4messages.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace islet;

class TestSpatialGain : public QObject {
    Q_OBJECT

private slots:
    void gainFollowsCurve_data();
    void gainFollowsCurve();
    void fallsSmoothlyWithDistance_data() { curves(); }
    void fallsSmoothlyWithDistance();
    void gainDoesNotDependOnDirection_data() { curves(); }
    void gainDoesNotDependOnDirection();
    void noFalloffCentresEveryone();
    void pansRelativeToYaw_data();
    void pansRelativeToYaw();
    void yawMatchesMap();
    void centresNearbySpeakers();
    void nonFinitePositionIsInaudible();

private:
    static void curves();
};

namespace {

constexpr float east = 90;
constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();
constexpr float infinity = std::numeric_limits<float>::infinity();

//! A speaker at `bearing` (counted like yaw), for a listener facing `yaw`.
SpatialGain heardAt(float distance, float bearing, float yaw, DistanceCurve curve = DistanceCurve::Inverse)
{
    const float angle = bearing * std::numbers::pi_v<float> / 180;
    return spatialize(curve, distance * std::sin(angle), distance * std::cos(angle), yaw);
}

bool isNear(float a, float b)
{
    return std::abs(a - b) < 1e-3F;
}

} // namespace

void TestSpatialGain::curves()
{
    QTest::addColumn<DistanceCurve>("curve");
    QTest::addRow("inverse") << DistanceCurve::Inverse;
    QTest::addRow("nearby") << DistanceCurve::Nearby;
}

void TestSpatialGain::gainFollowsCurve_data()
{
    QTest::addColumn<DistanceCurve>("curve");
    QTest::addColumn<float>("distance");
    QTest::addColumn<float>("gain");
    for (const auto &[distance, gain] : {std::pair{0.F, 1.F},
                                         {3.F, 1.F},
                                         {5.F, 1.F},
                                         {6.25F, 0.8F},
                                         {10.F, 0.5F},
                                         {20.F, 0.25F},
                                         {100.F, 0.05F},
                                         {10'000.F, 0.0005F}})
        QTest::addRow("inverse, %g m", double(distance)) << DistanceCurve::Inverse << distance << gain;
    for (const auto &[distance, gain] : {std::pair{0.F, 1.F},
                                         {3.F, 1.F},
                                         {5.5F, 0.75F},
                                         {8.F, 0.5F},
                                         {11.F, 0.265F},
                                         {14.F, 0.03F},
                                         {15.F, 0.015F},
                                         {16.F, 0.F},
                                         {17.F, 0.F},
                                         {10'000.F, 0.F}})
        QTest::addRow("nearby, %g m", double(distance)) << DistanceCurve::Nearby << distance << gain;
    for (const float distance : {0.F, 3.F, 16.F, 10'000.F})
        QTest::addRow("none, %g m", double(distance)) << DistanceCurve::None << distance << 1.F;
}

void TestSpatialGain::gainFollowsCurve()
{
    QFETCH(const DistanceCurve, curve);
    QFETCH(const float, distance);
    QFETCH(const float, gain);
    const float found = heardAt(distance, 30, 77, curve).gain;
    QVERIFY2(std::abs(found - gain) < 1e-4F, qPrintable(QString::number(found)));
}

void TestSpatialGain::fallsSmoothlyWithDistance()
{
    QFETCH(const DistanceCurve, curve);
    constexpr float step = 0.01F; // m
    float before = heardAt(0, 0, 0, curve).gain;
    for (float distance = step; distance < 40; distance += step) {
        const float gain = heardAt(distance, 0, 0, curve).gain;
        QVERIFY(gain <= before);
        QVERIFY(before - gain < 0.003F); // at most 0.2 per metre
        before = gain;
    }
}

void TestSpatialGain::gainDoesNotDependOnDirection()
{
    QFETCH(const DistanceCurve, curve);
    for (const float distance : {0.5F, 4.F, 9.F, 15.F}) {
        for (float bearing = 0; bearing < 360; bearing += 15)
            QVERIFY(isNear(heardAt(distance, bearing, 40, curve).gain, heardAt(distance, 0, 0, curve).gain));
    }
}

void TestSpatialGain::noFalloffCentresEveryone()
{
    for (float bearing = 0; bearing < 360; bearing += 45)
        QCOMPARE(heardAt(50, bearing, 10, DistanceCurve::None), (SpatialGain{1, 0}));
}

void TestSpatialGain::pansRelativeToYaw_data()
{
    QTest::addColumn<float>("yaw");
    for (float yaw = -360; yaw <= 720; yaw += 45)
        QTest::addRow("yaw %g", double(yaw)) << yaw;
}

void TestSpatialGain::pansRelativeToYaw()
{
    QFETCH(const float, yaw);
    QVERIFY(isNear(heardAt(10, yaw, yaw).pan, 0)); // in front
    QVERIFY(isNear(heardAt(10, yaw + 90, yaw).pan, 1));
    QVERIFY(isNear(heardAt(10, yaw + 180, yaw).pan, 0));
    QVERIFY(isNear(heardAt(10, yaw - 90, yaw).pan, -1));
    for (float angle = 5; angle < 180; angle += 5) {
        const float right = heardAt(10, yaw + angle, yaw).pan;
        QVERIFY(right > 0.05F && right <= 1);
        QVERIFY(isNear(heardAt(10, yaw - angle, yaw).pan, -right));
    }
}

//! With literal directions, so that two wrong sines cannot cancel: facing north, east is on the right, as in Placement.
void TestSpatialGain::yawMatchesMap()
{
    const float looksEast = rfc4::yawOf(rfc4::quaternionOfYaw(east));
    QCOMPARE(spatialize(DistanceCurve::Inverse, 10, 0, 0).pan, 1.F); // facing north, speaker in the east
    QCOMPARE(spatialize(DistanceCurve::Inverse, -10, 0, 0).pan, -1.F);
    QVERIFY(isNear(spatialize(DistanceCurve::Inverse, 10, 0, looksEast).pan, 0));
    QVERIFY(isNear(spatialize(DistanceCurve::Inverse, 0, 10, looksEast).pan, -1)); // north is to the left
    QVERIFY(isNear(spatialize(DistanceCurve::Inverse, 0, -10, looksEast).pan, 1));
    QVERIFY(isNear(spatialize(DistanceCurve::Inverse, 10, 0, 180).pan, -1)); // facing south, speaker in the east
}

//! People who walk through each other must not jump from ear to ear.
void TestSpatialGain::centresNearbySpeakers()
{
    QCOMPARE(spatialize(DistanceCurve::Inverse, 0, 0, 33), (SpatialGain{1, 0}));
    float before = spatialize(DistanceCurve::Inverse, -2, 0, 0).pan;
    for (float position = -2; position <= 2; position += 0.05F) {
        const float pan = spatialize(DistanceCurve::Inverse, position, 0, 0).pan;
        QVERIFY(pan >= before - 1e-6F && pan - before < 0.06F);
        before = pan;
    }
    QCOMPARE(before, 1.F);
}

void TestSpatialGain::nonFinitePositionIsInaudible()
{
    for (const DistanceCurve curve : {DistanceCurve::Inverse, DistanceCurve::Nearby}) {
        for (const float odd : {notANumber, infinity, -infinity}) {
            QCOMPARE(spatialize(curve, odd, 0, 0), (SpatialGain{0, 0}));
            QCOMPARE(spatialize(curve, 0, odd, 0), (SpatialGain{0, 0}));
            QCOMPARE(spatialize(curve, 1, 1, odd), (SpatialGain{0, 0}));
            QCOMPARE(spatialize(DistanceCurve::None, odd, odd, odd), (SpatialGain{1, 0}));
        }
        constexpr float farthest = std::numeric_limits<float>::max();
        const SpatialGain farAway = spatialize(curve, farthest, farthest, farthest);
        QVERIFY(farAway.gain >= 0 && farAway.gain < 1e-3F && std::abs(farAway.pan) <= 1);
    }
}

ISLET_TEST(TestSpatialGain);

#include "tst_spatialgain.moc"
