// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "programfixture.h"
#include "shownmodels.h"
#include "tests/support/fakeroom.h"
#include "tests/support/httpserver.h"
#include "tests/support/offscreen.h"
#include "tests/support/testmain.h"
#include "tests/window/nosound.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = RoomConnection::State;

namespace {

constexpr int english = 1;
constexpr int spanish = 2;

//! The properties whose text has no words of ours, or keeps those of when it was made. Any other one must change with
//! the language.
const QStringList unchanging{
    u"AvatarController.parcel"_s,
    u"ChatDraft.text"_s,
    u"ChatModel.problem"_s, // until the next line
    u"EmoteFeed.problem"_s, // until the next emote
    u"IgnoredPeople.addresses"_s,
    u"MapTiles.source"_s,
    u"MapTiles.usualSource"_s,
    u"MyIdentities.address"_s,
    u"MyIdentities.names"_s,
    u"MyIdentities.problem"_s, // until the next action
    u"MyProfile.name"_s,
    u"NameCompletion.names"_s,
    u"NameCompletion.word"_s,
    u"PeopleOrder.wanted"_s,
    u"RealmList.source"_s,
    u"RoomConnection.deepLink"_s,
    u"RoomConnection.me"_s,
    u"RoomConnection.place"_s,
    u"RoomConnection.places"_s,
    u"RoomConnection.refused"_s,
    u"VoiceController.loudspeakerText"_s, // empty here: needs a loudspeaker that has run dry
};

} // namespace

//! All models announce their texts when the language changes.
class TestRetranslation : public QObject {
    Q_OBJECT

private:
    struct Fixture : ProgramFixture {
        Fixture()
            : ProgramFixture(Identity::guest())
            , room(dependenciesOf(client, activeIdentity, &NoSound::make))
        {
            language.setCurrent(english);
        }

        //! Makes the first identity, which fails because the folder is a file.
        bool startWithoutIdentity()
        {
            bool isStarted = false;
            for (const auto &name : {u"keychain"_s, u"identities"_s}) {
                if (!QFile(folder.filePath(name)).open(QIODevice::WriteOnly))
                    return false;
            }
            app.identities()->start([&isStarted] { isStarted = true; });
            return QTest::qWaitFor([&isStarted] { return isStarted; });
        }
        //! Fills every text that can be filled while connected.
        bool fillConnected()
        {
            room.connection()->enterEmbedded();
            client.adapter().setTransport(&peers.transport);
            peers.transport.open();
            peers.join(numberedAddress(1));
            peers.stand(numberedAddress(1), {3, 0, 4});
            peers.say(numberedAddress(1), u"hello"_s);
            room.chat()->draft()->keep(QString(300, u'a'));
            room.profile()->setName(QString(500, u'a'));
            app.realms()->setSource(u"nonsense"_s);
            app.realms()->fetch();
            return QTest::qWaitFor([this] {
                return !room.connection()->traffic().isEmpty() && room.people()->peers()->rowCount() == 1
                    && !room.voice()->problem().isEmpty();
            });
        }
        //! Fills those of a failed connection.
        bool fillFailed()
        {
            const QByteArray realms = "[{'url': 'https://a.example', 'usersCount': 2}]";
            server.on("/realms", HttpServer::answers("200 OK", QByteArray(realms).replace('\'', '"')));
            app.realms()->setSource(server.url(u"/realms"_s).toString());
            app.realms()->fetch();
            room.connection()->enterEmbedded();
            room.connection()->enter(u"ws-room:ws://127.0.0.1:1/rooms/x"_s);
            return QTest::qWaitFor(
                [this] { return room.connection()->state() == State::Disconnected && app.realms()->rowCount() == 1; });
        }

        HttpServer server;
        FakePeers peers; // outlive the client
        Client client{allProtocols(), activeIdentity.identity(), {}};
        RoomModels room;
    };

public:
    static void initMain() { drawOffscreen(); }

private slots:
    void everyTextIsAnnounced()
    {
        Fixture fixture;
        QStringList changed;
        QStringList properties;
        QStringList emptyModels;
        const auto switchLanguage = [&] {
            fixture.language.setCurrent(english);
            const ShownModels room(fixture.room);
            const ShownModels app(fixture.app);
            emptyModels = room.emptyModels() + app.emptyModels();
            properties = room.properties() + app.properties();
            fixture.language.setCurrent(spanish);
            changed += room.changed() + app.changed();
            return room.stale() + app.stale();
        };
        QVERIFY(fixture.startWithoutIdentity() && fixture.fillConnected());
        QCOMPARE(switchLanguage().join(u' '), QString());
        const QStringList emptyWhileConnected = emptyModels;
        QVERIFY(fixture.fillFailed());
        QCOMPARE(switchLanguage().join(u' '), QString());

        for (const QString &property : std::as_const(properties))
            QVERIFY2(changed.contains(property) != unchanging.contains(property), qPrintable(property));
        for (const QString &property : unchanging)
            QVERIFY2(properties.contains(property), qPrintable(property));
        for (const QString &model : std::as_const(emptyModels))
            QVERIFY2(!emptyWhileConnected.contains(model), qPrintable(model));
        for (const auto &role : {u"ChatModel[day]"_s, u"HandshakeLog[name]"_s, u"PeersModel[badges]"_s,
                                 u"PeopleOrder[badges]"_s, u"RealmList[people]"_s})
            QVERIFY2(changed.contains(role), qPrintable(role));
    }

    void findsStaleText()
    {
        class Forgetful : public QAbstractListModel {
        public:
            int rowCount(const QModelIndex & = {}) const override { return 1; }
            QVariant data(const QModelIndex &, int) const override { return text; }

            QString text = u"People"_s;
        } model;
        const ShownModels shown(model);
        model.text = u"Gente"_s;
        QVERIFY(shown.stale().contains(u"QAbstractListModel[display]"_s));
        emit model.dataChanged({}, {});
        QCOMPARE(shown.stale(), QStringList());
        QVERIFY(shown.changed().contains(u"QAbstractListModel[display]"_s));
    }
};

ISLET_GUI_TEST(TestRetranslation);
#include "tst_retranslation.moc"
