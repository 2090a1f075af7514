// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/roomserver.h"
#include "tests/support/client.h"
#include "tests/support/minicomms.h"
#include "tests/support/testmain.h"
#include "tests/support/vectors.h"
#include "webclient.h"

#include <QtEndian>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

// Protobuf by hand, so that neither our library nor theirs says what the bytes have to be.

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

QByteArray real(int field, float value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return value == 0 ? QByteArray() : varint(static_cast<quint64>(field) << 3 | 5) + bytes;
}

QByteArray real(int field, double value)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(value, bytes.data());
    return value == 0 ? QByteArray() : varint(static_cast<quint64>(field) << 3 | 1) + bytes;
}

QByteArray bytes(int field, const QByteArray &value)
{
    return varint(static_cast<quint64>(field) << 3 | 2) + varint(static_cast<quint64>(value.size())) + value;
}

//! A whole frame as a server relays it.
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

//! Ours beside web clients, in our room server and in the real one; every byte both ways.
class TestWebClient : public QObject {
    Q_OBJECT

private:
    MiniComms m_miniComms;
    RoomServer m_roomServer{RoomOptions()};
    int m_rooms = 0;

    struct Company {
        WebClient web;
        WebClient otherWeb;
        Client ours;
        QString ourAddress = ours.address().toLower();
    };

    static void servers()
    {
        QTest::addColumn<bool>("isMiniComms");
        QTest::newRow("our room server") << false;
        QTest::newRow("mini-comms") << true;
    }

    //! All three in one room of their own, known to one another.
    bool meet(Company &company)
    {
        QFETCH(const bool, isMiniComms);
        const QString room = u"web%1"_s.arg(++m_rooms);
        const QString where = isMiniComms ? m_miniComms.connectionString(room) : m_roomServer.connectionString(room);
        const QString url = where.mid(where.indexOf(u':') + 1);
        company.ours.stand({1.5F, 0.25F, -20.75F}, 90);
        if (!company.web.start(url) || !company.otherWeb.start(url) || !company.ours.join(where))
            return false;
        const auto met = [&company] {
            const Client &ours = company.ours;
            return company.web.isIn() && company.otherWeb.isIn() && ours.isIn() && ours.directory.count() == 2
                && company.web.aliasOf(company.ourAddress) != 0 && company.otherWeb.aliasOf(company.ourAddress) != 0
                && company.web.aliasOf(company.otherWeb.address()) != 0;
        };
        return QTest::qWaitFor(met, 20'000); // node takes its time
    }

    //! The frame is these bytes, and @dcl/protocol would have written the same.
    static void isExactly(const QJsonObject &line, const QByteArray &expected)
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

    void itReadsWhatWeSend_data() { servers(); }
    void itReadsWhatWeSend()
    {
        Company company;
        QVERIFY2(meet(company), qPrintable(company.web.noise()));
        QCOMPARE(company.web.subprotocol(), u"rfc5"_s);
        const WebClient &web = company.web;
        const quint32 us = web.aliasOf(company.ourAddress);

        QTRY_VERIFY(web.packets(u"position", us).size() >= 2 && web.packets(u"movement", us).size() >= 2);
        quint32 lastIndex = 0;
        const float half = 0.70710678F; // sin and cos of half of 90 degrees
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
            isExactly(line,
                      frame(us,
                            bytes(1,
                                  number(1, index) + real(3, 1.5F) + real(4, 0.25F) + real(5, -20.75F) + real(7, sine)
                                      + real(9, cosine)),
                            true));
        }
        float lastTime = -1;
        for (const QJsonObject &line : web.packets(u"movement", us)) {
            const float time = toFloat(line["packet"_L1]["message"_L1]["timestamp"_L1]);
            QVERIFY(time > lastTime);
            lastTime = time;
            isExactly(line,
                      frame(us,
                            bytes(8,
                                  real(1, time) + real(2, 1.5F) + real(3, 0.25F) + real(4, -20.75F) + number(10, 1)
                                      + varint(16 << 3 | 5) + QByteArray::fromHex("0000b442")),
                            true));
        }

        const auto text = u"grüß “dich” 🏝"_s;
        QVERIFY(company.ours.adapter.sendChat(text));
        QTRY_COMPARE(web.packets(u"chat", us).size(), 1);
        const QJsonObject chat = web.packets(u"chat", us).constFirst();
        const double time = chat["packet"_L1]["message"_L1]["timestamp"_L1].toDouble();
        const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 86'400'000 + 25'569;
        QVERIFY(qAbs(time - now) < 0.001);
        QCOMPARE(chat["packet"_L1]["message"_L1]["message"_L1].toString(), text);
        isExactly(chat, frame(us, bytes(5, bytes(1, text.toUtf8()) + real(2, time)), false));

        QVERIFY(company.ours.adapter.sendSceneText(u"bafkreiexamplescene"_s, u"héllo"_s));
        QTRY_COMPARE(web.packets(u"scene", us).size(), 1);
        isExactly(
            web.packets(u"scene", us).constFirst(),
            frame(us, QByteArray::fromHex("321e0a136261666b7265696578616d706c657363656e6512070168c3a96c6c6f"), false));

        QVERIFY(company.ours.adapter.sendEmote(u"wave"_s));
        QTRY_COMPARE(web.packets(u"chat", us).size(), 2);
        const QJsonObject emote = web.packets(u"playerEmote", us).value(0);
        const float emoteTime = toFloat(emote["packet"_L1]["message"_L1]["timestamp"_L1]);
        isExactly(emote, frame(us, bytes(9, number(1, 1) + bytes(2, "wave") + real(3, emoteTime)), false));
        const QString control =
            web.packets(u"chat", us).constLast()["packet"_L1]["message"_L1]["message"_L1].toString();
        QVERIFY2(control.startsWith(u"␐wave 1"_s), qPrintable(control));

        // The other web client got the same bytes.
        QTRY_COMPARE(company.otherWeb.packets(u"chat", us).size(), 2);
        QCOMPARE(company.otherWeb.packets(u"scene", us), web.packets(u"scene", us));
        QCOMPARE(company.otherWeb.packets(u"playerEmote", us), web.packets(u"playerEmote", us));
        for (const QJsonObject &line : web.allFrames())
            QCOMPARE(line["reencoded"_L1].toString(), line["hex"_L1].toString());
    }

    void weReadWhatItSends_data() { servers(); }
    void weReadWhatItSends()
    {
        Company company;
        QVERIFY2(meet(company), qPrintable(company.web.noise()));
        Client &ours = company.ours;
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
            company.web.send(wrapped.toLatin1());
            ++sent;
        }
        QVERIFY(sent > 20);
        company.web.send("1a1212102a100a0568656c6c6f11000000007093"); // cut short, in a frame that is whole
        company.web.send("1a1412122a100a05e2909134331100006020d3fb7942"); // and then a ping of 43
        QTRY_COMPARE(ours.chats.size(), 2);
        QTRY_COMPARE(ours.adapter.counters().malformedIn, 2U); // the cut one, and the packet without message
        QCOMPARE(ours.adapter.counters().messagesIn, static_cast<quint64>(sent - 1 + 1));

        const Address web = *Address::parse(company.web.address());
        for (const Client::Placed &placed : std::as_const(ours.positions))
            QVERIFY(placed.from == web);
        QCOMPARE(ours.positions.size(), 4);
        QVERIFY(ours.positions.at(0).position == (rfc4::Position{1, {8, 0, 8}, {0, 0, 0, 1}}));
        QCOMPARE(ours.positions.at(1).position.index, 2U);
        QVERIFY(ours.positions.at(1).position.position == (Vec3{-2392.5F, 1.25F, 100.75F}));
        QVERIFY(qAbs(rfc4::yawOf(ours.positions.at(1).position.rotation) - 90) < 0.001F);
        QVERIFY(ours.positions.at(3).position.position == gonePosition);
        QVERIFY(ours.gone.contains(web)); // it said that it is gone

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

        // Its ping was answered once for each nonce, to everybody.
        const quint32 us = company.otherWeb.aliasOf(company.ourAddress);
        QTRY_VERIFY(!company.otherWeb.packets(u"chat", us).isEmpty());
        const QString pong = u"␆42 "_s + company.ourAddress;
        const QJsonObject answer = company.otherWeb.packets(u"chat", us).constFirst();
        QCOMPARE(answer["packet"_L1]["message"_L1]["message"_L1].toString(), pong);

        company.web.leave();
        QTRY_COMPARE(company.otherWeb.frames(u"peerLeaveMessage").size(), 1);
        QVERIFY(ours.isIn());
    }

    void anOldPositionIsAccepted_data() { servers(); }
    void anOldPositionIsAccepted()
    {
        // As web clients of 2023 sent it: no protocol_version, flagged unreliable.
        Company company;
        QVERIFY2(meet(company), qPrintable(company.web.noise()));
        const Address web = *Address::parse(company.web.address());
        company.web.send("1a1712130a1108011d000000412d000000414d0000803f1801");
        QTRY_VERIFY(company.ours.placeOf(web));
        QVERIFY(company.ours.placeOf(web)->position == (Vec3{8, 0, 8}));
        QCOMPARE(company.ours.placeOf(web)->yaw, 0.F);
        QCOMPARE(company.ours.adapter.counters().malformedIn, 0U);
        // The other web client has it as it was, under the alias that the server gave.
        const quint32 alias = company.otherWeb.aliasOf(company.web.address());
        QTRY_COMPARE(company.otherWeb.packets(u"position", alias).size(), 1);
        QCOMPARE(company.otherWeb.packets(u"position", alias).constFirst()["hex"_L1].toString().toLatin1(),
                 bytes(3,
                       number(1, alias) + bytes(2, QByteArray::fromHex("0a1108011d000000412d000000414d0000803f"))
                           + number(3, 1))
                     .toHex());
        company.web.leave();
        QTRY_COMPARE(company.ours.gone, QList{web});
    }
};

ISLET_TEST(TestWebClient);
#include "tst_webclient.moc"
