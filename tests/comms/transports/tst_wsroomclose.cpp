// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/wsroomtransport.h"
#include "identity/identity.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"

#include <QRegularExpression>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = CloseReason::Kind;
using Moment = ScriptedServer::Moment;

//! Closing at every stage and from within every signal: one closed(), and nothing after it.
class TestWsRoomClose : public QObject {
    Q_OBJECT

private:
    Identity m_identity = Identity::create(PrivateKey::generate());

    void compareClosed(const ScriptedServer &server, const WsRoomTransport &transport, const TransportProbe &probe)
    {
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
        QVERIFY2(probe.kind() == Kind::Requested, qPrintable(probe.detail()));
        QCOMPARE(probe.afterClose, 0);
        QCOMPARE(transport.state(), Transport::State::Closed);
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"QIODevice|QAbstractSocket|QNativeSocket"_s)); }

    void closesBeforeOpen()
    {
        ScriptedServer server;
        WsRoomTransport transport(server.url(), {m_identity});
        TransportProbe probe(transport);
        transport.close();
        transport.close();
        compareClosed(server, transport, probe);
        QCOMPARE(server.arrivals(), 0);
    }

    void closesWhileConnecting()
    {
        ScriptedServer server;
        server.welcomeWith(welcome(1));
        WsRoomTransport transport(server.url(), {m_identity});
        TransportProbe probe(transport);
        transport.open();
        transport.close();
        compareClosed(server, transport, probe);
        QVERIFY(probe.steps.isEmpty());
    }

    void closesDuringHandshake_data()
    {
        QTest::addColumn<int>("messageCount"); // messages the client has sent when it closes
        QTest::newRow("identified, no challenge yet") << 1;
        QTest::newRow("signed, no welcome yet") << 2;
    }
    void closesDuringHandshake()
    {
        QFETCH(const int, messageCount);
        ScriptedServer server;
        if (messageCount == 2)
            server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        WsRoomTransport transport(server.url(), {m_identity});
        TransportProbe probe(transport);
        transport.open();
        QTRY_COMPARE(server.received().size(), messageCount);
        transport.close();
        QCOMPARE(probe.closes.size(), 1); // immediately, whatever the socket still has to do
        server.send(welcome(1, {{2, addressOf(2)}}));
        server.send(peerUpdate(2, "too late"));
        compareClosed(server, transport, probe);
        QVERIFY(probe.welcomes.isEmpty());
        QCOMPARE(server.received().size(), messageCount);
    }

    void delaysDisconnectDuringSignatureCheck()
    {
        // Closing during the signature check crashes ws-room-service.
        ScriptedServer server;
        server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        auto transport = std::make_unique<WsRoomTransport>(server.url(), TransportContext{m_identity});
        TransportProbe probe(*transport);
        transport->open();
        QTRY_COMPARE(server.count<rfc5::SignedChallenge>(), 1);
        transport->close();
        transport.reset(); // as a session does
        WsRoomTransport next(server.url(), {m_identity}); // its handshake ends after an immediate close would have
        next.open();
        QTRY_COMPARE(server.count<rfc5::SignedChallenge>(), 2);
        QCOMPARE(server.present(), 2);
        next.close();
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
    }

    void closesInRoom()
    {
        ScriptedServer server;
        server.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        WsRoomTransport transport(server.url(), {m_identity});
        TransportProbe probe(transport);
        transport.open();
        QTRY_COMPARE(probe.peerEvents.size(), 1);
        QVERIFY(transport.send("last words", Delivery::Reliable));
        transport.close();
        transport.close();
        QVERIFY(!transport.send("nobody hears this", Delivery::Reliable));
        compareClosed(server, transport, probe);
        QCOMPARE(server.count<rfc5::PeerUpdate>(), 1);
        QCOMPARE(std::get<rfc5::PeerUpdate>(server.received().constLast()).body, QByteArray("last words"));
    }

    void closesFromWithinAStep_data()
    {
        QTest::addColumn<HandshakeStep::Kind>("step");
        QTest::addColumn<int>("signatures");
        QTest::newRow("connected") << HandshakeStep::Kind::Connected << 0;
        QTest::newRow("upgraded") << HandshakeStep::Kind::Upgraded << 0;
        QTest::newRow("identified") << HandshakeStep::Kind::Identified << 0;
        QTest::newRow("challenged") << HandshakeStep::Kind::Challenged << 0;
        QTest::newRow("signed") << HandshakeStep::Kind::Signed << 1;
        QTest::newRow("welcomed") << HandshakeStep::Kind::Welcomed << 1;
    }
    void closesFromWithinAStep()
    {
        QFETCH(const HandshakeStep::Kind, step);
        QFETCH(const int, signatures);
        ScriptedServer server;
        server.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        WsRoomTransport transport(server.url(), {m_identity});
        TransportProbe probe(transport);
        connect(&transport, &Transport::stepCompleted, this, [&transport, step](const HandshakeStep &completed) {
            if (completed.kind() == step)
                transport.close();
        });
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        compareClosed(server, transport, probe);
        QVERIFY(probe.welcomes.isEmpty());
        QCOMPARE(server.count<rfc5::SignedChallenge>(), signatures);
    }

    void closesFromWithinOpening_data()
    {
        QTest::addColumn<bool>("atStateChange");
        QTest::newRow("state changed") << true;
        QTest::newRow("opened") << false;
    }
    void closesFromWithinOpening()
    {
        QFETCH(const bool, atStateChange);
        ScriptedServer server;
        server.welcomeWith(welcome(1, {{2, addressOf(2)}, {3, addressOf(3)}}));
        WsRoomTransport transport(server.url(), {m_identity});
        TransportProbe probe(transport);
        connect(&transport, &Transport::stateChanged, this, [&transport, atStateChange](Transport::State state) {
            if (atStateChange && state == Transport::State::Open)
                transport.close();
        });
        connect(&transport, &Transport::opened, this, [&transport] { transport.close(); });
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        compareClosed(server, transport, probe);
        QVERIFY(probe.peerEvents.isEmpty());
        QCOMPARE(probe.welcomes.size(), atStateChange ? 0 : 1);
    }

    void closesFromWithinJoinsAndLeaves_data()
    {
        QTest::addColumn<QString>("closingEvent");
        QTest::addColumn<int>("eventCount");
        QTest::newRow("first peer of the welcome") << u"joined "_s << 1;
        QTest::newRow("an alias reassigned to another peer") << u"left "_s + addressOf(2) << 3;
    }
    void closesFromWithinJoinsAndLeaves()
    {
        QFETCH(const QString, closingEvent);
        QFETCH(const int, eventCount);
        ScriptedServer server;
        server.welcomeWith(welcome(1, {{2, addressOf(2)}, {3, addressOf(3)}}));
        server.on(Moment::Answered, peerJoin(2, addressOf(4))).on(Moment::Answered, peerJoin(5, addressOf(5)));
        WsRoomTransport transport(server.url(), {m_identity});
        TransportProbe probe(transport);
        const auto closeAt = [&] {
            if (probe.peerEvents.constLast().startsWith(closingEvent))
                transport.close();
        };
        connect(&transport, &Transport::peerJoined, this, closeAt);
        connect(&transport, &Transport::peerLeft, this, closeAt);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        compareClosed(server, transport, probe);
        QCOMPARE(probe.peerEvents.size(), eventCount);
    }

    void closesFromWithinAPacket()
    {
        ScriptedServer server;
        server.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        server.on(Moment::Answered, peerUpdate(2, "one")).on(Moment::Answered, peerUpdate(2, "two"));
        WsRoomTransport transport(server.url(), {m_identity});
        TransportProbe probe(transport);
        connect(&transport, &Transport::packetReceived, this, [&transport] { transport.close(); });
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        compareClosed(server, transport, probe);
        QCOMPARE(probe.packets.size(), 1);
        QCOMPARE(probe.packets.constFirst().second, "one");
    }

    void survivesDeletionAtAnyStage_data()
    {
        QTest::addColumn<int>("messageCount");
        QTest::newRow("while connecting") << 0;
        QTest::newRow("identified") << 1;
        QTest::newRow("signed") << 2;
        QTest::newRow("in the room") << 3;
    }
    void survivesDeletionAtAnyStage()
    {
        QFETCH(const int, messageCount);
        ScriptedServer server;
        if (messageCount >= 2)
            server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        if (messageCount >= 3)
            server.on(Moment::Answered, welcome(1));
        auto transport = std::make_unique<WsRoomTransport>(server.url(), TransportContext{m_identity});
        TransportProbe probe(*transport);
        connect(transport.get(), &Transport::opened, this,
                [&transport] { static_cast<void>(transport->send("hello", Delivery::Reliable)); });
        transport->open();
        QTRY_COMPARE(server.received().size(), messageCount);
        transport.reset();
        QTRY_COMPARE(server.present(), 0);
        QVERIFY(probe.closes.isEmpty());
    }

    void survivesDeletionFromClosed()
    {
        // As documented: deleted later, inside closed().
        ScriptedServer server;
        server.on(Moment::Identified, kicked(u"No."_s));
        TransportPtr transport(new WsRoomTransport(server.url(), {m_identity}));
        TransportProbe probe(*transport);
        connect(transport.get(), &Transport::closed, this, [&transport] { transport.reset(); });
        transport->open();
        QTRY_COMPARE(probe.closes.size(), 1);
        QTRY_COMPARE(server.present(), 0);
    }
};

ISLET_TEST(TestWsRoomClose);
#include "tst_wsroomclose.moc"
