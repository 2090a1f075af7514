// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/roomserver.h"
#include "tests/support/minicomms.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"
#include "webclient.h"

#include <QtEndian>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

// Hand-written protobuf, so that neither our library nor theirs defines the expected bytes.

QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value > 127; value >>= 7)
        bytes += static_cast<char>((value & 127) | 128);
    return bytes + static_cast<char>(value);
}

QByteArray number(int field, quint64 value)
{
    return value == 0 ? QByteArray() : varint(static_cast<quint64>(field) << 3) + varint(value);
}

QByteArray fixed(int field, float value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return value == 0 ? QByteArray() : varint(static_cast<quint64>(field) << 3 | 5) + bytes;
}

QByteArray fixed(int field, double value)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(value, bytes.data());
    return value == 0 ? QByteArray() : varint(static_cast<quint64>(field) << 3 | 1) + bytes;
}

QByteArray bytes(int field, const QByteArray &value)
{
    return varint(static_cast<quint64>(field) << 3 | 2) + varint(static_cast<quint64>(value.size())) + value;
}

//! A complete frame, as relayed by a server.
QByteArray frame(quint32 alias, const QByteArray &rfc4Message, bool isUnreliable)
{
    const QByteArray packet = rfc4Message + number(11, 100); // protocol_version
    return bytes(3, number(1, alias) + bytes(2, packet) + number(3, isUnreliable ? 1 : 0)).toHex();
}

float toFloat(const QJsonValue &value)
{
    return static_cast<float>(value.toDouble());
}

} // namespace

//! Islet and web clients together, in our room server and in mini-comms; compares every byte both ways.
class TestWebClient : public QObject {
    Q_OBJECT

private:
    MiniComms m_miniComms;
    RoomServer m_roomServer{RoomOptions()};
    int m_rooms = 0;

    struct Clients {
        WebClient web;
        WebClient otherWeb;
        TestClient ours;
        QString ourAddress = ours.address().toLower();
    };

    static void addServers()
    {
        QTest::addColumn<bool>("isMiniComms");
        QTest::newRow("our room server") << false;
        QTest::newRow("mini-comms") << true;
    }

    //! Joins all three to a room of their own and waits until they know each other.
    bool meet(Clients &clients)
    {
        QFETCH(const bool, isMiniComms);
        const QString room = u"web%1"_s.arg(++m_rooms);
        const QString where = isMiniComms ? m_miniComms.connectionString(room) : m_roomServer.connectionString(room);
        const QString url = where.mid(where.indexOf(u':') + 1);
        clients.ours.stand({1.5F, 0.25F, -20.75F}, 90);
        if (!clients.web.start(url) || !clients.otherWeb.start(url) || !clients.ours.join(where))
            return false;
        const auto met = [&clients] {
            const TestClient &ours = clients.ours;
            return clients.web.isIn() && clients.otherWeb.isIn() && ours.isIn() && ours.directory.count() == 2
                && clients.web.aliasOf(clients.ourAddress) != 0 && clients.otherWeb.aliasOf(clients.ourAddress) != 0
                && clients.web.aliasOf(clients.otherWeb.address()) != 0;
        };
        return QTest::qWaitFor(met, 20'000); // node starts slowly
    }

    //! Expects exactly these bytes, and that @dcl/protocol would encode the same.
    static void compareFrame(const QJsonObject &line, const QByteArray &expected)
    {
        const QJsonValue packet = line["packet"_L1];
        QCOMPARE(line["hex"_L1].toString().toLatin1(), expected);
        QCOMPARE(line["reencoded"_L1].toString(), line["hex"_L1].toString());
        QCOMPARE(packet["reencoded"_L1].toString(), packet["hex"_L1].toString());
        QCOMPARE(packet["protocolVersion"_L1].toInt(), 100);
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(NodeProcess::missing().isEmpty(), qPrintable(NodeProcess::missing()));
        QVERIFY2(m_miniComms.start(), qPrintable(m_miniComms.why()));
        QVERIFY(m_roomServer.listen());
    }

    void webClientDecodesOurPackets_data() { addServers(); }
    void webClientDecodesOurPackets()
    {
        Clients clients;
        QVERIFY2(meet(clients), qPrintable(clients.web.noise()));
        QCOMPARE(clients.web.subprotocol(), u"rfc5"_s);
        const WebClient &web = clients.web;
        const quint32 us = web.aliasOf(clients.ourAddress);

        QTRY_VERIFY(web.packets(u"position", us).size() >= 2 && web.packets(u"movement", us).size() >= 2);
        quint32 lastIndex = 0;
        const float half = 0.70710678F; // sine and cosine of half of 90 degrees
        for (const QJsonObject &line : web.packets(u"position", us)) {
            const QJsonValue message = line["packet"_L1]["message"_L1];
            const auto index = static_cast<quint32>(message["index"_L1].toInteger());
            QVERIFY(index > lastIndex);
            lastIndex = index;
            QCOMPARE(toFloat(message["positionX"_L1]), 1.5F);
            QCOMPARE(toFloat(message["positionY"_L1]), 0.25F);
            QCOMPARE(toFloat(message["positionZ"_L1]), -20.75F);
            const float sine = toFloat(message["rotationY"_L1]);
            const float cosine = toFloat(message["rotationW"_L1]);
            QVERIFY(qAbs(sine - half) < 1e-6F && qAbs(cosine - half) < 1e-6F);
            compareFrame(line,
                         frame(us,
                               bytes(1,
                                     number(1, index) + fixed(3, 1.5F) + fixed(4, 0.25F) + fixed(5, -20.75F)
                                         + fixed(7, sine) + fixed(9, cosine)),
                               true));
        }
        float lastTime = -1;
        for (const QJsonObject &line : web.packets(u"movement", us)) {
            const float time = toFloat(line["packet"_L1]["message"_L1]["timestamp"_L1]);
            QVERIFY(time > lastTime);
            lastTime = time;
            compareFrame(line,
                         frame(us,
                               bytes(8,
                                     fixed(1, time) + fixed(2, 1.5F) + fixed(3, 0.25F) + fixed(4, -20.75F)
                                         + number(10, 1) + varint(16 << 3 | 5) + QByteArray::fromHex("0000b442")),
                               true));
        }

        const auto text = u"grüß “dich” 🏝"_s;
        QVERIFY(clients.ours.adapter.sendChat(text));
        QTRY_COMPARE(web.packets(u"chat", us).size(), 1);
        const QJsonObject chat = web.packets(u"chat", us).constFirst();
        const double time = chat["packet"_L1]["message"_L1]["timestamp"_L1].toDouble();
        const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 86'400'000 + 25'569;
        QVERIFY(qAbs(time - now) < 0.001);
        QCOMPARE(chat["packet"_L1]["message"_L1]["message"_L1].toString(), text);
        compareFrame(chat, frame(us, bytes(5, bytes(1, text.toUtf8()) + fixed(2, time)), false));

        QVERIFY(clients.ours.adapter.sendSceneText(u"bafkreiexamplescene"_s, u"héllo"_s));
        QTRY_COMPARE(web.packets(u"scene", us).size(), 1);
        compareFrame(
            web.packets(u"scene", us).constFirst(),
            frame(us, QByteArray::fromHex("321e0a136261666b7265696578616d706c657363656e6512070168c3a96c6c6f"), false));

        QVERIFY(clients.ours.adapter.sendEmote(u"wave"_s));
        QTRY_COMPARE(web.packets(u"chat", us).size(), 2);
        const QJsonObject emote = web.packets(u"playerEmote", us).value(0);
        const float emoteTime = toFloat(emote["packet"_L1]["message"_L1]["timestamp"_L1]);
        compareFrame(emote, frame(us, bytes(9, number(1, 1) + bytes(2, "wave") + fixed(3, emoteTime)), false));
        const QString control =
            web.packets(u"chat", us).constLast()["packet"_L1]["message"_L1]["message"_L1].toString();
        QVERIFY2(control.startsWith(u"␐wave 1"_s), qPrintable(control));

        // The other web client received the same bytes.
        QTRY_COMPARE(clients.otherWeb.packets(u"chat", us).size(), 2);
        QCOMPARE(clients.otherWeb.packets(u"scene", us), web.packets(u"scene", us));
        QCOMPARE(clients.otherWeb.packets(u"playerEmote", us), web.packets(u"playerEmote", us));
        for (const QJsonObject &line : web.allFrames())
            QCOMPARE(line["reencoded"_L1].toString(), line["hex"_L1].toString());
    }

    void decodesWebClientPackets_data() { addServers(); }
    void decodesWebClientPackets()
    {
        Clients clients;
        QVERIFY2(meet(clients), qPrintable(clients.web.noise()));
        TestClient &ours = clients.ours;
        QList<rfc4::Voice> voices;
        connect(&ours.adapter, &CommsAdapter::voiceReceived, this,
                [&voices](const Address &, const rfc4::Voice &voice) { voices.append(voice); });

        const QJsonArray vectors = loadVectors("rfc4_packets.json")["vectors"_L1].toArray();
        QHash<QString, QJsonObject> byName;
        int sent = 0;
        for (const QJsonValue &vector : vectors) {
            byName.insert(vector["name"_L1].toString(), vector.toObject());
            const QString wrapped = vector["wrapped_WsPacket_alias0_unreliable_false"_L1].toString();
            if (wrapped.isEmpty())
                continue;
            clients.web.send(wrapped.toLatin1());
            ++sent;
        }
        QVERIFY(sent > 20);
        clients.web.send("1a1212102a100a0568656c6c6f11000000007093"); // truncated packet in a complete frame
        clients.web.send("1a1412122a100a05e2909134331100006020d3fb7942"); // then a ping with nonce 43
        QTRY_COMPARE(ours.chats.size(), 2);
        QTRY_COMPARE(ours.adapter.counters().malformedIn, 2U); // the truncated one, and the packet without message
        QCOMPARE(ours.adapter.counters().messagesIn, static_cast<quint64>(sent - 1 + 1));

        const Address web = *Address::parse(clients.web.address());
        for (const TestClient::Placed &placed : std::as_const(ours.positions))
            QVERIFY(placed.from == web);
        QCOMPARE(ours.positions.size(), 4);
        QVERIFY(ours.positions.at(0).position == (rfc4::Position{1, {8, 0, 8}, {0, 0, 0, 1}}));
        QCOMPARE(ours.positions.at(1).position.index, 2U);
        QVERIFY(ours.positions.at(1).position.position == (Vec3{-2392.5F, 1.25F, 100.75F}));
        QVERIFY(qAbs(rfc4::yawOf(ours.positions.at(1).position.rotation) - 90) < 0.001F);
        QVERIFY(ours.positions.at(3).position.position == gonePosition);
        QVERIFY(ours.gone.contains(web)); // it sent the "gone" position

        QCOMPARE(ours.chats.at(0).text, u"hello"_s);
        QCOMPARE(ours.chats.at(0).time, 46'235.5);
        QCOMPARE(ours.chats.at(1).time, 1'785'585'600'000.0);
        QCOMPARE(ours.emotes, (QList{std::pair{web, u"wave"_s}, std::pair{web, u"wave"_s}}).first(ours.emotes.size()));
        QVERIFY(!ours.emotes.isEmpty());
        QCOMPARE(ours.scenes.size(), 3);
        QCOMPARE(ours.scenes.at(0).scene.data, QByteArray::fromHex("0168c3a96c6c6f"));
        QCOMPARE(ours.scenes.at(1).scene.data, QByteArray::fromHex("0201dead"));
        QCOMPARE(voices.size(), 1);
        QCOMPARE(
            voices.at(0).samples.toHex(),
            byName["voice_first"_L1]["object"_L1]["voice"_L1]["encodedSamples"_L1]["hex"_L1].toString().toLatin1());
        QCOMPARE(ours.movements.size(), 4);
        QCOMPARE(ours.movements.at(1).movement.velocity.x, 8.F);
        QCOMPARE(ours.movements.at(1).movement.rotationY, 97.5F);
        QVERIFY(ours.movements.at(2).movement.glide == rfc4::Movement::Glide::Gliding);
        QVERIFY(ours.movements.at(2).movement.pointAt == (Vec3{1, 2, 3}));

        // Each of its pings was answered once per nonce, by broadcast.
        const quint32 us = clients.otherWeb.aliasOf(clients.ourAddress);
        QTRY_VERIFY(!clients.otherWeb.packets(u"chat", us).isEmpty());
        const QString pong = u"␆42 "_s + clients.ourAddress;
        const QJsonObject answer = clients.otherWeb.packets(u"chat", us).constFirst();
        QCOMPARE(answer["packet"_L1]["message"_L1]["message"_L1].toString(), pong);

        clients.web.leave();
        QTRY_COMPARE(clients.otherWeb.frames(u"peerLeaveMessage").size(), 1);
        QVERIFY(ours.isIn());
    }

    void acceptsOldPositions_data() { addServers(); }
    void acceptsOldPositions()
    {
        // As sent by web clients of 2023: no protocol_version, flagged unreliable.
        Clients clients;
        QVERIFY2(meet(clients), qPrintable(clients.web.noise()));
        const Address web = *Address::parse(clients.web.address());
        clients.web.send("1a1712130a1108011d000000412d000000414d0000803f1801");
        QTRY_VERIFY(clients.ours.placeOf(web));
        QVERIFY(clients.ours.placeOf(web)->position == (Vec3{8, 0, 8}));
        QCOMPARE(clients.ours.placeOf(web)->yaw, 0.F);
        QCOMPARE(clients.ours.adapter.counters().malformedIn, 0U);
        // The other web client received it unchanged, under the alias assigned by the server.
        const quint32 alias = clients.otherWeb.aliasOf(clients.web.address());
        QTRY_COMPARE(clients.otherWeb.packets(u"position", alias).size(), 1);
        QCOMPARE(clients.otherWeb.packets(u"position", alias).constFirst()["hex"_L1].toString().toLatin1(),
                 bytes(3,
                       number(1, alias) + bytes(2, QByteArray::fromHex("0a1108011d000000412d000000414d0000803f"))
                           + number(3, 1))
                     .toHex());
        clients.web.leave();
        QTRY_COMPARE(clients.ours.gone, QList{web});
    }
};

ISLET_TEST(TestWebClient);
#include "tst_webclient.moc"
