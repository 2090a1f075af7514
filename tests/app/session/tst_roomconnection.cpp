// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "roomconnectionfixture.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = RoomConnection::State;
using Moment = ScriptedServer::Moment;

//! Joining and leaving rooms, as the window shows it.
class TestRoomConnection : public QObject {
    Q_OBJECT

private:
    using Fixture = RoomConnectionFixture;

    //! A local port that no one listens on.
    static quint16 closedPort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(1);
    }

private slots:
    void startsDisconnected()
    {
        const Fixture fixture;
        QCOMPARE(fixture.connection.state(), State::Disconnected);
        QCOMPARE(fixture.connection.stateText(), u"Not connected"_s);
        QCOMPARE(fixture.connection.problem(), QString());
        QCOMPARE(fixture.connection.place(), QString());
        QCOMPARE(fixture.connection.places(), QStringList());
        QCOMPARE(fixture.connection.traffic(), QString());
        QCOMPARE(fixture.connection.me(), fixture.identity.address().toShort());
    }

    void joinsOfflineRoom()
    {
        Fixture fixture;
        QSignalSpy placesChanged(&fixture.connection, &RoomConnection::placesChanged);
        fixture.connection.enter(u" offline "_s);
        QCOMPARE(fixture.connection.state(), State::Connected);
        QCOMPARE(fixture.connection.stateText(), u"Connected"_s);
        QCOMPARE(fixture.connection.problem(), QString());
        QCOMPARE(fixture.connection.place(), u"offline:"_s);
        QCOMPARE(fixture.connection.places(), QStringList{u"offline:"_s});
        QCOMPARE(placesChanged.count(), 1);
        fixture.connection.leave();
        QCOMPARE(fixture.connection.state(), State::Disconnected);
        QCOMPARE(fixture.connection.stateText(), u"Not connected"_s);
        QCOMPARE(fixture.connection.problem(), QString()); // left on purpose
        QCOMPARE(fixture.connection.place(), u"offline:"_s);
    }

    void reportsEveryStep_data()
    {
        QTest::addColumn<int>("step"); // after which the server is silent
        QTest::addColumn<QString>("says");
        QTest::newRow("no challenge") << 1 << u"Authenticating..."_s;
        QTest::newRow("no welcome") << 2 << u"Joining the room..."_s;
        QTest::newRow("welcome") << 3 << u"Connected"_s;
    }
    void reportsEveryStep()
    {
        QFETCH(const int, step);
        QFETCH(const QString, says);
        Fixture fixture;
        if (step >= 2)
            fixture.server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        if (step >= 3)
            fixture.server.on(Moment::Answered, welcome(1));
        QStringList texts;
        connect(&fixture.connection, &RoomConnection::stateChanged, this,
                [&] { texts.append(fixture.connection.stateText()); });
        fixture.connection.enter(fixture.where());
        QTRY_COMPARE(fixture.connection.stateText(), says);
        const auto handshake = [&] {
            return fixture.server.count<rfc5::Identification>() + fixture.server.count<rfc5::SignedChallenge>();
        };
        QTRY_COMPARE(handshake(), std::min(step, 2));
        QCOMPARE(fixture.connection.state(), step == 3 ? State::Connected : State::Joining);
        QCOMPARE(texts.first(), u"Connecting..."_s);
        QVERIFY(texts.contains(says)); // the window was notified
        QCOMPARE(fixture.connection.problem(), QString());
        QCOMPARE(fixture.connection.place(), fixture.where());
        QCOMPARE(fixture.connection.places().size(), step == 3 ? 1 : 0); // only joined rooms are remembered
    }

    void restartsStepsInAnotherRoom()
    {
        ScriptedServer silent;
        Fixture fixture;
        fixture.server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        fixture.connection.enter(fixture.where());
        QTRY_COMPARE(fixture.connection.stateText(), u"Joining the room..."_s);
        fixture.connection.enter(silent.connectionString());
        QCOMPARE(fixture.connection.stateText(), u"Connecting..."_s);
        QTRY_COMPARE(fixture.connection.stateText(), u"Authenticating..."_s);
        QCOMPARE(fixture.connection.place(), silent.connectionString());
        QTRY_COMPARE(fixture.server.present(), 0);
    }

    void explainsInvalidAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("empty") << QString();
        QTest::newRow("spaces") << u"  \t "_s;
        QTest::newRow("no colon") << u"nonsense"_s;
        QTest::newRow("no protocol") << u":x"_s;
        QTest::newRow("no such protocol") << u"gopher://host"_s;
        QTest::newRow("unsupported protocol") << u"livekit:wss://host?access_token=S3CR3T"_s;
        QTest::newRow("no host") << u"ws-room:ws://"_s;
        QTest::newRow("wrong scheme") << u"ws-room:http://host/x"_s;
        QTest::newRow("password") << u"ws-room:ws://me:S3CR3T@host/x"_s;
        QTest::newRow("invalid simulator options") << u"simulator:?peers=many"_s;
        QTest::newRow("too long") << u"x:"_s + QString(5'000, u'y');
    }
    void explainsInvalidAddress()
    {
        QFETCH(const QString, typed);
        Fixture fixture;
        QSignalSpy changed(&fixture.connection, &RoomConnection::stateChanged);
        fixture.connection.enter(typed);
        QCOMPARE(fixture.connection.state(), State::Disconnected);
        QCOMPARE(fixture.connection.stateText(), u"Not connected"_s);
        QVERIFY2(isSentence(fixture.connection.problem()), qPrintable(fixture.connection.problem()));
        QVERIFY(!fixture.connection.problem().contains(u"S3CR3T"_s));
        QVERIFY(!changed.isEmpty());
        QVERIFY(fixture.connection.places().isEmpty());
        QVERIFY(fixture.enter()); // the next attempt clears it
        QCOMPARE(fixture.connection.problem(), QString());
    }

    void keepsRejectedAddress()
    {
        Fixture fixture;
        QSignalSpy refused(&fixture.connection, &RoomConnection::refusedChanged);
        QVERIFY(!fixture.connection.enter(u" hello\u202e world "_s));
        QCOMPARE(fixture.connection.refused(), u"hello world"_s);
        QVERIFY(!refused.isEmpty());
        QVERIFY(!fixture.connection.enter(u"simulator:?walk=backwards"_s));
        QCOMPARE(fixture.connection.refused(), u"simulator:?walk=backwards"_s);
        fixture.connection.dismissProblem();
        QCOMPARE(fixture.connection.refused(), QString());
        QCOMPARE(fixture.connection.problem(), QString());
        QVERIFY(!fixture.connection.enter(u"hello"_s));
        QVERIFY(fixture.connection.enter(u"offline:"_s));
        QCOMPARE(fixture.connection.refused(), QString());
        QVERIFY(fixture.connection.receiveDeepLink(u"dcl-comms:ws://192.0.2.1/x"_s));
        fixture.connection.acceptDeepLink(); // not encrypted
        QCOMPARE(fixture.connection.refused(), u"ws-room:ws://192.0.2.1/x"_s);
    }

    void staysConnectedAfterInvalidAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nonsense") << u"nonsense"_s;
        QTest::newRow("another protocol") << u"livekit:wss://elsewhere"_s;
        QTest::newRow("no host") << u"ws-room:ws://"_s;
    }
    void staysConnectedAfterInvalidAddress()
    {
        QFETCH(const QString, typed);
        Fixture fixture;
        QVERIFY(fixture.enter());
        fixture.connection.enter(typed);
        QCOMPARE(fixture.connection.state(), State::Connected);
        QVERIFY(isSentence(fixture.connection.problem()));
        QCOMPARE(fixture.connection.missed(), QString());
        QCOMPARE(fixture.connection.place(), fixture.where()); // still in that room

        // Reconnecting must not remember the address that was only typed.
        fixture.server.abort();
        QTRY_COMPARE(fixture.connection.state(), State::Reconnecting);
        fixture.connection.tryAgain();
        QTRY_COMPARE(fixture.connection.state(), State::Connected);
        QCOMPARE(fixture.connection.place(), fixture.where());
        QCOMPARE(fixture.connection.places(), QStringList{fixture.where()});
    }

    void reportsClosedPort()
    {
        Fixture fixture;
        fixture.connection.enter(u"ws-room:ws://127.0.0.1:%1/rooms/x"_s.arg(closedPort()));
        QCOMPARE(fixture.connection.state(), State::Joining);
        QTRY_COMPARE(fixture.connection.state(), State::Disconnected); // the first attempt is not retried
        QVERIFY(isSentence(fixture.connection.problem()));
        QCOMPARE(fixture.connection.missed(), fixture.connection.placeName());
        QVERIFY(!fixture.connection.wasJoined());
        QCOMPARE(fixture.connection.stateText(), u"Not connected"_s);
        QVERIFY(fixture.connection.places().isEmpty());
    }

    void reportsCloseDuringHandshake_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("before the challenge") << 1;
        QTest::newRow("while checking the signature") << 2;
    }
    void reportsCloseDuringHandshake()
    {
        QFETCH(const int, step);
        Fixture fixture;
        const auto leave = [](ScriptedServer &server) { server.closeCleanly(); };
        if (step == 1)
            fixture.server.on(Moment::Identified, leave);
        else
            fixture.server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s)).on(Moment::Answered, leave);
        fixture.connection.enter(fixture.where());
        QTRY_COMPARE(fixture.connection.state(), State::Disconnected);
        QVERIFY(isSentence(fixture.connection.problem()));
        QCOMPARE(fixture.connection.stateText(), u"Not connected"_s);
        QVERIFY(fixture.connection.places().isEmpty());
    }

    void doesNotRememberEmbeddedRoom()
    {
        Fixture fixture;
        fixture.server.welcomeWith(welcome(1));
        fixture.connection.enterEmbedded();
        QTRY_COMPARE(fixture.connection.state(), State::Connected);
        QCOMPARE(fixture.connection.placeName(), u"the demo room"_s);
        QVERIFY(fixture.connection.places().isEmpty());
        // Nor after an invalid address and a loss.
        fixture.connection.enter(u"nonsense"_s);
        fixture.server.abort();
        QTRY_COMPARE(fixture.connection.state(), State::Reconnecting);
        fixture.connection.tryAgain();
        QTRY_COMPARE(fixture.connection.state(), State::Connected);
        QVERIFY2(fixture.connection.places().isEmpty(), qPrintable(fixture.connection.places().join(u' ')));
        // But the same address, typed, is remembered.
        fixture.connection.enter(fixture.where());
        QTRY_COMPARE(fixture.connection.places(), QStringList{fixture.where()});
        QVERIFY2(fixture.connection.placeName().contains(u" at 127.0.0.1:"_s),
                 qPrintable(fixture.connection.placeName()));
    }

    void reportsEmbeddedRoomFailure()
    {
        Fixture fixture(
            [] { return Expected<ConnectionString>(failure(ErrorCode::CannotListen, u"There is no port left."_s)); });
        fixture.connection.enterEmbedded();
        QCOMPARE(fixture.connection.state(), State::Disconnected);
        QCOMPARE(fixture.connection.problem(), u"There is no port left."_s);
    }

    void forgetsPlaces()
    {
        Fixture fixture;
        fixture.places.remember(*ConnectionString::parse(u"ws-room:wss://rooms.example/rooms/a"_s));
        fixture.connection.forgetPlaces();
        QVERIFY(fixture.connection.places().isEmpty());
        QVERIFY(RecentPlaces(fixture.settings, allProtocols()).all().isEmpty());
    }

    void hidesSecrets()
    {
        Fixture fixture;
        fixture.server.welcomeWith(welcome(1));
        fixture.connection.enter(fixture.where() + u"?access_token=S3CR3T"_s);
        QTRY_COMPARE(fixture.connection.state(), State::Connected);
        QVERIFY(fixture.server.request().contains("S3CR3T")); // the server receives it
        QVERIFY2(!fixture.connection.place().contains(u"S3CR3T"_s), qPrintable(fixture.connection.place()));
        QVERIFY(fixture.connection.places().isEmpty());
    }

    void countsTraffic()
    {
        Fixture fixture;
        QVERIFY(fixture.enter());
        const auto sent = [&fixture] {
            static const QRegularExpression counts(u"^0 packets/s in, (\\d+) out$"_s);
            const auto match = counts.match(fixture.connection.traffic());
            return match.hasMatch() ? match.captured(1).toInt() : -1;
        };
        QTRY_VERIFY(sent() >= 0);
        QVERIFY(sent() < 10); // my position and profile
        for (int i = 0; i < 10; ++i)
            QVERIFY(fixture.client.adapter().sendChat(u"hello"_s));
        QTRY_VERIFY(sent() >= 10);
        QTRY_VERIFY(sent() < 10);
        fixture.connection.leave();
        QTRY_COMPARE(fixture.connection.traffic(), QString());
    }
};

ISLET_TEST(TestRoomConnection);
#include "tst_roomconnection.moc"
