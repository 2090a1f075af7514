// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/roomnotes.h"
#include "app/protocols.h"
#include "chatfixture.h"
#include "identity/identity.h"
#include "server/roomserver.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = CommsSession::State;

//! The notes about joining and leaving.
class TestRoomNotes : public QObject {
    Q_OBJECT

private:
    //! A chat and a session with a scripted server.
    struct Visit : ChatFixture {
        Visit()
            : ChatFixture(allProtocols(), CommsSession::Retry::WhenLost)
        {
            room.transport.close();
        }
        bool join(const ConnectionString &where) { return session.join(where).has_value(); }
        bool enter()
        {
            server.welcomeWith(welcome(1));
            return join(*ConnectionString::parse(server.connectionString()))
                && QTest::qWaitFor([this] { return session.state() == State::Joined; });
        }

        ScriptedServer server;
        CommsSession &session = room.client.session();
        RoomNotes notes{session, chat, [] { return u"the lobby"_s; }};
    };

private slots:
    void notesJoiningAndLeaving()
    {
        Visit visit;
        QVERIFY(visit.enter());
        QCOMPARE(visit.texts(), QStringList{u"You joined the lobby"_s});
        QCOMPARE(visit.kind(0), int(ChatModel::Note));
        visit.session.leave();
        QCOMPARE(visit.texts().last(), u"You left."_s);
        visit.session.leave();
        QCOMPARE(visit.chat.rowCount(), 2);
    }

    void notesLossOnce()
    {
        Visit visit;
        auto server = std::make_unique<RoomServer>(RoomOptions{});
        QVERIFY(server->listen());
        QVERIFY(visit.join(*ConnectionString::parse(server->connectionString())));
        QTRY_COMPARE(visit.session.state(), State::Joined);
        server.reset();
        QTRY_COMPARE(visit.session.state(), State::Waiting);
        QCOMPARE(visit.texts().last(), u"The connection was lost."_s);
        for (int i = 0; i < 3; ++i) { // the session reports each failed retry as a loss
            visit.session.retryNow();
            QTRY_COMPARE(visit.session.state(), State::Waiting);
        }
        QCOMPARE(visit.chat.rowCount(), 2);
        visit.session.leave();
        QCOMPARE(visit.texts().last(), u"You left."_s);
        QCOMPARE(visit.chat.rowCount(), 3);
    }

    void notesReconnection()
    {
        Visit visit;
        QVERIFY(visit.enter());
        visit.server.abort();
        QTRY_COMPARE(visit.session.state(), State::Waiting);
        visit.session.retryNow();
        QTRY_COMPARE(visit.session.state(), State::Joined);
        QCOMPARE(visit.texts(),
                 (QStringList{u"You joined the lobby"_s, u"The connection was lost."_s, u"You joined the lobby"_s}));
    }

    void notesSwitchOfRoom()
    {
        Visit visit;
        QVERIFY(visit.join(ConnectionString::offline()));
        QVERIFY(visit.enter());
        QCOMPARE(visit.texts(), (QStringList{u"You joined the lobby"_s, u"You left."_s, u"You joined the lobby"_s}));
    }

    void notesReasonForKick()
    {
        Visit visit;
        QVERIFY(visit.enter());
        visit.server.send(kicked(u"You talk too much"_s));
        QTRY_COMPARE(visit.session.state(), State::Idle);
        QVERIFY2(visit.texts().last().contains(u"“You talk too much”"_s), qPrintable(visit.texts().last()));
    }

    void addsNoNoteIfJoiningFails()
    {
        Visit visit;
        visit.server.on(ScriptedServer::Moment::Identified, [](ScriptedServer &server) { server.closeCleanly(); });
        QVERIFY(visit.join(*ConnectionString::parse(visit.server.connectionString())));
        QTRY_COMPARE(visit.session.state(), State::Idle);
        QCOMPARE(visit.chat.rowCount(), 0);
    }
};

ISLET_TEST(TestRoomNotes);
#include "tst_roomnotes.moc"
