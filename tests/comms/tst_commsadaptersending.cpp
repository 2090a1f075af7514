// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/commsadapter.h"
#include "protocol/chattext.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FakeTransport;

//! Outgoing messages of the adapter.
class TestCommsAdapterSending : public QObject {
    Q_OBJECT

private slots:
    void sendsNothingUnlessOpen_data();
    void sendsNothingUnlessOpen();
    void keepsDelivery();
    void sendsChatReliablyWithOurVersion();
    void chatTimestampsIncrease();
    void chatTimestampsIncreaseAcrossRooms();
    void sendsEmotesTwice();
    void emoteIdsIncreaseAcrossRooms();
    void rejectsInvalidEmotes_data();
    void rejectsInvalidEmotes();
    void sendsSceneTexts();
    void rejectsEmptySceneTexts();
    void timestampsAreSecondsOfOneClock();
    void timestampsAlwaysIncrease_data();
    void timestampsAlwaysIncrease();
};

void TestCommsAdapterSending::sendsNothingUnlessOpen_data()
{
    QTest::addColumn<bool>("hasTransport");
    QTest::addColumn<bool>("wasOpen");
    QTest::newRow("no transport") << false << false;
    QTest::newRow("not open yet") << true << false;
    QTest::newRow("closed") << true << true;
}

void TestCommsAdapterSending::sendsNothingUnlessOpen()
{
    QFETCH(const bool, hasTransport);
    QFETCH(const bool, wasOpen);
    FakeTransport transport;
    CommsAdapter adapter;
    if (hasTransport)
        adapter.setTransport(&transport);
    if (wasOpen) {
        transport.open();
        transport.close();
    }
    QVERIFY(!adapter.isOpen());
    for (const auto &sent : {adapter.send(rfc4::ProfileVersion{1}, Delivery::Reliable), adapter.sendChat(u"hello"_s),
                             adapter.sendEmote(u"wave"_s), adapter.sendSceneText(u"scene"_s, u"hello"_s)}) {
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::NotConnected);
    }
    QVERIFY(transport.sent.empty());
}

void TestCommsAdapterSending::keepsDelivery()
{
    FakeTransport transport;
    CommsAdapter adapter;
    adapter.setTransport(&transport);
    transport.open();
    QVERIFY(adapter.send(rfc4::ProfileVersion{1}, Delivery::Unreliable));
    QVERIFY(adapter.send(rfc4::ProfileVersion{2}, Delivery::Reliable));
    QCOMPARE(transport.sent.size(), 2);
    QCOMPARE(transport.sent[0].delivery, Delivery::Unreliable);
    QCOMPARE(transport.sent[1].delivery, Delivery::Reliable);
}

void TestCommsAdapterSending::sendsChatReliablyWithOurVersion()
{
    FakeTransport transport;
    CommsAdapter adapter;
    adapter.setTransport(&transport);
    transport.open();
    QVERIFY(adapter.sendChat(u"hello"_s));
    QCOMPARE(transport.sent.size(), 1);
    QCOMPARE(transport.sent[0].delivery, Delivery::Reliable);
    QVERIFY(transport.sent[0].bytes.endsWith(QByteArray::fromHex("5864"))); // protocol_version: 100
    const auto chats = transport.sentOf<rfc4::Chat>();
    QCOMPARE(chats.size(), 1);
    QCOMPARE(chats[0].message, u"hello"_s);
    const auto claimed = claimedChatTime(chats[0].timestamp);
    QVERIFY(claimed);
    QVERIFY(std::abs(claimed->secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(chats[0].timestamp < 1e5); // OLE days, the only format unity-explorer survives
}

void TestCommsAdapterSending::chatTimestampsIncrease()
{
    FakeTransport transport;
    CommsAdapter adapter;
    adapter.setTransport(&transport);
    transport.open();
    for (int i = 0; i < 200; ++i)
        QVERIFY(adapter.sendChat(QString::number(i)));
    const auto chats = transport.sentOf<rfc4::Chat>();
    QCOMPARE(chats.size(), 200);
    for (std::size_t i = 1; i < chats.size(); ++i)
        QVERIFY(chats[i].timestamp > chats[i - 1].timestamp);
}

void TestCommsAdapterSending::chatTimestampsIncreaseAcrossRooms()
{
    CommsAdapter adapter;
    double last = 0;
    for (int room = 0; room < 5; ++room) {
        FakeTransport transport;
        adapter.setTransport(&transport);
        transport.open();
        for (int i = 0; i < 10; ++i)
            QVERIFY(adapter.sendChat(u"hello"_s));
        for (const rfc4::Chat &chat : transport.sentOf<rfc4::Chat>()) {
            QVERIFY(chat.timestamp > last);
            last = chat.timestamp;
        }
        adapter.setTransport(nullptr);
    }
}

void TestCommsAdapterSending::sendsEmotesTwice()
{
    FakeTransport transport;
    CommsAdapter adapter;
    adapter.setTransport(&transport);
    transport.open();
    QVERIFY(adapter.sendEmote(u"urn:decentraland:matic:collections-v2:0xabc:1"_s));
    QCOMPARE(transport.sent.size(), 2);
    QCOMPARE(transport.sent[0].delivery, Delivery::Reliable);
    QCOMPARE(transport.sent[1].delivery, Delivery::Reliable);

    const auto emotes = transport.sentOf<rfc4::PlayerEmote>();
    QCOMPARE(emotes.size(), 1);
    QCOMPARE(emotes[0].urn, u"urn:decentraland:matic:collections-v2:0xabc:1"_s);
    QVERIFY(!emotes[0].isStopping);
    const auto chats = transport.sentOf<rfc4::Chat>();
    QCOMPARE(chats.size(), 1);
    const auto meaning = meaningOf(chats[0].message);
    QVERIFY(std::holds_alternative<ChatEmote>(meaning));
    QCOMPARE(std::get<ChatEmote>(meaning).urn, emotes[0].urn);
    // The number after it is the time in Unix milliseconds, as the web client reads it.
    const qint64 time = chats[0].message.section(u' ', 1).toLongLong();
    QVERIFY(std::abs(time - QDateTime::currentMSecsSinceEpoch()) < 60'000);
}

void TestCommsAdapterSending::emoteIdsIncreaseAcrossRooms()
{
    test::FakeClock clock;
    CommsAdapter adapter({}, clock.clock());
    std::uint32_t lastId = 0; // godot-explorer plays only emotes with an id above the last one, initially 0
    float lastTime = 0;
    for (int room = 0; room < 3; ++room) {
        FakeTransport transport;
        adapter.setTransport(&transport);
        transport.open();
        for (int i = 0; i < 3; ++i) {
            clock.advance(500ms);
            QVERIFY(adapter.sendEmote(u"wave"_s));
        }
        for (const rfc4::PlayerEmote &emote : transport.sentOf<rfc4::PlayerEmote>()) {
            QVERIFY(emote.incrementalId > lastId);
            QVERIFY(emote.timestamp > lastTime);
            lastId = emote.incrementalId;
            lastTime = emote.timestamp;
        }
        adapter.setTransport(nullptr);
    }
    QVERIFY(lastId >= 9);
}

void TestCommsAdapterSending::rejectsInvalidEmotes_data()
{
    QTest::addColumn<QString>("urn");
    QTest::newRow("empty") << QString();
    QTest::newRow("two words") << u"wave now"_s;
    QTest::newRow("control picture") << u"␐wave"_s;
    QTest::newRow("endless") << QString(10'000, u'a');
}

void TestCommsAdapterSending::rejectsInvalidEmotes()
{
    QFETCH(const QString, urn);
    FakeTransport transport;
    CommsAdapter adapter;
    adapter.setTransport(&transport);
    transport.open();
    const auto sent = adapter.sendEmote(urn);
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::InvalidInput);
    QVERIFY(sent.error().detail.size() < 250);
    QVERIFY(transport.sent.empty());
}

void TestCommsAdapterSending::sendsSceneTexts()
{
    FakeTransport transport;
    CommsAdapter adapter;
    adapter.setTransport(&transport);
    transport.open();
    QVERIFY(adapter.sendSceneText(u"bafkreiexamplescene"_s, u"héllo"_s));
    const auto scenes = transport.sentOf<rfc4::Scene>();
    QCOMPARE(scenes.size(), 1);
    // As scene_string of rfc4_packets.json.
    QVERIFY((scenes[0] == rfc4::Scene{u"bafkreiexamplescene"_s, QByteArray::fromHex("0168c3a96c6c6f")}));
    QCOMPARE(transport.sent[0].delivery, Delivery::Reliable);
}

void TestCommsAdapterSending::rejectsEmptySceneTexts()
{
    FakeTransport transport;
    CommsAdapter adapter;
    adapter.setTransport(&transport);
    transport.open();
    for (const auto &sent :
         {adapter.sendSceneText(QString(), u"hello"_s), adapter.sendSceneText(u"scene"_s, QString())}) {
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::InvalidInput);
    }
    QVERIFY(transport.sent.empty());
}

void TestCommsAdapterSending::timestampsAreSecondsOfOneClock()
{
    test::FakeClock clock;
    CommsAdapter adapter({}, clock.clock());
    clock.advance(1'500ms);
    QCOMPARE(adapter.nextTimestamp(), 1.5F);
    FakeTransport transport;
    adapter.setTransport(&transport);
    transport.open();
    adapter.setTransport(nullptr);
    clock.advance(1s);
    QCOMPARE(adapter.nextTimestamp(), 2.5F);
}

void TestCommsAdapterSending::timestampsAlwaysIncrease_data()
{
    QTest::addColumn<qint64>("days");
    QTest::newRow("at once") << qint64(0);
    QTest::newRow("after 13 days, when a float has steps of 1/8 s") << qint64(13);
}

void TestCommsAdapterSending::timestampsAlwaysIncrease()
{
    QFETCH(const qint64, days);
    test::FakeClock clock;
    CommsAdapter adapter({}, clock.clock());
    clock.advance(std::chrono::hours(24 * days));
    float last = adapter.nextTimestamp();
    for (int i = 0; i < 100; ++i) {
        const float next = adapter.nextTimestamp();
        QVERIFY(next > last);
        last = next;
    }
    // Not far ahead of the clock, which catches up.
    clock.advance(20s);
    const float now = std::chrono::duration<float>(std::chrono::hours(24 * days) + 20s).count();
    QVERIFY(std::abs(adapter.nextTimestamp() - now) < 0.2F);
}

ISLET_TEST(TestCommsAdapterSending);
#include "tst_commsadaptersending.moc"
