// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/commsadapter.h"
#include "protocol/movementcompressed.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FakeTransport;
using test::numberedAddress;

//! Incoming messages. Outgoing ones are tested in tst_commsadaptersending.
class TestCommsAdapter : public QObject {
    Q_OBJECT

private slots:
    void init();
    void emitsOneSignalPerMessage_data();
    void emitsOneSignalPerMessage();
    void treatsOtherMessagesAsSignsOfLife_data();
    void treatsOtherMessagesAsSignsOfLife();
    void passesValues();
    void decompressesMovements();
    void countsMalformedPackets_data();
    void countsMalformedPackets();
    void limitsRatePerPeer();
    void limitsTo500PacketsByDefault();
    void forwardsJoinsAndLeaves();
    void mergesDuplicateEmotes();
    void keepsRepeatedEmotes();
    void ignoresStopsAndInvalidEmotes();
    void replacesTransport();
    void ignoresSameTransport();
    void toleratesDestroyedTransport();

private:
    //! How often each content signal was emitted since init(), as "position 1, chat 2".
    QString emitted() const;
    qsizetype count(const char *name) const;

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<CommsAdapter> m_adapter;
    std::unique_ptr<FakeTransport> m_transport;
    std::vector<std::pair<const char *, std::unique_ptr<QSignalSpy>>> m_spies;
};

namespace {

const Address anna = numberedAddress(0xaa);
const Address bert = numberedAddress(0xbb);

} // namespace

void TestCommsAdapter::init()
{
    m_spies.clear();
    m_adapter.reset();
    m_transport = std::make_unique<FakeTransport>();
    m_clock = std::make_unique<test::FakeClock>();
    m_adapter = std::make_unique<CommsAdapter>(CommsAdapter::Limits{10}, m_clock->clock());
    m_adapter->setTransport(m_transport.get());
    const auto watch = [this](const char *name, auto signal) {
        m_spies.emplace_back(name, std::make_unique<QSignalSpy>(m_adapter.get(), signal));
    };
    watch("position", &CommsAdapter::positionReceived);
    watch("movement", &CommsAdapter::movementReceived);
    watch("chat", &CommsAdapter::chatReceived);
    watch("ping", &CommsAdapter::pingReceived);
    watch("pong", &CommsAdapter::pongReceived);
    watch("emote", &CommsAdapter::emoteReceived);
    watch("scene", &CommsAdapter::sceneReceived);
    watch("voice", &CommsAdapter::voiceReceived);
    watch("version", &CommsAdapter::profileVersionReceived);
    watch("request", &CommsAdapter::profileRequestReceived);
    watch("response", &CommsAdapter::profileResponseReceived);
    watch("life", &CommsAdapter::heardFrom);
    m_transport->open();
}

QString TestCommsAdapter::emitted() const
{
    QStringList parts;
    for (const auto &[name, spy] : m_spies) {
        if (!spy->isEmpty() && QByteArrayView(name) != "life")
            parts.append(u"%1 %2"_s.arg(QLatin1StringView(name)).arg(spy->size()));
    }
    return parts.join(u", "_s);
}

qsizetype TestCommsAdapter::count(const char *name) const
{
    for (const auto &[known, spy] : m_spies) {
        if (QByteArrayView(known) == name)
            return spy->size();
    }
    qFatal("no spy %s", name);
}

void TestCommsAdapter::emitsOneSignalPerMessage_data()
{
    QTest::addColumn<rfc4::Message>("message");
    QTest::addColumn<QString>("signal");
    QTest::newRow("Position") << rfc4::Message(rfc4::Position{1, {8, 0, 8}, {}}) << u"position 1"_s;
    QTest::newRow("Movement") << rfc4::Message(rfc4::Movement{}) << u"movement 1"_s;
    QTest::newRow("MovementCompressed") << rfc4::Message(rfc4::MovementCompressed{}) << u"movement 1"_s;
    QTest::newRow("Chat") << rfc4::Message(rfc4::Chat{u"hello"_s, 1}) << u"chat 1"_s;
    QTest::newRow("ping") << rfc4::Message(rfc4::Chat{u"␑42"_s, 1}) << u"ping 1"_s;
    QTest::newRow("pong") << rfc4::Message(rfc4::Chat{u"␆42 0x"_s, 1}) << u"pong 1"_s;
    QTest::newRow("emote chat") << rfc4::Message(rfc4::Chat{u"␐wave 1"_s, 1}) << u"emote 1"_s;
    QTest::newRow("PlayerEmote") << rfc4::Message(rfc4::PlayerEmote{1, u"wave"_s, 1, {}}) << u"emote 1"_s;
    QTest::newRow("Scene") << rfc4::Message(rfc4::Scene{u"baf"_s, "\x01hi"}) << u"scene 1"_s;
    QTest::newRow("Voice") << rfc4::Message(rfc4::Voice{"opus", 1}) << u"voice 1"_s;
    QTest::newRow("ProfileVersion") << rfc4::Message(rfc4::ProfileVersion{7}) << u"version 1"_s;
    QTest::newRow("ProfileRequest") << rfc4::Message(rfc4::ProfileRequest{0, u"0x"_s}) << u"request 1"_s;
    QTest::newRow("ProfileResponse") << rfc4::Message(rfc4::ProfileResponse{u"{}"_s, QString()}) << u"response 1"_s;
}

void TestCommsAdapter::emitsOneSignalPerMessage()
{
    QFETCH(const rfc4::Message, message);
    QFETCH(const QString, signal);
    m_transport->hear(anna, message);
    QCOMPARE(emitted(), signal);
    QCOMPARE(count("life"), 1);
    for (const auto &[name, spy] : m_spies) {
        for (const auto &arguments : *spy)
            QCOMPARE(arguments.first().value<Address>(), anna);
    }
    QCOMPARE(m_adapter->counters().messagesIn, 1);
    QCOMPARE(m_adapter->counters().malformedIn, 0);
}

void TestCommsAdapter::treatsOtherMessagesAsSignsOfLife_data()
{
    QTest::addColumn<rfc4::Message>("message");
    QTest::newRow("SceneEmote") << rfc4::Message(rfc4::SceneEmote{u"baf"_s, u"x.glb"_s});
    QTest::newRow("LookAtPosition") << rfc4::Message(rfc4::LookAtPosition{});
    QTest::newRow("Reaction") << rfc4::Message(rfc4::Reaction{1, 2, 3});
    QTest::newRow("ChatReaction") << rfc4::Message(rfc4::ChatReaction{1, u"id"_s, u"0x"_s});
}

void TestCommsAdapter::treatsOtherMessagesAsSignsOfLife()
{
    QFETCH(const rfc4::Message, message);
    m_transport->hear(anna, message);
    QCOMPARE(emitted(), QString());
    QCOMPARE(count("life"), 1);
}

void TestCommsAdapter::passesValues()
{
    QSignalSpy chats(m_adapter.get(), &CommsAdapter::chatReceived);
    QSignalSpy pings(m_adapter.get(), &CommsAdapter::pingReceived);
    QSignalSpy positions(m_adapter.get(), &CommsAdapter::positionReceived);
    m_transport->hear(anna, rfc4::Chat{u"  <b>hi</b>\u202e"_s, 46'235.5});
    QCOMPARE(chats[0][1].toString(), u"  <b>hi</b>\u202e"_s); // unchanged: views sanitize it
    QCOMPARE(chats[0][2].toDouble(), 46'235.5);
    m_transport->hear(anna, rfc4::Chat{u"␑4711"_s, 1});
    QCOMPARE(pings[0][1].toString(), u"4711"_s);
    const rfc4::Position position{7, {-1, 2, -3}, rfc4::quaternionOfYaw(90)};
    m_transport->hear(bert, position);
    QCOMPARE(positions[0][0].value<Address>(), bert);
    QCOMPARE(positions[0][1].value<rfc4::Position>().index, 7);
    QCOMPARE(positions[0][1].value<rfc4::Position>().position, position.position);
}

void TestCommsAdapter::decompressesMovements()
{
    QSignalSpy movements(m_adapter.get(), &CommsAdapter::movementReceived);
    const rfc4::MovementCompressed compressed{-1'223'620'424, 2'975'405'831'892'285'876, 0, 0};
    m_transport->hear(anna, compressed);
    QCOMPARE(movements.size(), 1);
    QVERIFY(movements[0][1].value<rfc4::Movement>() == rfc4::decompress(compressed));
}

void TestCommsAdapter::countsMalformedPackets_data()
{
    QTest::addColumn<QByteArray>("bytes");
    rfc4::Codec codec;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\xff\xff\xff\xff");
    QTest::newRow("no message") << QByteArray::fromHex("5864");
    QTest::newRow("NaN") << codec.encode(rfc4::Position{1, {std::nanf(""), 0, 0}, {}});
    QTest::newRow("implausible") << codec.encode(rfc4::Position{1, {1e9F, 0, 0}, {}});
}

void TestCommsAdapter::countsMalformedPackets()
{
    QFETCH(const QByteArray, bytes);
    m_transport->hear(anna, bytes);
    QCOMPARE(emitted(), QString());
    QCOMPARE(count("life"), 0);
    QCOMPARE(m_adapter->counters().malformedIn, 1);
    QCOMPARE(m_adapter->counters().messagesIn, 0);
    m_transport->hear(anna, rfc4::Chat{u"still here"_s, 1}); // only that packet was dropped
    QCOMPARE(emitted(), u"chat 1"_s);
}

void TestCommsAdapter::limitsRatePerPeer()
{
    for (int i = 0; i < 25; ++i)
        m_transport->hear(anna, rfc4::Chat{u"spam"_s, 1});
    QCOMPARE(count("chat"), 10);
    QCOMPARE(count("life"), 10);
    QCOMPARE(m_adapter->counters().rateLimited, 15);

    m_transport->hear(bert, rfc4::Chat{u"excuse me"_s, 1});
    QCOMPARE(count("chat"), 11);

    m_clock->advance(999ms);
    m_transport->hear(anna, rfc4::Chat{u"spam"_s, 1});
    QCOMPARE(count("chat"), 11);
    m_clock->advance(1ms);
    for (int i = 0; i < 25; ++i)
        m_transport->hear(anna, rfc4::Chat{u"spam"_s, 1});
    QCOMPARE(count("chat"), 21);

    // Malformed packets count too: decoding them costs as much.
    m_clock->advance(1s);
    for (int i = 0; i < 10; ++i)
        m_transport->hear(anna, QByteArray("\xff"));
    m_transport->hear(anna, rfc4::Chat{u"spam"_s, 1});
    QCOMPARE(count("chat"), 21);
}

void TestCommsAdapter::limitsTo500PacketsByDefault()
{
    m_adapter->setTransport(nullptr);
    CommsAdapter adapter({}, m_clock->clock());
    adapter.setTransport(m_transport.get());
    for (int i = 0; i < 600; ++i)
        m_transport->hear(anna, rfc4::Chat{u"spam"_s, 1});
    QCOMPARE(adapter.counters().messagesIn, 500);
    QCOMPARE(adapter.counters().rateLimited, 100);
}

void TestCommsAdapter::forwardsJoinsAndLeaves()
{
    QSignalSpy joined(m_adapter.get(), &CommsAdapter::peerJoined);
    QSignalSpy left(m_adapter.get(), &CommsAdapter::peerLeft);
    emit m_transport->peerJoined(anna);
    QCOMPARE(joined.size(), 1);
    QCOMPARE(joined[0][0].value<Address>(), anna);
    emit m_transport->peerLeft(anna);
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0][0].value<Address>(), anna);
}

void TestCommsAdapter::mergesDuplicateEmotes()
{
    m_transport->hear(anna, rfc4::PlayerEmote{1, u"wave"_s, 1, {}});
    m_clock->advance(200ms);
    m_transport->hear(anna, rfc4::Chat{u"␐wave 1785585600000"_s, 1});
    QCOMPARE(count("emote"), 1);
    m_clock->advance(100ms);
    m_transport->hear(anna, rfc4::Chat{u"␐dance 1785585600000"_s, 1}); // in the other order
    m_transport->hear(anna, rfc4::PlayerEmote{2, u"dance"_s, 1, {}});
    QCOMPARE(count("emote"), 2);
}

void TestCommsAdapter::keepsRepeatedEmotes()
{
    m_transport->hear(anna, rfc4::PlayerEmote{1, u"wave"_s, 1, {}});
    m_transport->hear(bert, rfc4::PlayerEmote{1, u"wave"_s, 1, {}});
    QCOMPARE(count("emote"), 2);
    m_clock->advance(2s);
    m_transport->hear(anna, rfc4::PlayerEmote{2, u"wave"_s, 3, {}}); // waves again
    QCOMPARE(count("emote"), 3);
    m_transport->hear(anna, rfc4::Chat{u"␐wave 1"_s, 1});
    m_transport->hear(anna, rfc4::PlayerEmote{3, u"wave"_s, 4, {}}); // a third time, quickly
    QCOMPARE(count("emote"), 4);
}

void TestCommsAdapter::ignoresStopsAndInvalidEmotes()
{
    m_transport->hear(anna, rfc4::PlayerEmote{1, u"wave"_s, 1, true});
    QCOMPARE(count("emote"), 0);
    m_transport->hear(anna, rfc4::PlayerEmote{2, u"wave"_s, 1, false});
    QCOMPARE(count("emote"), 1);
    m_transport->hear(anna, rfc4::PlayerEmote{3, u"not an emote <b>"_s, 1, {}});
    m_transport->hear(anna, rfc4::Chat{u"␐"_s, 1});
    QCOMPARE(count("emote"), 1);
    QCOMPARE(m_adapter->counters().malformedIn, 2);
}

void TestCommsAdapter::replacesTransport()
{
    QSignalSpy detached(m_adapter.get(), &CommsAdapter::detached);
    QSignalSpy opened(m_adapter.get(), &CommsAdapter::opened);
    QSignalSpy joined(m_adapter.get(), &CommsAdapter::peerJoined);
    QVERIFY(m_adapter->isOpen());

    FakeTransport second;
    m_adapter->setTransport(&second);
    QCOMPARE(detached.size(), 1);
    QVERIFY(!m_adapter->isOpen());
    m_transport->hear(anna, rfc4::Chat{u"from the old room"_s, 1});
    emit m_transport->peerJoined(anna);
    emit m_transport->peerLeft(anna);
    QCOMPARE(emitted(), QString());
    QCOMPARE(joined.size(), 0);

    second.open();
    QCOMPARE(opened.size(), 1);
    QVERIFY(m_adapter->isOpen());
    second.hear(bert, rfc4::Chat{u"from the new room"_s, 1});
    QCOMPARE(emitted(), u"chat 1"_s);

    m_adapter->setTransport(nullptr);
    QCOMPARE(detached.size(), 2);
    QVERIFY(!m_adapter->isOpen());
    second.hear(bert, rfc4::Chat{u"too late"_s, 1});
    QCOMPARE(emitted(), u"chat 1"_s);
}

void TestCommsAdapter::ignoresSameTransport()
{
    QSignalSpy detached(m_adapter.get(), &CommsAdapter::detached);
    m_adapter->setTransport(m_transport.get());
    QCOMPARE(detached.size(), 0);
    m_transport->hear(anna, rfc4::Chat{u"once"_s, 1});
    QCOMPARE(count("chat"), 1);
    m_adapter->setTransport(nullptr);
    m_adapter->setTransport(nullptr);
    QCOMPARE(detached.size(), 1);
}

void TestCommsAdapter::toleratesDestroyedTransport()
{
    m_transport.reset();
    QVERIFY(!m_adapter->isOpen());
    const auto sent = m_adapter->sendChat(u"anybody?"_s);
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::NotConnected);
}

ISLET_TEST(TestCommsAdapter);
#include "tst_commsadapter.moc"
