// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/wsroomtransport.h"
#include "identity/identity.h"
#include "tests/support/memory.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = CloseReason::Kind;
using Moment = ScriptedServer::Moment;

namespace {

//! So long that no timeout can end a test's connection.
WsRoomTransport::Timeouts patient()
{
    return {1h, 1h};
}

QMap<quint32, QString> crowd(quint32 size)
{
    QMap<quint32, QString> peers;
    for (quint32 number = 1; number <= size; ++number)
        peers.insert(number, addressOf(number));
    return peers;
}

} // namespace

//! The handshake of a ws-room: the request, the proof of identity, and which welcomes are accepted.
class TestWsRoomWelcome : public QObject {
    Q_OBJECT

private:
    Identity m_identity = Identity::create(PrivateKey::generate());

private slots:
    void requestsSubprotocolsInOrder()
    {
        ScriptedServer server;
        server.welcomeWith(welcome(1));
        WsRoomTransport transport(server.url(), {m_identity}, patient());
        TransportProbe probe(transport);
        transport.open();
        QTRY_COMPARE(probe.welcomes.size(), 1);
        QVERIFY2(server.request().contains("Sec-WebSocket-Protocol: rfc5, rfc4\r\n"), server.request().constData());
        QVERIFY(server.request().startsWith("GET /rooms/scripted HTTP/1.1\r\n"));
    }

    void provesIdentity()
    {
        ScriptedServer server;
        server.welcomeWith(welcome(300, {{1, addressOf(1)}, {2, addressOf(2)}}));
        WsRoomTransport transport(server.url(), {m_identity}, patient());
        TransportProbe probe(transport);
        QCOMPARE(transport.state(), Transport::State::Idle);
        transport.open();
        QCOMPARE(transport.state(), Transport::State::Opening);
        QTRY_COMPARE(probe.peerEvents.size(), 2);
        QCOMPARE(transport.state(), Transport::State::Open);

        using enum HandshakeStep::Kind;
        QCOMPARE(probe.steps, (QList{Connected, Upgraded, Identified, Challenged, Signed, Welcomed}));
        QCOMPARE(server.received().size(), 2);
        QCOMPARE(std::get<rfc5::Identification>(server.received().at(0)).address, m_identity.address().toLower());
        const auto chain = AuthChain::fromJson(std::get<rfc5::SignedChallenge>(server.received().at(1)).authChain);
        QVERIFY(chain);
        const auto owner = chain->validate(u"dcl-0.cjn1h9uisdb", QDateTime::currentDateTimeUtc());
        QVERIFY(owner && *owner == m_identity.address());

        const Welcome welcomed = probe.welcomes.value(0);
        QVERIFY(welcomed.authenticated);
        QCOMPARE(welcomed.ownAlias, 300U);
        QCOMPARE(welcomed.peers.size(), 2);
        QStringList peerEvents = probe.peerEvents;
        peerEvents.sort();
        QCOMPARE(peerEvents, (QStringList{u"joined "_s + addressOf(1), u"joined "_s + addressOf(2)}));
    }

    void welcomeWithoutChallengeIsUnauthenticated()
    {
        ScriptedServer server;
        server.on(Moment::Identified, welcome(1, {{2, addressOf(2)}}));
        // A challenge after the welcome must not be signed.
        server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s)).on(Moment::Identified, peerLeave(2));
        WsRoomTransport transport(server.url(), {m_identity}, patient());
        TransportProbe probe(transport);
        transport.open();
        QTRY_COMPARE(probe.peerEvents.size(), 2);
        QVERIFY(!probe.welcomes.constFirst().authenticated);
        QVERIFY(!probe.isClosed());
        QCOMPARE(transport.counters().malformedIn, 1U);
        QVERIFY(transport.send("marks that all before it has arrived", Delivery::Reliable));
        QTRY_COMPARE(server.count<rfc5::PeerUpdate>(), 1);
        QCOMPARE(server.count<rfc5::SignedChallenge>(), 0);
    }

    void ignoresSecondWelcome()
    {
        ScriptedServer server;
        server.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        server.on(Moment::Answered, welcome(5, {{3, addressOf(3)}})).on(Moment::Answered, peerJoin(4, addressOf(4)));
        WsRoomTransport transport(server.url(), {m_identity}, patient());
        TransportProbe probe(transport);
        transport.open();
        QTRY_COMPARE(probe.peerEvents, (QStringList{u"joined "_s + addressOf(2), u"joined "_s + addressOf(4)}));
        QCOMPARE(probe.welcomes.size(), 1);
        QCOMPARE(transport.counters().malformedIn, 1U);
    }

    void sendsNothingBeforeWelcome()
    {
        ScriptedServer server;
        server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        WsRoomTransport transport(server.url(), {m_identity}, patient());
        TransportProbe probe(transport);
        int refused = 0;
        const auto tryToSend = [&] {
            const auto sent = transport.send("too early", Delivery::Reliable);
            const auto alsoSent = transport.send("too early", Delivery::Unreliable);
            const bool bothRefused = !sent && sent.error().code == ErrorCode::NotConnected && !alsoSent;
            refused += bothRefused ? 1 : 0;
        };
        tryToSend();
        connect(&transport, &Transport::stateChanged, this, [&](Transport::State state) {
            if (state == Transport::State::Opening)
                tryToSend();
        });
        connect(&transport, &Transport::stepCompleted, this, [&](const HandshakeStep &step) {
            if (step.kind() != HandshakeStep::Kind::Welcomed)
                tryToSend();
        });
        transport.open();
        QTRY_COMPARE(server.count<rfc5::SignedChallenge>(), 1);
        tryToSend();
        QCOMPARE(refused, 8); // idle, opening, five steps, and while the server checks the signature
        server.send(welcome(1));
        QTRY_COMPARE(probe.welcomes.size(), 1);
        QVERIFY(transport.send("in time", Delivery::Reliable));
        QTRY_COMPARE(server.count<rfc5::PeerUpdate>(), 1);
        QCOMPARE(server.received().size(), 3);
        QCOMPARE(std::get<rfc5::PeerUpdate>(server.received().at(2)).body, QByteArray("in time"));
    }

    void takesEachPeerOfWelcomeOnce()
    {
        const QString upper = u"0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A"_s;
        ScriptedServer server;
        server.welcomeWith(welcome(1,
                                   {{2, upper},
                                    {3, upper.toLower()},
                                    {4, m_identity.address().toChecksummed()},
                                    {5, u"0x1234"_s},
                                    {6, QString()},
                                    {7, u"<img src=http://127.0.0.1/>"_s},
                                    {8, u"0X19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A"_s}}));
        server.on(Moment::Answered, peerLeave(2)).on(Moment::Answered, peerLeave(3));
        WsRoomTransport transport(server.url(), {m_identity}, patient());
        TransportProbe probe(transport);
        transport.open();
        QTRY_COMPARE(probe.peerEvents, (QStringList{u"joined "_s + upper.toLower(), u"left "_s + upper.toLower()}));
        QCOMPARE(probe.welcomes.constFirst().peers.size(), 1);
        QCOMPARE(transport.counters().malformedIn, 4U);
    }

    void acceptsTenThousandPeers()
    {
        ScriptedServer server;
        server.welcomeWith(welcome(1, crowd(10'000)));
        server.on(Moment::Answered, peerJoin(20'000, addressOf(20'000)));
        server.on(Moment::Answered, peerLeave(1)).on(Moment::Answered, peerJoin(20'001, addressOf(20'001)));
        WsRoomTransport transport(server.url(), {m_identity}, patient());
        TransportProbe probe(transport);
        transport.open();
        QTRY_COMPARE(probe.peerEvents.value(probe.peerEvents.size() - 1), u"joined "_s + addressOf(20'001));
        QCOMPARE(probe.welcomes.constFirst().peers.size(), 10'000);
        QCOMPARE(probe.peerEvents.size(), 10'002);
        QVERIFY(!probe.peerEvents.contains(u"joined "_s + addressOf(20'000))); // one more than the limit at that time
        QCOMPARE(transport.counters().malformedIn, 1U);
    }

    void rejectsLargerCrowd_data()
    {
        QTest::addColumn<quint32>("size");
        QTest::newRow("10,001") << 10'001U;
        QTest::newRow("15,000") << 15'000U;
        QTest::newRow("100,000") << 100'000U;
    }
    void rejectsLargerCrowd()
    {
        QFETCH(const quint32, size);
        ScriptedServer server;
        const QByteArray frame = serialised(welcome(1, crowd(size)));
        server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        server.on(Moment::Answered, [&frame](ScriptedServer &self) { self.sendBytes(frame); });
        const auto before = peakMemory();
        WsRoomTransport transport(server.url(), {m_identity}, patient());
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.kind() == Kind::Protocol, qPrintable(probe.detail()));
        QVERIFY(probe.welcomes.isEmpty());
        QVERIFY(probe.peerEvents.isEmpty());
        constexpr qint64 most = 48 * 1024; // KiB, with the server's own copies of 5 MB
        if (const auto after = peakMemory(); before && after)
            QVERIFY2(*after - *before < most, qPrintable(u"%1 KiB more"_s.arg(*after - *before)));
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
    }

    void rejectsCrowdWithoutAddresses()
    {
        // With empty addresses, 100,000 entries fit into the 1 MiB of a frame.
        QMap<quint32, QString> nameless;
        for (quint32 number = 1; number <= 100'000; ++number)
            nameless.insert(number, QString());
        ScriptedServer server;
        server.welcomeWith(welcome(1, nameless));
        WsRoomTransport transport(server.url(), {m_identity}, patient());
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QCOMPARE(probe.code(), u"room.too-many-peers"_s);
        QVERIFY2(probe.kind() == Kind::Protocol && probe.detail().contains(u"100000"_s), qPrintable(probe.detail()));
    }
};

ISLET_TEST(TestWsRoomWelcome);
#include "tst_wsroomwelcome.moc"
