// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "app/remote/handover.h"
#include "app/remote/remotecontrol.h"
#include "app/session/roomconnection.h"
#include "comms/commsadapter.h"
#include "identity/identity.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Links never connect or sign anything without asking; and the switch for unencrypted ways.
class TestOffers : public QObject {
    Q_OBJECT

private:
    struct Door {
        ScriptedServer server;
        Identity identity = Identity::guest();
        TransportFactory factory{allProtocols(), identity};
        CommsAdapter adapter;
        CommsSession session{factory, adapter, CommsSession::Retry::WhenLost};
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"islet.ini"_s), QSettings::IniFormat};
        RecentPlaces places{settings};
        RoomConnection entry{session, factory, identity.address(), places, [] { return ConnectionString::offline(); }};
    };

private slots:
    void aLinkAsks()
    {
        Door door;
        door.server.welcomeWith(welcome(1));
        QVERIFY(door.entry.receiveDeepLink(u"dcl-comms:"_s + door.server.connectionString()));
        QCOMPARE(door.entry.deepLink(), door.server.connectionString());
        // Whoever connects now would come after the link, had that connected.
        Door later;
        later.entry.enter(door.server.connectionString());
        QTRY_COMPARE(later.entry.state(), RoomConnection::State::Connected);
        QCOMPARE(door.server.arrivals(), 1);
        later.entry.leave();
        QCOMPARE(door.entry.state(), RoomConnection::State::Disconnected);
        door.entry.acceptDeepLink();
        QCOMPARE(door.entry.deepLink(), QString());
        QTRY_COMPARE(door.entry.state(), RoomConnection::State::Connected);
    }

    void oneMayDecline()
    {
        Door door;
        door.entry.enter(u"offline:here"_s);
        QVERIFY(door.entry.receiveDeepLink(u"dcl-comms://"_s + door.server.connectionString()));
        door.entry.declineDeepLink();
        QCOMPARE(door.entry.deepLink(), QString());
        door.entry.acceptDeepLink(); // there is nothing to accept any more
        QCOMPARE(door.entry.place(), u"offline:here"_s);
        QCOMPARE(door.entry.state(), RoomConnection::State::Connected);
        QCOMPARE(door.server.arrivals(), 0);
    }

    void whatALinkMayBe_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("deepLink");
        QTest::newRow("a room") << u"dcl-comms:ws-room:wss://host/rooms/x"_s << u"ws-room:wss://host/rooms/x"_s;
        QTest::newRow("slashes") << u"dcl-comms://ws-room:wss://host/rooms/x"_s << u"ws-room:wss://host/rooms/x"_s;
        QTest::newRow("encoded") << u"dcl-comms:ws-room%3Awss%3A%2F%2Fhost%2Frooms%2Fx"_s
                                 << u"ws-room:wss://host/rooms/x"_s;
        QTest::newRow("upper case") << u"DCL-COMMS:offline:"_s << u"offline:"_s;
        QTest::newRow("a world") << u"dcl-comms:name.dcl.eth"_s << u"name.dcl.eth"_s;
        QTest::newRow("a realm") << u"dcl-comms:https://peer.example.org"_s << u"https://peer.example.org"_s;
        QTest::newRow("a token") << u"dcl-comms:ws-room:wss://host/x?token=SECRET"_s
                                 << u"ws-room:wss://host/x?token=…"_s;
        QTest::newRow("bidi") << u"dcl-comms:ws-room:wss://host/\u202egpj"_s << QString(); // shown harmless
        QTest::newRow("nothing") << u"dcl-comms:"_s << u"-"_s;
        QTest::newRow("no link") << u"https://host"_s << u"-"_s;
        QTest::newRow("nonsense") << u"dcl-comms:nonsense"_s << u"-"_s;
        QTest::newRow("endless") << u"dcl-comms:ws-room:wss://host/"_s + QString(20'000, u'x') << u"-"_s;
    }
    void whatALinkMayBe()
    {
        QFETCH(const QString, link);
        QFETCH(const QString, deepLink);
        Door door;
        const bool isTaken = door.entry.receiveDeepLink(link);
        if (deepLink == "-"_L1) {
            QVERIFY(!isTaken);
            QCOMPARE(door.entry.deepLink(), QString());
            QVERIFY2(door.entry.problem().endsWith(u'.'), qPrintable(door.entry.problem()));
        } else {
            QVERIFY2(isTaken, qPrintable(door.entry.problem()));
            if (!deepLink.isEmpty())
                QCOMPARE(door.entry.deepLink(), deepLink);
            QVERIFY(!door.entry.deepLink().contains(QChar(0x202e)));
        }
    }

    void aSecondStartHandsItsLinkOver()
    {
        QTemporaryDir folder;
        const QString address = folder.filePath(u"remote"_s);
        QVERIFY(!forwardToRunningInstance(address, u"dcl-comms:offline:"_s)); // nobody is there
        QVERIFY(!forwardToRunningInstance(QString(), u"dcl-comms:offline:"_s));
        Door door;
        RemoteControl remote;
        remote.add(u"open"_s, [&door](const QStringList &words) -> Expected<QString> {
            if (!door.entry.receiveDeepLink(words.mid(1).join(u' ')))
                return failure(ErrorCode::InvalidInput, door.entry.problem());
            return u"asked"_s;
        });
        QVERIFY(remote.listen(address));
        const auto give = [&address](const QString &link) {
            std::atomic<int> taken = -1;
            std::jthread start(
                [&] { taken = forwardToRunningInstance(address, link) ? 1 : 0; }); // another process, in truth
            return QTest::qWaitFor([&taken] { return taken != -1; }) && taken == 1;
        };
        const QString longLink = u"dcl-comms:ws-room:wss://host/rooms/"_s + QString(3'000, u'r');
        QVERIFY(give(longLink));
        QCOMPARE(door.entry.deepLink(), longLink.sliced(10));
        QVERIFY(!give(u"dcl-comms:nonsense"_s));
    }

    void unencryptedWaysAreASwitch()
    {
        Door door;
        door.entry.enter(u"ws://192.0.2.1/rooms/x"_s);
        QCOMPARE(door.entry.state(), RoomConnection::State::Disconnected);
        QVERIFY2(door.entry.problem().contains(u"encryption"_s), qPrintable(door.entry.problem()));
        QSignalSpy changed(&door.entry, &RoomConnection::plainAllowedChanged);
        door.entry.setPlainAllowed(true);
        QCOMPARE(changed.count(), 1);
        door.entry.enter(u"ws://192.0.2.1/rooms/x"_s);
        QCOMPARE(door.entry.state(), RoomConnection::State::Joining);
        door.entry.leave();
        // It is remembered, and so seen again at the next start.
        RoomConnection later(door.session, door.factory, door.identity.address(), door.places,
                             [] { return ConnectionString::offline(); });
        QVERIFY(later.isPlainAllowed());
        later.setPlainAllowed(false);
        QVERIFY(!door.factory.policy().allowsPlain);
    }
};

ISLET_TEST(TestOffers);
#include "tst_deeplinks.moc"
