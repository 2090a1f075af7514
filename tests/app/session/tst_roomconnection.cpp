// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "app/session/roomconnection.h"
#include "comms/commsadapter.h"
#include "identity/identity.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = RoomConnection::State;
using Moment = ScriptedServer::Moment;

//! The way in and out, in words.
class TestRoomEntry : public QObject {
    Q_OBJECT

private:
    //! What stands behind the top bar, with a server that does as it is told.
    struct Door {
        explicit Door(RoomConnection::EmbeddedPlace embeddedPlace = nullptr)
            : entry(
                session, factory, identity.address(), places,
                embeddedPlace ? embeddedPlace : [this] { return ConnectionString::parse(server.connectionString()); })
        { }

        QString where() const { return server.connectionString(); }
        bool enter()
        {
            server.welcomeWith(welcome(1));
            entry.enter(where());
            return QTest::qWaitFor([this] { return entry.state() == State::Connected; });
        }

        ScriptedServer server;
        Identity identity = Identity::create(PrivateKey::generate());
        TransportFactory factory{allProtocols(), identity};
        CommsAdapter adapter;
        CommsSession session{factory, adapter, CommsSession::Retry::WhenLost};
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"islet.ini"_s), QSettings::IniFormat};
        RecentPlaces places{settings};
        RoomConnection entry;
    };

    //! A port of this machine where nobody listens.
    static quint16 closedPort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(1);
    }
    static bool isSentence(const QString &text)
    {
        return text.size() > 10 && !text.front().isLower() && text.endsWith(u'.');
    }

private slots:
    void atFirst()
    {
        const Door door;
        QCOMPARE(door.entry.state(), State::Disconnected);
        QCOMPARE(door.entry.stateText(), u"in no room"_s);
        QCOMPARE(door.entry.problem(), QString());
        QCOMPARE(door.entry.place(), QString());
        QCOMPARE(door.entry.places(), QStringList());
        QCOMPARE(door.entry.traffic(), QString());
        QCOMPARE(door.entry.me(), door.identity.address().toShort());
    }

    void offlineIsARoomToo()
    {
        Door door;
        QSignalSpy placesChanged(&door.entry, &RoomConnection::placesChanged);
        door.entry.enter(u" offline "_s);
        QCOMPARE(door.entry.state(), State::Connected);
        QCOMPARE(door.entry.stateText(), u"in the room"_s);
        QCOMPARE(door.entry.problem(), QString());
        QCOMPARE(door.entry.place(), u"offline:"_s);
        QCOMPARE(door.entry.places(), QStringList{u"offline:"_s});
        QCOMPARE(placesChanged.count(), 1);
        door.entry.leave();
        QCOMPARE(door.entry.state(), State::Disconnected);
        QCOMPARE(door.entry.stateText(), u"in no room"_s);
        QCOMPARE(door.entry.problem(), QString()); // one left on purpose
        QCOMPARE(door.entry.place(), u"offline:"_s);
    }

    void everyStepIsToldOf_data()
    {
        QTest::addColumn<int>("step"); // after which the server says no more
        QTest::addColumn<QString>("says");
        QTest::newRow("no challenge") << 1 << u"connected, saying who I am"_s;
        QTest::newRow("no welcome") << 2 << u"signed, waiting to be let in"_s;
        QTest::newRow("let in") << 3 << u"in the room"_s;
    }
    void everyStepIsToldOf()
    {
        QFETCH(const int, step);
        QFETCH(const QString, says);
        Door door;
        if (step >= 2)
            door.server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        if (step >= 3)
            door.server.on(Moment::Answered, welcome(1));
        QStringList told;
        connect(&door.entry, &RoomConnection::stateChanged, this, [&] { told.append(door.entry.stateText()); });
        door.entry.enter(door.where());
        QTRY_COMPARE(door.entry.stateText(), says);
        QTRY_COMPARE(door.server.received().size(), std::min(step, 2));
        QCOMPARE(door.entry.state(), step == 3 ? State::Connected : State::Joining);
        QCOMPARE(told.first(), u"connecting"_s);
        QVERIFY(told.contains(says)); // the window heard of it
        QCOMPARE(door.entry.problem(), QString());
        QCOMPARE(door.entry.place(), door.where());
        QCOMPARE(door.entry.places().size(), step == 3 ? 1 : 0); // only what let us in is remembered
    }

    void goingElsewhereBeginsAnew()
    {
        ScriptedServer silent;
        Door door;
        door.server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s));
        door.entry.enter(door.where());
        QTRY_COMPARE(door.entry.stateText(), u"signed, waiting to be let in"_s);
        door.entry.enter(silent.connectionString());
        QCOMPARE(door.entry.stateText(), u"connecting"_s);
        QTRY_COMPARE(door.entry.stateText(), u"connected, saying who I am"_s);
        QCOMPARE(door.entry.place(), silent.connectionString());
        QTRY_COMPARE(door.server.present(), 0);
    }

    void whatIsWrongWithAnAddressIsSaid_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("spaces") << u"  \t "_s;
        QTest::newRow("no colon") << u"nonsense"_s;
        QTest::newRow("no protocol") << u":x"_s;
        QTest::newRow("no such protocol") << u"gopher://host"_s;
        QTest::newRow("not yet") << u"livekit:wss://host?access_token=S3CR3T"_s;
        QTest::newRow("no host") << u"ws-room:ws://"_s;
        QTest::newRow("another scheme") << u"ws-room:http://host/x"_s;
        QTest::newRow("a password") << u"ws-room:ws://me:S3CR3T@host/x"_s;
        QTest::newRow("simulator that is none") << u"simulator:?peers=many"_s;
        QTest::newRow("too long") << u"x:"_s + QString(5'000, u'y');
    }
    void whatIsWrongWithAnAddressIsSaid()
    {
        QFETCH(const QString, typed);
        Door door;
        QSignalSpy changed(&door.entry, &RoomConnection::stateChanged);
        door.entry.enter(typed);
        QCOMPARE(door.entry.state(), State::Disconnected);
        QCOMPARE(door.entry.stateText(), u"in no room"_s);
        QVERIFY2(isSentence(door.entry.problem()), qPrintable(door.entry.problem()));
        QVERIFY(!door.entry.problem().contains(u"S3CR3T"_s));
        QVERIFY(!changed.isEmpty());
        QVERIFY(door.entry.places().isEmpty());
        QVERIFY(door.enter()); // the next try counts
        QCOMPARE(door.entry.problem(), QString());
    }

    void whatIsNoAddressIsKeptToBeMended()
    {
        Door door;
        QSignalSpy refused(&door.entry, &RoomConnection::refusedChanged);
        QVERIFY(!door.entry.enter(u" hello\u202e world "_s));
        QCOMPARE(door.entry.refused(), u"hello world"_s);
        QVERIFY(!refused.isEmpty());
        QVERIFY(!door.entry.enter(u"simulator:?walk=backwards"_s));
        QCOMPARE(door.entry.refused(), u"simulator:?walk=backwards"_s);
        door.entry.dismissProblem();
        QCOMPARE(door.entry.refused(), QString());
        QCOMPARE(door.entry.problem(), QString());
        QVERIFY(!door.entry.enter(u"hello"_s));
        QVERIFY(door.entry.enter(u"offline:"_s));
        QCOMPARE(door.entry.refused(), QString());
        QVERIFY(door.entry.receiveDeepLink(u"dcl-comms:gopher:host"_s));
        door.entry.acceptDeepLink();
        QCOMPARE(door.entry.refused(), u"gopher:host"_s);
    }

    void aBadAddressDoesNotThrowOneOut_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nonsense") << u"nonsense"_s;
        QTest::newRow("another protocol") << u"livekit:wss://elsewhere"_s;
        QTest::newRow("no host") << u"ws-room:ws://"_s;
    }
    void aBadAddressDoesNotThrowOneOut()
    {
        QFETCH(const QString, typed);
        Door door;
        QVERIFY(door.enter());
        door.entry.enter(typed);
        QCOMPARE(door.entry.state(), State::Connected);
        QVERIFY(isSentence(door.entry.problem()));
        QCOMPARE(door.entry.missed(), QString());
        QCOMPARE(door.entry.place(), door.where()); // that is where we still are

        // Coming back after a loss is no proof of the place that was only typed.
        door.server.abort();
        QTRY_COMPARE(door.entry.state(), State::Reconnecting);
        door.entry.tryAgain();
        QTRY_COMPARE(door.entry.state(), State::Connected);
        QCOMPARE(door.entry.place(), door.where());
        QCOMPARE(door.entry.places(), QStringList{door.where()});
    }

    void nobodyListens()
    {
        Door door;
        door.entry.enter(u"ws-room:ws://127.0.0.1:%1/rooms/x"_s.arg(closedPort()));
        QCOMPARE(door.entry.state(), State::Joining);
        QTRY_COMPARE(door.entry.state(), State::Disconnected); // a first try is not tried again
        QVERIFY(isSentence(door.entry.problem()));
        QCOMPARE(door.entry.missed(), door.entry.placeName());
        QCOMPARE(door.entry.stateText(), u"in no room"_s);
        QVERIFY(door.entry.places().isEmpty());
    }

    void aServerThatClosesTheDoor_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("before the challenge") << 1;
        QTest::newRow("while checking the signature") << 2;
    }
    void aServerThatClosesTheDoor()
    {
        QFETCH(const int, step);
        Door door;
        const auto leave = [](ScriptedServer &server) { server.closePolitely(); };
        if (step == 1)
            door.server.on(Moment::Identified, leave);
        else
            door.server.on(Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s)).on(Moment::Answered, leave);
        door.entry.enter(door.where());
        QTRY_COMPARE(door.entry.state(), State::Disconnected);
        QVERIFY(isSentence(door.entry.problem()));
        QCOMPARE(door.entry.stateText(), u"in no room"_s);
        QVERIFY(door.entry.places().isEmpty());
    }

    void aKickIsSaidAndIsTheEnd()
    {
        Door door;
        QVERIFY(door.enter());
        door.server.send(kicked(u"You talk too much"_s));
        QTRY_COMPARE(door.entry.state(), State::Disconnected);
        QVERIFY2(door.entry.problem().contains(u"“You talk too much”"_s), qPrintable(door.entry.problem()));
        QCOMPARE(door.server.arrivals(), 1);
        door.entry.tryAgain(); // a person may
        QTRY_COMPARE(door.entry.state(), State::Connected);
        QCOMPARE(door.entry.problem(), QString());
        QCOMPARE(door.server.arrivals(), 2);
    }

    void aLostWayIsCountedDown()
    {
        Door door;
        QVERIFY(door.enter());
        door.server.abort();
        QTRY_COMPARE(door.entry.state(), State::Reconnecting);
        QVERIFY2(door.entry.stateText().startsWith(u"connection lost, trying again in "_s),
                 qPrintable(door.entry.stateText()));
        QVERIFY(door.entry.stateText().contains(u"1 s"_s) || door.entry.stateText().contains(u"2 s"_s));
        QVERIFY(isSentence(door.entry.problem()));
        QCOMPARE(door.entry.place(), door.where());
        QTRY_COMPARE(door.entry.state(), State::Connected); // by itself
        QCOMPARE(door.entry.problem(), QString());
    }

    void theSecondWayInIsToldOfLikeTheFirst()
    {
        Door door;
        QVERIFY(door.enter());
        QStringList told;
        connect(&door.entry, &RoomConnection::stateChanged, this, [&] {
            if (door.entry.state() == State::Joining)
                told.append(door.entry.stateText());
        });
        door.server.abort();
        QTRY_COMPARE(door.entry.state(), State::Reconnecting);
        door.entry.tryAgain();
        QTRY_COMPARE(door.entry.state(), State::Connected);
        QVERIFY(!told.isEmpty());
        QCOMPARE(told.first(), u"connecting"_s); // not yet "in the room"
    }

    void leavingEndsTheWaiting()
    {
        Door door;
        QVERIFY(door.enter());
        door.server.abort();
        QTRY_COMPARE(door.entry.state(), State::Reconnecting);
        door.entry.leave();
        QCOMPARE(door.entry.state(), State::Disconnected);
        QCOMPARE(door.entry.stateText(), u"in no room"_s);
        QCOMPARE(door.entry.problem(), QString());
        door.entry.leave(); // twice is once
        QCOMPARE(door.entry.state(), State::Disconnected);
    }

    void tryingAgainWithoutAPlaceIsNothing()
    {
        Door door;
        door.entry.tryAgain();
        QCOMPARE(door.entry.state(), State::Disconnected);
        QCOMPARE(door.entry.problem(), QString());
    }

    void theEmbeddedRoomIsNotRemembered()
    {
        Door door;
        door.server.welcomeWith(welcome(1));
        door.entry.enterEmbedded();
        QTRY_COMPARE(door.entry.state(), State::Connected);
        QCOMPARE(door.entry.placeName(), u"the embedded room"_s);
        QVERIFY(door.entry.places().isEmpty());
        // Nor after a typing mistake and a loss.
        door.entry.enter(u"nonsense"_s);
        door.server.abort();
        QTRY_COMPARE(door.entry.state(), State::Reconnecting);
        door.entry.tryAgain();
        QTRY_COMPARE(door.entry.state(), State::Connected);
        QVERIFY2(door.entry.places().isEmpty(), qPrintable(door.entry.places().join(u' ')));
        // But the same address, typed, is.
        door.entry.enter(door.where());
        QTRY_COMPARE(door.entry.places(), QStringList{door.where()});
        QVERIFY2(door.entry.placeName().contains(u" at 127.0.0.1:"_s), qPrintable(door.entry.placeName()));
    }

    void anEmbeddedRoomThatCannotOpen()
    {
        Door door(
            [] { return Expected<ConnectionString>(failure(ErrorCode::CannotListen, u"There is no port left."_s)); });
        door.entry.enterEmbedded();
        QCOMPARE(door.entry.state(), State::Disconnected);
        QCOMPARE(door.entry.problem(), u"There is no port left."_s);
    }

    void secretsAreNotShown()
    {
        Door door;
        door.server.welcomeWith(welcome(1));
        door.entry.enter(door.where() + u"?access_token=S3CR3T"_s);
        QTRY_COMPARE(door.entry.state(), State::Connected);
        QVERIFY(door.server.request().contains("S3CR3T")); // the server gets what it needs
        QVERIFY2(!door.entry.place().contains(u"S3CR3T"_s), qPrintable(door.entry.place()));
        QVERIFY(door.entry.places().isEmpty());
    }

    void trafficIsCounted()
    {
        Door door;
        QVERIFY(door.enter());
        QTRY_COMPARE(door.entry.traffic(), u"0 in, 0 out a second"_s);
        QVERIFY(door.adapter.sendChat(u"hello"_s));
        QTRY_COMPARE(door.entry.traffic(), u"0 in, 1 out a second"_s);
        door.entry.leave();
        QTRY_COMPARE(door.entry.traffic(), QString());
    }
};

ISLET_TEST(TestRoomEntry);
#include "tst_roomconnection.moc"
