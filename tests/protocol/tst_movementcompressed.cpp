// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/movementcompressed.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace islet;
using namespace islet::rfc4;
using namespace Qt::StringLiterals;

//! The legacy bit layout of bevy- and godot-explorer.
class TestMovementCompressed : public QObject {
    Q_OBJECT

private slots:
    void decodesCases_data();
    void decodesCases();
    void decodesRawTemporalFields();
    void decodesRawMovementFields();
    void decodesEachFlag_data();
    void decodesEachFlag();
    void decodesHeadFields();
    void anyBitsDecodeToPlausibleMovement();
};

namespace {

//! Half a quantisation step of `bits` over `range`, plus tolerance for single precision.
float halfStep(unsigned bits, float range)
{
    return range / static_cast<float>((1U << bits) - 1) / 2 + 1e-3F;
}

float number(const QJsonValue &value)
{
    return static_cast<float>(value.toDouble());
}

bool near(float actual, float expected, float tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%f is not within %f of %f", double(actual), double(tolerance), double(expected));
    return false;
}

//! An entry of `raw_field_examples`; 64-bit ones are strings. The tests spell out their meaning.
qint64 rawExample(int index)
{
    const QJsonValue value = test::loadVectors("movement_compressed.json")["raw_field_examples"_L1]["values"_L1][index];
    return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

QString rawText(int index)
{
    return test::loadVectors("movement_compressed.json")["raw_field_examples"_L1]["fields"_L1][index].toString();
}

} // namespace

void TestMovementCompressed::decodesCases_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray cases = test::loadVectors("movement_compressed.json")["cases"_L1].toArray();
    QCOMPARE(cases.size(), 4);
    for (const QJsonValue &vector : cases)
        QTest::newRow(qPrintable(vector["name"_L1].toString())) << vector.toObject();
}

void TestMovementCompressed::decodesCases()
{
    QFETCH(const QJsonObject, vector);
    const QJsonValue world = vector["world"_L1];
    const Movement out = decompress({static_cast<std::int32_t>(vector["temporal_data_legacy"_L1].toInteger()),
                                     vector["movement_data"_L1].toString().toLongLong(), 0, 0});

    const float seconds = std::fmod(number(world["t"_L1]), compressedTimestampPeriod);
    QVERIFY(std::abs(std::remainder(out.timestamp - seconds, compressedTimestampPeriod)) <= 0.0101F);
    QCOMPARE(out.timestamp, number(vector["fields"_L1]["temporal"_L1]["ts"_L1]) * 0.02F);

    const int tier = world["tier"_L1].toInt();
    const bool precise = tier < 2;
    const unsigned positionBits = precise ? 10 : 8;
    QVERIFY(near(out.position.x, number(world["x"_L1]), halfStep(positionBits, 16)));
    QVERIFY(near(out.position.y, number(world["y"_L1]), halfStep(13, 200)));
    QVERIFY(near(out.position.z, number(world["z"_L1]), halfStep(positionBits, 16)));
    const Parcel parcel = parcelOf(out.position);
    QCOMPARE(parcel.x, vector["parcel"_L1][0].toInt());
    QCOMPARE(parcel.z, vector["parcel"_L1][1].toInt());

    const float fastest = precise ? 4 : tier == 2 ? 12 : 50;
    const float speedStep = halfStep(precise ? 3 : 5, fastest);
    QVERIFY(near(out.velocity.x, number(world["vx"_L1]), speedStep));
    QVERIFY(near(out.velocity.y, number(world["vy"_L1]), speedStep));
    QVERIFY(near(out.velocity.z, number(world["vz"_L1]), speedStep));

    QVERIFY(std::abs(std::remainder(out.rotationY - number(world["rotY"_L1]), 360.F)) <= halfStep(6, 360));
    QCOMPARE(out.blend, number(world["kind"_L1]));
    QCOMPARE(out.isGrounded, world["grounded"_L1].toInt() == 1);
    QCOMPARE(out.isJumping, world["jump"_L1].toInt() == 1);
    QCOMPARE(out.isFalling, world["falling"_L1].toInt() == 1);
    QCOMPARE(out.isLongFall, false);
    QCOMPARE(out.isLongJump, false);
    QCOMPARE(out.isStunned, false);
    QCOMPARE(out.slideBlend, 0);
}

void TestMovementCompressed::decodesRawTemporalFields()
{
    QCOMPARE(rawText(0), u"ts=0x1234 kind=3 grounded rot=33 tier=2"_s);
    const Movement first = decompress({static_cast<std::int32_t>(rawExample(0)), 0, 0, 0});
    QCOMPARE(first.timestamp, 0x1234 * 0.02F);
    QCOMPARE(first.blend, 3);
    QVERIFY(first.isGrounded);
    QVERIFY(!first.isJumping && !first.isLongJump && !first.isFalling && !first.isLongFall && !first.isStunned);
    QCOMPARE(first.rotationY, 33 * 360 / 63.F);

    QCOMPARE(rawText(1), u"jump longFall rot=1 tier=1"_s);
    const Movement second = decompress({static_cast<std::int32_t>(rawExample(1)), 0, 0, 0});
    QCOMPARE(second.timestamp, 0);
    QCOMPARE(second.blend, 0);
    QVERIFY(second.isJumping && second.isLongFall);
    QVERIFY(!second.isGrounded && !second.isLongJump && !second.isFalling && !second.isStunned);
    QCOMPARE(second.rotationY, 360 / 63.F);
}

void TestMovementCompressed::decodesRawMovementFields()
{
    // Parcel 70,000 is 40 east and 220 north of the corner at -152, -152.
    const Vec3 corner{(40 - 152) * 16.F, 0, (220 - 152) * 16.F};
    const auto inTier = [](int tier) { return static_cast<std::int32_t>(static_cast<std::uint32_t>(tier) << 30); };

    QCOMPARE(rawText(2), u"slow p=70000 x=513 z=1 y=4096 vx=-5 vy=+2 vz=-7"_s);
    for (const int tier : {0, 1}) {
        const Movement slow = decompress({inTier(tier), rawExample(2), 0, 0});
        QVERIFY(near(slow.position.x, corner.x + 513 * 16 / 1'023.F, 1e-3F));
        QVERIFY(near(slow.position.z, corner.z + 1 * 16 / 1'023.F, 1e-3F));
        QVERIFY(near(slow.position.y, 4'096 * 200 / 8'191.F, 1e-3F));
        QVERIFY(near(slow.velocity.x, -5 * 4 / 7.F, 1e-4F));
        QVERIFY(near(slow.velocity.y, 2 * 4 / 7.F, 1e-4F));
        QVERIFY(near(slow.velocity.z, -4, 1e-4F));
    }

    QCOMPARE(rawText(3), u"fast p=70000 x=200 z=1 y=4096 vx=-21 vy=+2 vz=-31"_s);
    for (const auto &[tier, fastest] : {std::pair(2, 12.F), std::pair(3, 50.F)}) {
        const Movement fast = decompress({inTier(tier), rawExample(3), 0, 0});
        QVERIFY(near(fast.position.x, corner.x + 200 * 16 / 255.F, 1e-3F));
        QVERIFY(near(fast.position.z, corner.z + 1 * 16 / 255.F, 1e-3F));
        QVERIFY(near(fast.position.y, 4'096 * 200 / 8'191.F, 1e-3F));
        QVERIFY(near(fast.velocity.x, -21 * fastest / 31, 1e-4F));
        QVERIFY(near(fast.velocity.y, 2 * fastest / 31, 1e-4F));
        QVERIFY(near(fast.velocity.z, -fastest, 1e-4F));
    }
}

void TestMovementCompressed::decodesEachFlag_data()
{
    QTest::addColumn<int>("bit");
    QTest::addColumn<QByteArray>("flags");
    // In bit order: sliding, stunned, grounded, jump, long jump, falling, long fall.
    QTest::newRow("none") << 0 << QByteArray(".......");
    QTest::newRow("sliding") << 17 << QByteArray("s......");
    QTest::newRow("stunned") << 18 << QByteArray(".t.....");
    QTest::newRow("grounded") << 19 << QByteArray("..g....");
    QTest::newRow("jump") << 20 << QByteArray("...j...");
    QTest::newRow("long jump") << 21 << QByteArray("....J..");
    QTest::newRow("falling") << 22 << QByteArray(".....f.");
    QTest::newRow("long fall") << 23 << QByteArray("......F");
}

void TestMovementCompressed::decodesEachFlag()
{
    QFETCH(const int, bit);
    QFETCH(const QByteArray, flags);
    const Movement m = decompress({1 << bit, 0, 0, 0});
    QByteArray found;
    found += m.slideBlend > 0 ? 's' : '.';
    found += m.isStunned ? 't' : '.';
    found += m.isGrounded ? 'g' : '.';
    found += m.isJumping ? 'j' : '.';
    found += m.isLongJump ? 'J' : '.';
    found += m.isFalling ? 'f' : '.';
    found += m.isLongFall ? 'F' : '.';
    QCOMPARE(found, flags);
}

void TestMovementCompressed::decodesHeadFields()
{
    const Movement both = decompress({0, 0, 10 | 20 << 6 | 1 << 12 | 1 << 13, 0});
    QCOMPARE(both.headPitch, 10 * 360 / 63.F);
    QCOMPARE(both.headYaw, 20 * 360 / 63.F);
    QVERIFY(both.headPitchEnabled && both.headYawEnabled);
    const Movement pitchOnly = decompress({0, 0, 63 | 1 << 12, 0});
    QCOMPARE(pitchOnly.headPitch, 360);
    QVERIFY(pitchOnly.headPitchEnabled && !pitchOnly.headYawEnabled);
}

void TestMovementCompressed::anyBitsDecodeToPlausibleMovement()
{
    std::mt19937 rng(7);
    for (int round = 0; round < 20'000; ++round) {
        const auto temporal = static_cast<std::int32_t>(rng());
        const auto movement = static_cast<std::int64_t>(std::uint64_t(rng()) << 32 | rng());
        const Movement m = decompress({temporal, movement, static_cast<std::int32_t>(rng()), -1});
        QVERIFY(isPlausible(m.position));
        QVERIFY(m.position.y >= 0 && m.position.y <= 200.001F);
        QVERIFY(length(m.velocity) <= 87); // 50 m/s along each axis
        QVERIFY(m.rotationY >= 0 && m.rotationY <= 360);
        QVERIFY(m.timestamp >= 0 && m.timestamp < compressedTimestampPeriod);
        QVERIFY(m.blend >= 0 && m.blend <= 3);
    }
}

ISLET_TEST(TestMovementCompressed);
#include "tst_movementcompressed.moc"
