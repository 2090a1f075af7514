// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/rfc4codec.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"

#include <QTemporaryFile>
#include <QTest>

#include <cmath>
#include <cstdio>
#include <random>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace islet;
using namespace islet::rfc4;
using namespace Qt::StringLiterals;

//! Every message of rfc4, byte-equal to what protobufjs writes.
class TestRfc4Codec : public QObject {
    Q_OBJECT

private slots:
    void reencodesVectors_data();
    void reencodesVectors();
    void refusesInvalidPackets_data();
    void refusesInvalidPackets();
    void skipsUnknownFields();
    void decodesValues_data();
    void decodesValues();
    void roundTripsEveryMessage_data();
    void roundTripsEveryMessage();
    void writesProtocolVersion();
    void convertsYawAndQuaternion_data();
    void convertsYawAndQuaternion();
    void roundTripsYaw();
    void invalidUtf8IsHarmlessAndNotLogged();
    void survivesGarbage();
};

namespace {

const QString someone = u"0x2bd0c9fe079c8fca0e3352eb3d02839c371e5c41"_s;

QJsonArray allVectors()
{
    return test::loadVectors("rfc4_packets.json").value("vectors"_L1).toArray();
}

QByteArray bytesOf(const QString &name)
{
    for (const QJsonValue &vector : allVectors()) {
        if (vector["name"_L1].toString() == name)
            return test::fromHex(vector["hex"_L1]);
    }
    qFatal("rfc4_packets.json has no %s", qPrintable(name));
}

//! Returns what `action` writes to standard error.
template<typename Action> QByteArray standardErrorOf(Action action)
{
#ifdef Q_OS_UNIX
    QTemporaryFile file;
    if (!file.open())
        qFatal("cannot make a temporary file");
    std::fflush(stderr);
    const int saved = dup(STDERR_FILENO);
    dup2(file.handle(), STDERR_FILENO);
    action();
    std::fflush(stderr);
    dup2(saved, STDERR_FILENO);
    close(saved);
    file.seek(0);
    return file.readAll();
#else
    action();
    return {};
#endif
}

Movement movementWithAll()
{
    Movement m;
    m.timestamp = 1;
    m.position = {2, 3, 4};
    m.velocity = {5, 6, 7};
    m.blend = 1;
    m.slideBlend = 1;
    m.isGrounded = m.isJumping = m.isLongJump = m.isLongFall = m.isFalling = m.isStunned = true;
    m.rotationY = 180;
    m.isInstant = m.isEmoting = m.headYawEnabled = m.headPitchEnabled = true;
    m.headYaw = 10;
    m.headPitch = 20;
    m.glide = Movement::Glide::Gliding;
    m.jumpCount = 2;
    m.pointAt = {1, 2, 3};
    m.isPointing = true;
    return m;
}

} // namespace

void TestRfc4Codec::reencodesVectors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("version");
    for (const QJsonValue &vector : allVectors()) {
        const QJsonObject object = vector["object"_L1].toObject();
        const bool hasMessage = object.size() > (object.contains("protocolVersion"_L1) ? 1 : 0);
        const QString name = vector["name"_L1].toString();
        // Unknown fields are not re-encoded: see skipsUnknownFields().
        if (!hasMessage || name.startsWith(u"unknown_field"_s))
            continue;
        const QByteArray bytes = test::fromHex(vector["hex"_L1]);
        QCOMPARE(bytes.size(), vector["length"_L1].toInt());
        QTest::newRow(qPrintable(name)) << bytes << object["protocolVersion"_L1].toInt(0);
    }
}

void TestRfc4Codec::reencodesVectors()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, version);
    Codec codec;
    const auto message = codec.decode(bytes);
    QVERIFY2(message, message ? "" : qPrintable(message.error().detail));
    QCOMPARE(codec.encode(*message, static_cast<std::uint32_t>(version)).toHex(), bytes.toHex());
}

void TestRfc4Codec::refusesInvalidPackets_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("only_protocol_version") << bytesOf(u"only_protocol_version"_s);
    QTest::newRow("truncated") << bytesOf(u"truncated"_s);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(16, '\0');
    QTest::newRow("text") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("length past the end") << QByteArray::fromHex("2affffffff0f");
    QTest::newRow("endless varint") << QByteArray::fromHex("58ffffffffffffffffffffffff");
}

void TestRfc4Codec::refusesInvalidPackets()
{
    QFETCH(const QByteArray, bytes);
    const auto message = Codec().decode(bytes);
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::InvalidPacket);
    QVERIFY(message.error().detail.endsWith(u'.'));
}

void TestRfc4Codec::skipsUnknownFields()
{
    const auto message = Codec().decode(bytesOf(u"unknown_field_19_and_version_996"_s));
    QVERIFY(message);
    QVERIFY(*message == Message(Chat{u"hi"_s, 1}));
}

void TestRfc4Codec::decodesValues_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Message>("expected");
    const auto row = [](const char *name, Message expected) {
        QTest::newRow(name) << QString::fromLatin1(name) << std::move(expected);
    };
    const float half = 0.70710678F;
    row("position_north", Position{1, {8, 0, 8}, {0, 0, 0, 1}});
    row("position_east", Position{2, {-2392.5F, 1.25F, 100.75F}, {0, half, 0, half}});
    row("position_mordor", Position{4, gonePosition, {0, 0, 0, 1}});
    row("profile_version", ProfileVersion{7});
    row("profile_request_any", ProfileRequest{0, someone});
    row("profile_response", ProfileResponse{u"{\"version\":7}"_s, u"https://content.example.org/contents/"_s});
    row("chat_oadate", Chat{u"hello"_s, 46'235.5});
    row("chat_expression", Chat{u"␐wave 1785585600000"_s, 1'785'585'600'000});
    row("scene_binary_crdt", Scene{u"bafkreiexamplescene"_s, QByteArray::fromHex("0201dead")});
    row("movement_all_fields", movementWithAll());
    row("movement_compressed", MovementCompressed{-1'593'208'268, -267'154'937'210'662'544, 0, 0});
    row("player_emote", PlayerEmote{1, u"wave"_s, 13.25F, std::nullopt});
    row("scene_emote", SceneEmote{u"bafkreiexamplescene"_s, u"emote.glb"_s});
    row("look_at_position", LookAtPosition{1, {1, 2, 3}, someone});
    row("reaction", Reaction{3, 2, 1});
    row("chat_reaction", ChatReaction{3, u"id"_s, someone});
}

void TestRfc4Codec::decodesValues()
{
    QFETCH(const QString, name);
    QFETCH(const Message, expected);
    const auto message = Codec().decode(bytesOf(name));
    QVERIFY(message);
    QCOMPARE(message->index(), expected.index());
    QVERIFY(*message == expected);
}

void TestRfc4Codec::roundTripsEveryMessage_data()
{
    QTest::addColumn<Message>("message");
    const QString text = u"Zoë 👋 \"quoted\"\n"_s;
    QTest::newRow("Position") << Message(Position{0xffffffff, {-1, 2, -3}, quaternionOfYaw(200)});
    QTest::newRow("ProfileVersion") << Message(ProfileVersion{0xffffffff});
    QTest::newRow("ProfileRequest") << Message(ProfileRequest{3, someone});
    QTest::newRow("ProfileResponse") << Message(ProfileResponse{text, text});
    QTest::newRow("Chat") << Message(Chat{text, -1.5});
    QTest::newRow("empty Chat") << Message(Chat{});
    QTest::newRow("Scene") << Message(Scene{text, QByteArray("\x01\x00\xff", 3)});
    QTest::newRow("Voice") << Message(Voice{QByteArray(1'275, '\xfe'), 0xffffffff});
    QTest::newRow("Movement") << Message(movementWithAll());
    QTest::newRow("stopped PlayerEmote") << Message(PlayerEmote{9, text, 1.5F, true});
    QTest::newRow("not stopped PlayerEmote") << Message(PlayerEmote{9, text, 1.5F, false});
    QTest::newRow("SceneEmote") << Message(SceneEmote{text, text});
    QTest::newRow("MovementCompressed") << Message(MovementCompressed{-1, -1, -1, -1});
    QTest::newRow("LookAtPosition") << Message(LookAtPosition{2.5F, {1, 2, 3}, text});
    QTest::newRow("Reaction") << Message(Reaction{-1, 2.5F, -3});
    QTest::newRow("ChatReaction") << Message(ChatReaction{-1, text, text});
}

void TestRfc4Codec::roundTripsEveryMessage()
{
    QFETCH(const Message, message);
    Codec codec;
    const auto back = codec.decode(codec.encode(message));
    QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
    QVERIFY(*back == message);
}

void TestRfc4Codec::writesProtocolVersion()
{
    // unity-explorer drops packets whose field 11 is not 100.
    QCOMPARE(Codec().encode(ProfileVersion{7}).toHex(), QByteArray("120208075864"));
    QCOMPARE(Codec().encode(ProfileVersion{7}, 0).toHex(), QByteArray("12020807"));
}

void TestRfc4Codec::convertsYawAndQuaternion_data()
{
    QTest::addColumn<float>("degrees");
    QTest::addColumn<Quaternion>("rotation");
    const float half = std::sqrt(0.5F);
    QTest::newRow("north") << 0.F << Quaternion{0, 0, 0, 1};
    QTest::newRow("east") << 90.F << Quaternion{0, half, 0, half};
    QTest::newRow("south") << 180.F << Quaternion{0, 1, 0, 0};
    QTest::newRow("west") << 270.F << Quaternion{0, half, 0, -half};
}

void TestRfc4Codec::convertsYawAndQuaternion()
{
    QFETCH(const float, degrees);
    QFETCH(const Quaternion, rotation);
    const Quaternion converted = quaternionOfYaw(degrees);
    QVERIFY(std::abs(converted.x - rotation.x) + std::abs(converted.y - rotation.y) + std::abs(converted.z - rotation.z)
                + std::abs(converted.w - rotation.w)
            < 1e-5F);
    QVERIFY(std::abs(std::remainder(yawOf(rotation) - degrees, 360.F)) < 0.01F);
    // A quaternion and its negative are the same rotation.
    const Quaternion negative{-rotation.x, -rotation.y, -rotation.z, -rotation.w};
    QVERIFY(std::abs(std::remainder(yawOf(negative) - degrees, 360.F)) < 0.01F);
}

void TestRfc4Codec::roundTripsYaw()
{
    for (float degrees = -720; degrees <= 720; degrees += 7.5F) {
        const float yaw = yawOf(quaternionOfYaw(degrees));
        QVERIFY2(yaw >= 0 && yaw < 360, qPrintable(QString::number(yaw)));
        QVERIFY2(std::abs(std::remainder(yaw - degrees, 360.F)) < 0.01F, qPrintable(QString::number(degrees)));
    }
}

void TestRfc4Codec::invalidUtf8IsHarmlessAndNotLogged()
{
    // A chat message that is not UTF-8. Whether it is refused or repaired, it must not be logged: any peer in the room
    // can send hundreds per second.
    const QByteArray bytes = QByteArray::fromHex("2a050a0341fffe");
    bool isHarmless = false;
    const QByteArray output = standardErrorOf([&] {
        const auto message = Codec().decode(bytes);
        const auto *chat = message ? std::get_if<Chat>(&*message) : nullptr;
        isHarmless = !message || (chat && chat->message.isValidUtf16());
    });
    QVERIFY(isHarmless);
    QCOMPARE(output, QByteArray());
}

void TestRfc4Codec::survivesGarbage()
{
    QList<QByteArray> good;
    for (const QJsonValue &vector : allVectors())
        good.append(test::fromHex(vector["hex"_L1]));

    std::mt19937 rng(20260801);
    Codec codec;
    int accepted = 0;
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes;
        if (round % 2 == 0) { // noise
            bytes.resize(qsizetype(rng() % 300));
            for (char &byte : bytes)
                byte = static_cast<char>(rng() >> 24);
        } else { // a packet with a few bytes changed, and perhaps truncated
            bytes = good[qsizetype(rng() % std::size_t(good.size()))];
            for (auto changes = 1 + rng() % 4; changes > 0; --changes)
                bytes[qsizetype(rng() % std::size_t(bytes.size()))] = static_cast<char>(rng() >> 24);
            if (rng() % 4 == 0)
                bytes.truncate(qsizetype(rng() % std::size_t(bytes.size())));
        }
        const auto message = codec.decode(bytes);
        ++(message ? accepted : refused);
        if (!message)
            continue;
        if (const auto *position = std::get_if<Position>(&*message))
            QVERIFY2(isPlausible(position->position) && std::isfinite(yawOf(position->rotation)),
                     bytes.toHex().constData());
        if (const auto *movement = std::get_if<Movement>(&*message))
            QVERIFY2(isPlausible(movement->position) && std::isfinite(length(movement->velocity)),
                     bytes.toHex().constData());
    }
    QVERIFY2(accepted > 1'000 && refused > 5'000, qPrintable(u"%1 taken, %2 refused"_s.arg(accepted).arg(refused)));
}

ISLET_TEST(TestRfc4Codec);
#include "tst_rfc4codec.moc"
