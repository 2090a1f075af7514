// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/rfc4codec.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace islet;
using namespace islet::rfc4;
using namespace Qt::StringLiterals;

//! NaN and implausible coordinates are refused when decoding.
class TestRfc4Refusals : public QObject {
    Q_OBJECT

private slots:
    void refusesNonFiniteNumbers_data();
    void refusesNonFiniteNumbers();
    void refusesImplausibleValues_data();
    void refusesImplausibleValues();
    void acceptsTheEdgeOfTheWorld_data();
    void acceptsTheEdgeOfTheWorld();
    void refusesZeroLengthRotations_data();
    void refusesZeroLengthRotations();
    void normalisesRotations_data();
    void normalisesRotations();
    void ignoresUnknownGlideStates();
};

namespace {

using Maker = std::function<Message(float)>;

struct Field {
    const char *name;
    Maker make;
};

template<typename Struct> Field field(const char *name, float Struct::*member)
{
    return {name, [member](float value) {
                Struct message;
                message.*member = value;
                return Message(message);
            }};
}

template<typename Struct> Field field(const char *name, Vec3 Struct::*vector, float Vec3::*member)
{
    return {name, [vector, member](float value) {
                Struct message;
                (message.*vector).*member = value;
                return Message(message);
            }};
}

Field rotationField(const char *name, float Quaternion::*member)
{
    return {name, [member](float value) {
                Position message;
                message.rotation.*member = value;
                return Message(message);
            }};
}

std::vector<Field> positionFields()
{
    return {
        field("Position x", &Position::position, &Vec3::x),
        field("Position y", &Position::position, &Vec3::y),
        field("Position z", &Position::position, &Vec3::z),
        field("Movement x", &Movement::position, &Vec3::x),
        field("Movement y", &Movement::position, &Vec3::y),
        field("Movement z", &Movement::position, &Vec3::z),
        field("LookAtPosition x", &LookAtPosition::position, &Vec3::x),
        field("LookAtPosition y", &LookAtPosition::position, &Vec3::y),
        field("LookAtPosition z", &LookAtPosition::position, &Vec3::z),
    };
}

std::vector<Field> otherFields()
{
    return {
        rotationField("rotation x", &Quaternion::x),
        rotationField("rotation y", &Quaternion::y),
        rotationField("rotation z", &Quaternion::z),
        rotationField("rotation w", &Quaternion::w),
        field("velocity x", &Movement::velocity, &Vec3::x),
        field("velocity y", &Movement::velocity, &Vec3::y),
        field("velocity z", &Movement::velocity, &Vec3::z),
        field("Movement timestamp", &Movement::timestamp),
        field("blend", &Movement::blend),
        field("slide blend", &Movement::slideBlend),
        field("rotation_y", &Movement::rotationY),
        field("head yaw", &Movement::headYaw),
        field("head pitch", &Movement::headPitch),
        field("point at x", &Movement::pointAt, &Vec3::x),
        field("point at y", &Movement::pointAt, &Vec3::y),
        field("point at z", &Movement::pointAt, &Vec3::z),
        field("LookAtPosition timestamp", &LookAtPosition::timestamp),
        field("PlayerEmote timestamp", &PlayerEmote::timestamp),
    };
}

} // namespace

void TestRfc4Refusals::refusesNonFiniteNumbers_data()
{
    QTest::addColumn<Maker>("make");
    for (const auto &fields : {positionFields(), otherFields()}) {
        for (const Field &field : fields)
            QTest::newRow(field.name) << field.make;
    }
}

void TestRfc4Refusals::refusesNonFiniteNumbers()
{
    QFETCH(const Maker, make);
    Codec codec;
    // Accepting 0.5 in the same field shows that it is the value that is refused.
    QVERIFY(codec.decode(codec.encode(make(0.5F))));
    for (const float value : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
                              -std::numeric_limits<float>::infinity()}) {
        const auto message = codec.decode(codec.encode(make(value)));
        QVERIFY2(!message, qPrintable(QString::number(value)));
        QCOMPARE(message.error().code, ErrorCode::InvalidPacket);
    }
}

void TestRfc4Refusals::refusesImplausibleValues_data()
{
    QTest::addColumn<Maker>("make");
    QTest::addColumn<QList<float>>("values");
    const QList<float> extreme{1e6F, -1e6F, 1e30F, -1e30F, std::numeric_limits<float>::max()};
    for (const Field &field : positionFields()) {
        const bool isHeight = QByteArrayView(field.name).endsWith('y');
        QTest::newRow(field.name) << field.make
                                  << extreme + (isHeight ? QList{-1'001.F, 10'001.F} : QList{-100'001.F, 100'001.F});
    }
    QTest::newRow("velocity x") << field("", &Movement::velocity, &Vec3::x).make << extreme;
    QTest::newRow("velocity y") << field("", &Movement::velocity, &Vec3::y).make << extreme;
    QTest::newRow("velocity z") << field("", &Movement::velocity, &Vec3::z).make << extreme;
    QTest::newRow("rotation") << rotationField("", &Quaternion::y).make << QList{1e30F, -1e30F};
}

void TestRfc4Refusals::refusesImplausibleValues()
{
    QFETCH(const Maker, make);
    QFETCH(const QList<float>, values);
    Codec codec;
    for (const float value : values) {
        const auto message = codec.decode(codec.encode(make(value)));
        QVERIFY2(!message, qPrintable(QString::number(value)));
        QCOMPARE(message.error().code, ErrorCode::InvalidPacket);
    }
}

void TestRfc4Refusals::acceptsTheEdgeOfTheWorld_data()
{
    QTest::addColumn<Vec3>("position");
    QTest::newRow("south-west, deep") << Vec3{-100'000, -1'000, -100'000};
    QTest::newRow("north-east, high") << Vec3{100'000, 10'000, 100'000};
}

void TestRfc4Refusals::acceptsTheEdgeOfTheWorld()
{
    QFETCH(const Vec3, position);
    Codec codec;
    Movement movement;
    movement.position = position;
    for (const Message &message :
         {Message(Position{1, position, {}}), Message(movement), Message(LookAtPosition{0, position, {}})})
        QVERIFY(codec.decode(codec.encode(message)));
}

void TestRfc4Refusals::refusesZeroLengthRotations_data()
{
    QTest::addColumn<Quaternion>("rotation");
    QTest::newRow("zero, as when the fields are absent") << Quaternion{0, 0, 0, 0};
    QTest::newRow("almost zero") << Quaternion{0, 1e-5F, 0, 1e-5F};
    QTest::newRow("denormal") << Quaternion{0, std::numeric_limits<float>::denorm_min(), 0, 0};
}

void TestRfc4Refusals::refusesZeroLengthRotations()
{
    QFETCH(const Quaternion, rotation);
    Codec codec;
    const auto message = codec.decode(codec.encode(Position{1, {8, 0, 8}, rotation}));
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::InvalidPacket);
}

void TestRfc4Refusals::normalisesRotations_data()
{
    QTest::addColumn<Quaternion>("rotation");
    QTest::addColumn<float>("yaw");
    QTest::newRow("long") << Quaternion{0, 2, 0, 2} << 90.F;
    QTest::newRow("short") << Quaternion{0, 0.1F, 0, 0.1F} << 90.F;
    QTest::newRow("huge") << Quaternion{0, 1e9F, 0, -1e9F} << 270.F;
    QTest::newRow("nearly one") << Quaternion{0, 0.7072F, 0, 0.7072F} << 90.F;
}

void TestRfc4Refusals::normalisesRotations()
{
    QFETCH(const Quaternion, rotation);
    QFETCH(const float, yaw);
    Codec codec;
    const auto message = codec.decode(codec.encode(Position{1, {8, 0, 8}, rotation}));
    QVERIFY(message);
    const auto *position = std::get_if<Position>(&*message);
    QVERIFY(position);
    const Quaternion &out = position->rotation;
    QVERIFY(std::abs(out.x * out.x + out.y * out.y + out.z * out.z + out.w * out.w - 1) < 1e-5F);
    QVERIFY(std::abs(yawOf(out) - yaw) < 0.01F);
}

void TestRfc4Refusals::ignoresUnknownGlideStates()
{
    // movement { position_x: 1, glide_state: 9 }: may come from a newer explorer, so it must not be refused.
    const auto message = Codec().decode(QByteArray::fromHex("4208150000803fb80109"));
    QVERIFY2(message, message ? "" : qPrintable(message.error().detail));
    const auto *movement = std::get_if<Movement>(&*message);
    QVERIFY(movement);
    QCOMPARE(movement->position, (Vec3{1, 0, 0}));
    QCOMPARE(movement->glide, Movement::Glide::Closed);
}

ISLET_TEST(TestRfc4Refusals);
#include "tst_rfc4refusals.moc"
