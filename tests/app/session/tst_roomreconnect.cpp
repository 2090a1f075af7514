// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "roomconnectionfixture.h"
#include "tests/support/testmain.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = RoomConnection::State;

//! What happens after a connection is lost, as the window shows it.
class TestRoomReconnect : public QObject {
    Q_OBJECT

private slots:
    void doesNotReconnectAfterKick()
    {
        RoomConnectionFixture fixture;
        QVERIFY(fixture.enter());
        fixture.server.send(kicked(u"You talk too much"_s));
        QTRY_COMPARE(fixture.connection.state(), State::Disconnected);
        QVERIFY2(fixture.connection.problem().contains(u"“You talk too much”"_s),
                 qPrintable(fixture.connection.problem()));
        QVERIFY(fixture.connection.wasJoined());
        QCOMPARE(fixture.server.arrivals(), 1);
        fixture.connection.tryAgain(); // the user may retry
        QTRY_COMPARE(fixture.connection.state(), State::Connected);
        QCOMPARE(fixture.connection.problem(), QString());
        QCOMPARE(fixture.server.arrivals(), 2);
    }

    void countsDownToReconnect()
    {
        RoomConnectionFixture fixture;
        QVERIFY(fixture.enter());
        fixture.server.abort();
        QTRY_COMPARE(fixture.connection.state(), State::Reconnecting);
        QVERIFY2(fixture.connection.stateText().startsWith(u"Connection lost, reconnecting in "_s),
                 qPrintable(fixture.connection.stateText()));
        QVERIFY(fixture.connection.stateText().contains(u"1 s"_s) || fixture.connection.stateText().contains(u"2 s"_s));
        QVERIFY(isSentence(fixture.connection.problem()));
        QCOMPARE(fixture.connection.place(), fixture.where());
        QTRY_COMPARE(fixture.connection.state(), State::Connected); // automatically
        QCOMPARE(fixture.connection.problem(), QString());
    }

    void reportsStepsOnReconnect()
    {
        RoomConnectionFixture fixture;
        QVERIFY(fixture.enter());
        QStringList texts;
        connect(&fixture.connection, &RoomConnection::stateChanged, this, [&] {
            if (fixture.connection.state() == State::Joining)
                texts.append(fixture.connection.stateText());
        });
        fixture.server.abort();
        QTRY_COMPARE(fixture.connection.state(), State::Reconnecting);
        fixture.connection.tryAgain();
        QTRY_COMPARE(fixture.connection.state(), State::Connected);
        QVERIFY(!texts.isEmpty());
        QCOMPARE(texts.first(), u"Connecting..."_s); // not yet "Connected"
    }

    void leavingCancelsReconnect()
    {
        RoomConnectionFixture fixture;
        QVERIFY(fixture.enter());
        fixture.server.abort();
        QTRY_COMPARE(fixture.connection.state(), State::Reconnecting);
        fixture.connection.leave();
        QCOMPARE(fixture.connection.state(), State::Disconnected);
        QCOMPARE(fixture.connection.stateText(), u"Not connected"_s);
        QCOMPARE(fixture.connection.problem(), QString());
        fixture.connection.leave(); // a second leave does nothing
        QCOMPARE(fixture.connection.state(), State::Disconnected);
    }

    void ignoresTryAgainWithoutPlace()
    {
        RoomConnectionFixture fixture;
        fixture.connection.tryAgain();
        QCOMPARE(fixture.connection.state(), State::Disconnected);
        QCOMPARE(fixture.connection.problem(), QString());
    }
};

ISLET_TEST(TestRoomReconnect);
#include "tst_roomreconnect.moc"
