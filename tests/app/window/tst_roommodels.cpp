// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "programfixture.h"
#include "server/roomserver.h"
#include "tests/support/offscreen.h"
#include "tests/support/testmain.h"
#include "tests/window/nosound.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = RoomConnection::State;

//! The models of one person in a room, several times in one process.
class TestRoomModels : public QObject {
    Q_OBJECT

private:
    struct Program : ProgramFixture {
        Program()
            : ProgramFixture(Identity::guest())
        { }
    };

    //! One of the people of the program.
    struct Person {
        Person(Program &program, ActiveIdentity &identity)
            : client(allProtocols(), identity.identity(), {})
            , models(program.dependenciesOf(client, identity, &NoSound::make))
        { }

        bool join(const QString &where)
        {
            models.connection()->enter(where);
            return QTest::qWaitFor([this] { return models.connection()->state() == State::Connected; });
        }
        QString lastLine()
        {
            const ChatModel &chat = *models.chat();
            return chat.index(chat.rowCount() - 1).data(ChatModel::TextRole).toString();
        }

        Client client;
        RoomModels models;
    };

public:
    static void initMain() { drawOffscreen(); }

private slots:
    void twoPeopleMeetInOneProcess()
    {
        RoomServer server{RoomOptions{}};
        QVERIFY(server.listen());
        Program program;
        ActiveIdentity second{program.vault, Identity::guest()};
        Person ana(program, program.activeIdentity);
        auto bo = std::make_unique<Person>(program, second);
        QVERIFY(ana.join(server.connectionString()) && bo->join(server.connectionString()));
        QTRY_VERIFY(ana.models.people()->isHere(bo->client.address().toChecksummed()));
        QTRY_VERIFY(bo->models.people()->isHere(ana.client.address().toChecksummed()));

        QVERIFY(bo->models.profile()->setName(u"Bo"_s));
        QVERIFY(bo->models.chat()->send(u"hello"_s));
        QTRY_COMPARE(ana.lastLine(), u"hello"_s);
        QCOMPARE(ana.models.chat()->unread(), 1);
        QCOMPARE(bo->models.chat()->unread(), 0);

        ana.models.people()->ignored()->setIgnored(bo->client.address(), true);
        QVERIFY(bo->models.chat()->send(u"are you there?"_s));
        QVERIFY(ana.models.chat()->send(u"no"_s));
        QTRY_COMPARE(bo->lastLine(), u"no"_s);
        QCOMPARE(ana.lastLine(), u"no"_s);
        QVERIFY(ana.models.chat()->index(1).data(ChatModel::HiddenRole).toBool());

        bo.reset(); // in the room, with ana's models alive
        QTRY_COMPARE(ana.models.people()->peers()->count(), 0);
        QCOMPARE(ana.models.connection()->state(), State::Connected);
    }

    void identityChangesEverywhere()
    {
        Program program;
        Person person(program, program.activeIdentity);
        QVERIFY(person.join(u"offline:"_s));
        const Address before = person.client.address();
        const QColor color = person.models.profile()->addressColor();
        bool isStarted = false;
        program.app.identities()->start([&isStarted] { isStarted = true; });
        QTRY_VERIFY(isStarted);

        const Address &now = person.client.address();
        QVERIFY(now != before);
        QCOMPARE(person.models.connection()->state(), State::Disconnected); // it cannot change within a room
        QCOMPARE(person.models.connection()->me(), now.toShort());
        QVERIFY(person.models.profile()->addressColor() != color);

        person.models.connection()->tryAgain();
        QCOMPARE(person.models.connection()->state(), State::Connected);
        QSignalSpy said(person.models.chat(), &ChatModel::lineSaid);
        QVERIFY(person.models.chat()->send(u"it's me"_s));
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0][0].value<Address>(), now);
    }
};

ISLET_GUI_TEST(TestRoomModels);
#include "tst_roommodels.moc"
