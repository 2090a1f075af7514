// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/wsroomtransport.h"
#include "identity/identity.h"
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
using Script = std::function<void(ScriptedServer &)>;

namespace {

const auto validChallenge = u"dcl-0.cjn1h9uisdb"_s;
constexpr qsizetype oversize = 1024 * 1024 + 1;

WsRoomTransport::Timeouts longTimeouts()
{
    return {5s, 5s};
}
WsRoomTransport::Timeouts shortTimeouts()
{
    return {5s, 200ms};
}

//! Whether the text contains characters that a terminal or a label would interpret.
bool holdsControlCharacters(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator;
    });
}

} // namespace

//! Joining a room whose server misbehaves.
class TestWsRoomHandshake : public QObject {
    Q_OBJECT

private:
    Identity m_identity = Identity::create(PrivateKey::generate());

private slots:
    void closesOnProtocolViolations_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("signatures");

        const auto unexpected = [](const char *name, const rfc5::Message &packet) {
            QTest::addRow("%s instead of a challenge", name)
                << Script([packet](ScriptedServer &server) { server.on(Moment::Identified, packet); }) << Kind::Protocol
                << u"handshake.not-challenge"_s << 0;
            QTest::addRow("%s instead of a welcome", name) << Script([packet](ScriptedServer &server) {
                server.on(Moment::Identified, challenge(validChallenge)).on(Moment::Answered, packet);
            }) << Kind::Protocol << u"handshake.not-welcome"_s
                                                           << 1;
        };
        unexpected("an update", peerUpdate(2, "hello"));
        unexpected("a join", peerJoin(2, addressOf(2)));
        unexpected("a leave", peerLeave(2));
        unexpected("an identification", identification(addressOf(2)));
        unexpected("a signed challenge", signedChallenge("[]"));
        unexpected("an empty packet", rfc5::Message());
        QTest::newRow("a second challenge") << Script([](ScriptedServer &server) {
            server.on(Moment::Identified, challenge(validChallenge)).on(Moment::Answered, challenge(u"dcl-another"_s));
        }) << Kind::Protocol << u"handshake.not-welcome"_s
                                            << 1;
        QTest::newRow("two challenges at once") << Script([](ScriptedServer &server) {
            server.on(Moment::Identified, challenge(validChallenge)).on(Moment::Identified, challenge(validChallenge));
        }) << Kind::Protocol << u"handshake.not-welcome"_s
                                                << 1;
        QTest::newRow("a challenge before the identification, then again") << Script([](ScriptedServer &server) {
            server.on(Moment::Upgraded, challenge(validChallenge)).on(Moment::Identified, challenge(validChallenge));
        }) << Kind::Protocol << u"handshake.not-welcome"_s << 1;

        const auto bytes = [](const char *name, const QByteArray &frame, const QString &code) {
            QTest::addRow("%s instead of a challenge", name) << Script([frame](ScriptedServer &server) {
                server.on(Moment::Identified, [frame](ScriptedServer &self) { self.sendBytes(frame); });
            }) << Kind::Protocol << code << 0;
            QTest::addRow("%s instead of a welcome", name) << Script([frame](ScriptedServer &server) {
                server.on(Moment::Identified, challenge(validChallenge));
                server.on(Moment::Answered, [frame](ScriptedServer &self) { self.sendBytes(frame); });
            }) << Kind::Protocol << code << 1;
        };
        bytes("garbage", QByteArray::fromHex("ffffffffffffffffffff"), u"handshake.malformed"_s);
        bytes("a truncated packet", QByteArray::fromHex("22130a1164636c2d302e"), u"handshake.malformed"_s);
        bytes("an oversize message", QByteArray(oversize, 'x'), u"ws.too-large"_s);

        const auto text = [](ScriptedServer &self) { self.sendText(u"{\"type\":\"challenge\"}"_s); };
        QTest::newRow("text instead of a challenge")
            << Script([text](ScriptedServer &server) { server.on(Moment::Identified, text); }) << Kind::Protocol
            << u"handshake.text"_s << 0;
        QTest::newRow("text instead of a welcome") << Script([text](ScriptedServer &server) {
            server.on(Moment::Identified, challenge(validChallenge)).on(Moment::Answered, text);
        }) << Kind::Protocol << u"handshake.text"_s << 1;
    }
    void closesOnProtocolViolations()
    {
        QFETCH(const Script, script);
        QFETCH(const Kind, kind);
        QFETCH(const QString, code);
        QFETCH(const int, signatures);
        ScriptedServer server;
        script(server);
        WsRoomTransport transport(server.url(), {m_identity}, longTimeouts());
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.kind() == kind, qPrintable(probe.detail()));
        QCOMPARE(probe.code(), code);
        QTRY_VERIFY(server.arrivals() == 1 && server.present() == 0);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
        QVERIFY(probe.welcomes.isEmpty());
        QCOMPARE(server.count<rfc5::SignedChallenge>(), signatures);
    }

    void refusesToSign_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto request =
            u"post:/api/get-scene-adapter:1754050000000:{\"intent\":\"dcl:explorer:comms-handshake\"}"_s;
        QTest::newRow("a signed fetch") << request << u"post:/api/get-scene-adapter:1754050000000"_s;
        QTest::newRow("a signed fetch in disguise") << u"dcl-get:/x:1:{}"_s << u"dcl-get:/x:1:{}"_s;
        const auto login = u"Decentraland Login\nEphemeral address: 0x1C5A77d9FA7eF466951B2F01F724BCa3A5820b63"_s;
        QTest::newRow("a login") << login << u"Decentraland Login"_s;
        QTest::newRow("empty") << QString() << u"“”"_s;
        QTest::newRow("a colon") << u"dcl-0.cjn1:h9uisdb"_s << u"dcl-0.cjn1:h9uisdb"_s;
        QTest::newRow("without prefix") << u"0.cjn1h9uisdb"_s << u"0.cjn1h9uisdb"_s;
        QTest::newRow("wrong case") << u"DCL-0.cjn1h9uisdb"_s << u"DCL-0.cjn1h9uisdb"_s;
        QTest::newRow("too short") << u"dcl-abc"_s << u"dcl-abc"_s;
        QTest::newRow("too long") << u"dcl-"_s + QString(125, u'x') << u"dcl-xxxx"_s;
        QTest::newRow("a line break at the end") << u"dcl-0.cjn1h9uisdb\n"_s << u"dcl-0.cjn1h9uisdb"_s;
        QTest::newRow("a slash") << u"dcl-../../status"_s << u"dcl-../../status"_s;
        QTest::newRow("digits of another script") << u"dcl-١٢٣٤٥"_s << u"dcl-١٢٣٤٥"_s;
    }
    void refusesToSign()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        ScriptedServer server;
        server.on(Moment::Identified, challenge(text)).on(Moment::Answered, welcome(1));
        WsRoomTransport transport(server.url(), {m_identity}, longTimeouts());
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.kind() == Kind::Protocol, qPrintable(probe.detail()));
        QCOMPARE(probe.code(), u"handshake.bad-challenge"_s);
        QVERIFY2(probe.detail().contains(shown), qPrintable(probe.detail()));
        QVERIFY(!holdsControlCharacters(probe.detail()));
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(server.count<rfc5::SignedChallenge>(), 0);
        QCOMPARE(server.received().size(), 1);
        QCOMPARE(probe.closes.size(), 1);
    }

    void timesOutOnSilence_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("code");
        QTest::newRow("no challenge") << Script([](ScriptedServer &) {}) << u"handshake.no-challenge"_s;
        QTest::newRow("no welcome") << Script([](ScriptedServer &server) {
            server.on(Moment::Identified, challenge(validChallenge));
        }) << u"handshake.no-welcome"_s;
    }
    void timesOutOnSilence()
    {
        QFETCH(const Script, script);
        QFETCH(const QString, code);
        ScriptedServer server;
        script(server);
        WsRoomTransport transport(server.url(), {m_identity}, shortTimeouts());
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.kind() == Kind::Network, qPrintable(probe.detail()));
        QCOMPARE(probe.code(), code);
        QTRY_VERIFY(server.arrivals() == 1 && server.present() == 0);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }

    void reportsCutConnection_data()
    {
        QTest::addColumn<Moment>("moment");
        QTest::addColumn<Script>("cut");
        QTest::addColumn<QList<Kind>>("kinds");
        const std::pair<const char *, Script> cuts[] = {
            {"close", [](ScriptedServer &server) { server.closeCleanly(); }},
            {"abort", [](ScriptedServer &server) { server.abort(); }},
            {"half-close", [](ScriptedServer &server) { server.halfClose(); }},
        };
        // An abort may overtake the preceding upgrade.
        const QList atOnce{Kind::Rejected, Kind::Network};
        for (const auto &[name, cut] : cuts) {
            QTest::addRow("%s at once", name) << Moment::Upgraded << cut << atOnce;
            QTest::addRow("%s after identification", name) << Moment::Identified << cut << QList{Kind::Rejected};
            QTest::addRow("%s after the signature", name) << Moment::Answered << cut << QList{Kind::Rejected};
            QTest::addRow("%s in the room", name) << Moment::Updated << cut << QList{Kind::Network};
        }
    }
    void reportsCutConnection()
    {
        QFETCH(const Moment, moment);
        QFETCH(const Script, cut);
        QFETCH(const QList<Kind>, kinds);
        ScriptedServer server;
        if (moment == Moment::Answered || moment == Moment::Updated)
            server.on(Moment::Identified, challenge(validChallenge));
        if (moment == Moment::Updated)
            server.on(Moment::Answered, welcome(1));
        server.on(moment, cut);
        WsRoomTransport transport(server.url(), {m_identity}, longTimeouts());
        TransportProbe probe(transport);
        connect(&transport, &Transport::opened, this,
                [&transport] { static_cast<void>(transport.send("hello", Delivery::Reliable)); });
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(kinds.contains(probe.kind()), qPrintable(probe.detail()));
        QVERIFY(!probe.detail().isEmpty());
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }

    void ignoresMessagesAfterKick_data()
    {
        QTest::addColumn<Moment>("moment");
        QTest::newRow("at once") << Moment::Upgraded;
        QTest::newRow("after identification") << Moment::Identified;
        QTest::newRow("after the signature") << Moment::Answered;
        QTest::newRow("in the room") << Moment::Updated;
    }
    void ignoresMessagesAfterKick()
    {
        QFETCH(const Moment, moment);
        ScriptedServer server;
        if (moment == Moment::Answered || moment == Moment::Updated)
            server.on(Moment::Identified, challenge(validChallenge));
        if (moment == Moment::Updated)
            server.on(Moment::Answered, welcome(1));
        server.on(moment, kicked(u"This world is full. Try again later."_s));
        // Nothing that real or hostile servers send after the kick has an effect.
        server.on(moment, kicked(u"Again."_s)).on(moment, welcome(7));
        server.on(moment, [](ScriptedServer &self) { self.sendBytes("\xff\xff\xff"); });
        server.on(moment, [](ScriptedServer &self) { self.closeCleanly(); });
        WsRoomTransport transport(server.url(), {m_identity}, longTimeouts());
        TransportProbe probe(transport);
        connect(&transport, &Transport::opened, this,
                [&transport] { static_cast<void>(transport.send("hello", Delivery::Reliable)); });
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY2(probe.kind() == Kind::Kicked, qPrintable(probe.detail()));
        QVERIFY(probe.closes.constFirst().kind != CloseReason::Kind::Network);
        QCOMPARE(probe.code(), moment == Moment::Updated ? u"kicked"_s : u"room.not-admitted"_s);
        QVERIFY2(probe.detail().contains(u"This world is full. Try again later."_s), qPrintable(probe.detail()));
        QTRY_COMPARE(server.present(), 0);
        QCOMPARE(probe.closes.size(), 1);
        QCOMPARE(probe.afterClose, 0);
    }

    void sanitizesHostileKickReason()
    {
        const auto hostile =
            u"\x1b]0;owned\x07\x1b[2J\u202e\u200b\u2028line\r\nline<img src=x>"_s + QString(9'000, u'A');
        ScriptedServer server;
        server.on(Moment::Identified, kicked(hostile));
        WsRoomTransport transport(server.url(), {m_identity}, longTimeouts());
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.kind() == Kind::Kicked);
        QVERIFY2(!holdsControlCharacters(probe.detail()), qPrintable(probe.detail()));
        QVERIFY2(probe.detail().size() < 250, qPrintable(probe.detail()));
        QVERIFY(probe.detail().contains(u"owned"_s));
    }

    void describesKickWithoutReason()
    {
        ScriptedServer server;
        server.on(Moment::Identified, kicked({}));
        WsRoomTransport transport(server.url(), {m_identity}, longTimeouts());
        TransportProbe probe(transport);
        transport.open();
        QTRY_VERIFY(probe.isClosed());
        QVERIFY(probe.kind() == Kind::Kicked);
        QCOMPARE(probe.code(), u"room.not-admitted-silently"_s);
    }
};

ISLET_TEST(TestWsRoomHandshake);
#include "tst_wsroomhandshake.moc"
