// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/wsroomtransport.h"
#include "identity/identity.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"
#include "tests/support/vectors.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = CloseReason::Kind;
using Moment = ScriptedServer::Moment;

namespace {

QString joined(quint32 number)
{
    return u"joined "_s + addressOf(number);
}
QString left(quint32 number)
{
    return u"left "_s + addressOf(number);
}

Address address(quint32 number)
{
    return *Address::parse(addressOf(number));
}

//! A server with one client in its room.
struct Visit {
    explicit Visit(const Identity &identity, const QMap<quint32, QString> &peers = {})
        : transport((server.welcomeWith(welcome(1, peers)), server.url()), {identity}, {5s, 5s})
        , probe(transport)
    {
        transport.open();
        isIn = waitUntil([this] { return transport.state() == Transport::State::Open; });
    }
    //! Sends an update of `alias` and waits for it: everything the server sent before has then arrived.
    bool flush(quint32 alias)
    {
        const qsizetype before = probe.packets.size();
        server.send(peerUpdate(alias, "settled"));
        return waitUntil([this, before] { return probe.packets.size() > before; });
    }

    ScriptedServer server;
    WsRoomTransport transport;
    TransportProbe probe;
    bool isIn = false;
};

} // namespace

//! In the room: aliases, malformed packets, limits and closing.
class TestWsRoomTransport : public QObject {
    Q_OBJECT

private:
    Identity m_identity = Identity::create(PrivateKey::generate());

private slots:
    void receivesPacketsByAddress()
    {
        Visit visit(m_identity, {{2, addressOf(2)}});
        QVERIFY(visit.isIn);
        const QByteArray body = QByteArray::fromHex("00ff0a1300112233");
        visit.server.send(peerUpdate(2, body));
        visit.server.send(peerUpdate(2, {}, true));
        QTRY_COMPARE(visit.probe.packets.size(), 2);
        QVERIFY(visit.probe.packets.at(0).first == address(2));
        QCOMPARE(visit.probe.packets.at(0).second, body);
        QCOMPARE(visit.probe.packets.at(1).second, QByteArray());
        QCOMPARE(visit.transport.counters().packetsIn, 2U);
    }

    void mergesAliasesOfOneAddress()
    {
        Visit visit(m_identity, {{2, addressOf(9)}, {100, addressOf(100)}});
        QVERIFY(visit.isIn);
        visit.probe.peerEvents.clear();
        visit.server.send(peerJoin(3, addressOf(9)));
        visit.server.send(peerUpdate(2, "old"));
        visit.server.send(peerUpdate(3, "new"));
        visit.server.send(peerLeave(2));
        visit.server.send(peerUpdate(2, "from nobody"));
        visit.server.send(peerUpdate(3, "still here"));
        QVERIFY(visit.flush(100));
        QVERIFY(visit.probe.peerEvents.isEmpty());
        QCOMPARE(visit.probe.packets.size(), 4);
        QCOMPARE(visit.probe.packets.at(2).second, "still here");
        QVERIFY(visit.probe.packets.at(2).first == address(9));
        visit.server.send(peerLeave(3));
        QTRY_COMPARE(visit.probe.peerEvents, QStringList{left(9)});
        QCOMPARE(visit.transport.counters().unknownAlias, 1U);
    }

    void toleratesDuplicateLeaves()
    {
        // As mini-comms does for a kicked peer: leave, join under a new alias, leave again.
        Visit visit(m_identity, {{2, addressOf(9)}, {100, addressOf(100)}});
        QVERIFY(visit.isIn);
        visit.probe.peerEvents.clear();
        visit.server.send(peerLeave(2));
        visit.server.send(peerJoin(3, addressOf(9)));
        visit.server.send(peerLeave(2));
        QVERIFY(visit.flush(100));
        QCOMPARE(visit.probe.peerEvents, (QStringList{left(9), joined(9)}));
        QCOMPARE(visit.transport.counters().unknownAlias, 1U);
        QVERIFY(!visit.probe.isClosed());
    }

    void countsAndDropsUnknownAliases()
    {
        Visit visit(m_identity, {{100, addressOf(100)}});
        QVERIFY(visit.isIn);
        visit.server.send(peerUpdate(77, "who?"));
        visit.server.send(peerUpdate(0, "who?"));
        visit.server.send(peerLeave(78));
        QVERIFY(visit.flush(100));
        QCOMPARE(visit.probe.packets.size(), 1);
        QCOMPARE(visit.transport.counters().unknownAlias, 3U);
        QCOMPARE(visit.transport.counters().packetsIn, 1U);
    }

    void ignoresOurOtherSessions()
    {
        const QString own = m_identity.address().toLower();
        Visit visit(m_identity, {{5, own}, {100, addressOf(100)}});
        QVERIFY(visit.isIn);
        QCOMPARE(visit.probe.welcomes.constFirst().peers, QList{address(100)});
        visit.probe.peerEvents.clear();
        visit.server.send(peerJoin(6, m_identity.address().toChecksummed()));
        visit.server.send(peerUpdate(5, "an echo"));
        visit.server.send(peerUpdate(6, "an echo"));
        visit.server.send(peerLeave(5));
        visit.server.send(peerLeave(6));
        QVERIFY(visit.flush(100));
        QVERIFY(visit.probe.peerEvents.isEmpty());
        QCOMPARE(visit.probe.packets.size(), 1);
        QCOMPARE(visit.transport.counters().unknownAlias, 0U);
    }

    void reassignsAliases()
    {
        Visit visit(m_identity, {{2, addressOf(9)}, {100, addressOf(100)}});
        QVERIFY(visit.isIn);
        visit.probe.peerEvents.clear();
        visit.server.send(peerJoin(2, addressOf(9))); // repeated
        visit.server.send(peerJoin(2, addressOf(10)));
        visit.server.send(peerUpdate(2, "I am ten"));
        QTRY_COMPARE(visit.probe.packets.size(), 1);
        QVERIFY(visit.probe.packets.constFirst().first == address(10));
        QCOMPARE(visit.probe.peerEvents, (QStringList{left(9), joined(10)}));
    }

    void countsAndDropsMalformedFrames_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("garbage") << QByteArray::fromHex("ffffffff");
        QTest::newRow("truncated") << QByteArray::fromHex("1a18080212142a100a0568");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("an identification") << serialised(identification(addressOf(3)));
        QTest::newRow("a signed challenge") << serialised(signedChallenge("[]"));
        QTest::newRow("a challenge") << serialised(challenge(u"dcl-0.cjn1h9uisdb"_s));
        QTest::newRow("a join without address") << serialised(peerJoin(3, {}));
        QTest::newRow("a join with a short address") << serialised(peerJoin(3, u"0x12"_s));
        QTest::newRow("a join with a long address") << serialised(peerJoin(3, addressOf(3) + u"00"_s));
        QTest::newRow("a join with HTML")
            << serialised(peerJoin(3, u"<b>0x19e7e376e7c213b7e7e7e46cc70a5dd086daf</b>"_s));
        QTest::newRow("an address that is not UTF-8")
            << QByteArray::fromHex("122e0803122a") + "0x" + QByteArray(40, '\xff');
    }
    void countsAndDropsMalformedFrames()
    {
        QFETCH(const QByteArray, frame);
        Visit visit(m_identity, {{100, addressOf(100)}});
        QVERIFY(visit.isIn);
        visit.probe.peerEvents.clear();
        visit.server.sendBytes(frame);
        QVERIFY(visit.flush(100));
        QCOMPARE(visit.transport.counters().malformedIn, 1U);
        QVERIFY(visit.probe.peerEvents.isEmpty());
        QVERIFY(!visit.probe.isClosed());
        QVERIFY(visit.transport.send("we are still here", Delivery::Reliable));
        QTRY_COMPARE(visit.server.count<rfc5::PeerUpdate>(), 1);
        QCOMPARE(visit.server.count<rfc5::SignedChallenge>(), 1);
    }

    void countsAndDropsText()
    {
        Visit visit(m_identity, {{100, addressOf(100)}});
        QVERIFY(visit.isIn);
        visit.server.sendText(u"{\"hello\":1}"_s);
        QVERIFY(visit.flush(100));
        QCOMPARE(visit.transport.counters().malformedIn, 1U);
        QVERIFY(!visit.probe.isClosed());
    }

    void closesOnOversizeMessage()
    {
        Visit visit(m_identity);
        QVERIFY(visit.isIn);
        visit.server.sendBytes(serialised(peerUpdate(2, QByteArray(1024 * 1024, 'x'))));
        QTRY_VERIFY(visit.probe.isClosed());
        QVERIFY2(visit.probe.kind() == Kind::Protocol, qPrintable(visit.probe.detail()));
        QTRY_COMPARE(visit.server.present(), 0);
        QCOMPARE(visit.probe.closes.size(), 1);
    }

    void receivesLargeMessagesBelowTheLimit()
    {
        // mini-comms relays up to 100 MiB; the transport accepts messages below 1 MiB.
        Visit visit(m_identity, {{2, addressOf(2)}});
        QVERIFY(visit.isIn);
        const QByteArray body(1000 * 1024, 'x');
        visit.server.send(peerUpdate(2, body));
        QTRY_COMPARE(visit.probe.packets.size(), 1);
        QCOMPARE(visit.probe.packets.constFirst().second.size(), body.size());
    }

    void refusesToSendOversizeFrames_data()
    {
        QTest::addColumn<Delivery>("delivery");
        QTest::addColumn<int>("largest");
        const QJsonObject limits =
            loadVectors("rfc5_packets.json").value("limits"_L1).toObject().value("largestBodyFor16384"_L1).toObject();
        const int reliable = limits.value("alias0"_L1).toInt();
        QVERIFY(reliable > 0);
        constexpr int flagBytes = 2; // size of the field `unreliable`
        QTest::newRow("reliable") << Delivery::Reliable << reliable;
        QTest::newRow("unreliable") << Delivery::Unreliable << reliable - flagBytes;
        // The vectors' limit for a one-byte alias, which we leave to the server, and the flag.
        QCOMPARE(limits.value("alias_1byte_unreliable"_L1).toInt(), reliable - flagBytes - 2);
    }
    void refusesToSendOversizeFrames()
    {
        QFETCH(const Delivery, delivery);
        QFETCH(const int, largest);
        Visit visit(m_identity);
        QVERIFY(visit.isIn);
        const auto refused = visit.transport.send(QByteArray(largest + 1, 'x'), delivery);
        QVERIFY(!refused);
        QCOMPARE(static_cast<int>(refused.error().code), static_cast<int>(ErrorCode::TooLarge));
        QVERIFY2(refused.error().detail.contains(u"16384"_s), qPrintable(refused.error().detail));
        QVERIFY(!visit.transport.send(QByteArray(5'000'000, 'x'), delivery));
        QVERIFY(visit.transport.send(QByteArray(largest, 'x'), delivery));
        QTRY_COMPARE(visit.server.count<rfc5::PeerUpdate>(), 1);
        const auto &update = std::get<rfc5::PeerUpdate>(visit.server.received().constLast());
        QCOMPARE(serialised(update).size(), WsRoomTransport::maxFrameBytes);
        QCOMPARE(update.isUnreliable, delivery == Delivery::Unreliable);
        QCOMPARE(update.from, 0U);
        QVERIFY(!visit.probe.isClosed());
        QCOMPARE(visit.transport.counters().packetsOut, 1U); // without those of the handshake
    }

    void dropsUnreliablePacketsUnderBackPressure()
    {
        // The server's event loop does not run while we send, so it reads nothing.
        Visit visit(m_identity);
        QVERIFY(visit.isIn);
        const QByteArray body(16'000, 'x');
        for (int i = 0; i < 1'000 && visit.transport.counters().droppedOut == 0; ++i)
            QVERIFY(visit.transport.send(body, Delivery::Unreliable));
        QVERIFY(visit.transport.counters().droppedOut > 0);
        const auto sentBefore = visit.transport.counters().packetsOut;
        QVERIFY(visit.transport.send("important", Delivery::Reliable));
        QTRY_COMPARE(visit.server.count<rfc5::PeerUpdate>(), static_cast<int>(sentBefore) + 1);
        QCOMPARE(std::get<rfc5::PeerUpdate>(visit.server.received().constLast()).body, QByteArray("important"));
        QVERIFY(!visit.probe.isClosed());
    }

    void closesIfServerStopsReading()
    {
        Visit visit(m_identity);
        QVERIFY(visit.isIn);
        const QByteArray body(16'000, 'x');
        int sent = 0;
        while (sent < 10'000 && visit.transport.send(body, Delivery::Reliable))
            ++sent;
        QVERIFY(sent < 10'000);
        QVERIFY(sent * body.size() > 4'000'000); // a brief stall is tolerated
        QCOMPARE(visit.probe.closes.size(), 1);
        QVERIFY2(visit.probe.kind() == Kind::Network, qPrintable(visit.probe.detail()));
        const auto after = visit.transport.send("x", Delivery::Unreliable);
        QVERIFY(!after && after.error().code == ErrorCode::NotConnected);
        QCOMPARE(visit.probe.closes.size(), 1);
    }
};

ISLET_TEST(TestWsRoomTransport);
#include "tst_wsroomtransport.moc"
