// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/remote/remoteclient.h"
#include "app/remote/remotecontrol.h"
#include "app/session/roomconnection.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Deep links never connect or sign anything without confirmation; and the setting for unencrypted connections.
class TestDeepLinks : public QObject {
    Q_OBJECT

private:
    struct Fixture : TestClient {
        Fixture()
            : TestClient(Identity::guest(), CommsSession::Retry::WhenLost)
        { }

        ScriptedServer server;
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"islet.ini"_s), QSettings::IniFormat};
        RecentPlaces places{settings, factory.protocols()};
        RoomConnection connection{session, factory, identity.address(), places,
                                  [] { return ConnectionString::offline(); }};
    };

private slots:
    void asksBeforeConnecting()
    {
        Fixture fixture;
        fixture.server.welcomeWith(welcome(1));
        QVERIFY(fixture.connection.receiveDeepLink(u"dcl-comms:"_s + fixture.server.connectionString()));
        QCOMPARE(fixture.connection.deepLink(), fixture.server.connectionString());
        // Had the link connected, this connection would be the second.
        Fixture later;
        later.connection.enter(fixture.server.connectionString());
        QTRY_COMPARE(later.connection.state(), RoomConnection::State::Connected);
        QCOMPARE(fixture.server.arrivals(), 1);
        later.connection.leave();
        QCOMPARE(fixture.connection.state(), RoomConnection::State::Disconnected);
        fixture.connection.acceptDeepLink();
        QCOMPARE(fixture.connection.deepLink(), QString());
        QTRY_COMPARE(fixture.connection.state(), RoomConnection::State::Connected);
    }

    void declinesLink()
    {
        Fixture fixture;
        fixture.connection.enter(u"offline:here"_s);
        QVERIFY(fixture.connection.receiveDeepLink(u"dcl-comms://"_s + fixture.server.connectionString()));
        fixture.connection.declineDeepLink();
        QCOMPARE(fixture.connection.deepLink(), QString());
        fixture.connection.acceptDeepLink(); // nothing left to accept
        QCOMPARE(fixture.connection.place(), u"offline:here"_s);
        QCOMPARE(fixture.connection.state(), RoomConnection::State::Connected);
        QCOMPARE(fixture.server.arrivals(), 0);
    }

    void parsesLinks_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("deepLink");
        QTest::newRow("room") << u"dcl-comms:ws-room:wss://host/rooms/x"_s << u"ws-room:wss://host/rooms/x"_s;
        QTest::newRow("slashes") << u"dcl-comms://ws-room:wss://host/rooms/x"_s << u"ws-room:wss://host/rooms/x"_s;
        QTest::newRow("encoded") << u"dcl-comms:ws-room%3Awss%3A%2F%2Fhost%2Frooms%2Fx"_s
                                 << u"ws-room:wss://host/rooms/x"_s;
        QTest::newRow("upper case") << u"DCL-COMMS:name.dcl.eth"_s << u"name.dcl.eth"_s;
        QTest::newRow("world") << u"dcl-comms:name.dcl.eth"_s << u"name.dcl.eth"_s;
        QTest::newRow("realm") << u"dcl-comms:https://peer.example.org"_s << u"https://peer.example.org"_s;
        QTest::newRow("token") << u"dcl-comms:ws-room:wss://host/x?token=SECRET"_s << u"ws-room:wss://host/x?token=…"_s;
        QTest::newRow("bidi") << u"dcl-comms:ws-room:wss://host/\u202egpj"_s << QString(); // sanitized
        QTest::newRow("empty") << u"dcl-comms:"_s << u"-"_s;
        QTest::newRow("offline") << u"dcl-comms:offline:"_s << u"-"_s; // only the user may name it; so below
        QTest::newRow("simulator") << u"dcl-comms:simulator:?peers=9000"_s << u"-"_s;
        QTest::newRow("unknown protocol") << u"dcl-comms:made-up:here"_s << u"-"_s;
        QTest::newRow("not a deep link") << u"https://host"_s << u"-"_s;
        QTest::newRow("nonsense") << u"dcl-comms:nonsense"_s << u"-"_s;
        QTest::newRow("too long") << u"dcl-comms:ws-room:wss://host/"_s + QString(20'000, u'x') << u"-"_s;
    }
    void parsesLinks()
    {
        QFETCH(const QString, link);
        QFETCH(const QString, deepLink);
        Fixture fixture;
        const bool isAccepted = fixture.connection.receiveDeepLink(link);
        if (deepLink == "-"_L1) {
            QVERIFY(!isAccepted);
            QCOMPARE(fixture.connection.deepLink(), QString());
            QVERIFY2(fixture.connection.problem().endsWith(u'.'), qPrintable(fixture.connection.problem()));
        } else {
            QVERIFY2(isAccepted, qPrintable(fixture.connection.problem()));
            if (!deepLink.isEmpty())
                QCOMPARE(fixture.connection.deepLink(), deepLink);
            QVERIFY(!fixture.connection.deepLink().contains(QChar(0x202e)));
        }
    }

    void forwardsLinkToRunningInstance()
    {
        QTemporaryDir folder;
        const QString address = folder.filePath(u"remote"_s);
        QVERIFY(!forwardToRunningInstance(address, u"dcl-comms:offline:"_s)); // no instance is running
        QVERIFY(!forwardToRunningInstance(QString(), u"dcl-comms:offline:"_s));
        Fixture fixture;
        RemoteControl remote;
        remote.add(u"open"_s, [&fixture](const QStringList &words) -> Expected<QString> {
            if (!fixture.connection.receiveDeepLink(words.mid(1).join(u' ')))
                return failure(ErrorCode::InvalidInput, fixture.connection.problem());
            return u"asked"_s;
        });
        QVERIFY(remote.listen(address));
        const auto forward = [&address](const QString &link) {
            std::atomic<int> forwarded = -1;
            std::jthread start(
                [&] { forwarded = forwardToRunningInstance(address, link) ? 1 : 0; }); // stands in for another process
            return QTest::qWaitFor([&forwarded] { return forwarded != -1; }) && forwarded == 1;
        };
        const QString longLink = u"dcl-comms:ws-room:wss://host/rooms/"_s + QString(3'000, u'r');
        QVERIFY(forward(longLink));
        QCOMPARE(fixture.connection.deepLink(), longLink.sliced(10));
        QVERIFY(!forward(u"dcl-comms:nonsense"_s));
    }

    void remembersUnencryptedSwitch()
    {
        Fixture fixture;
        fixture.connection.enter(u"ws://192.0.2.1/rooms/x"_s);
        QCOMPARE(fixture.connection.state(), RoomConnection::State::Disconnected);
        QVERIFY2(fixture.connection.problem().contains(u"isn't encrypted"_s), qPrintable(fixture.connection.problem()));
        QSignalSpy changed(&fixture.connection, &RoomConnection::plainAllowedChanged);
        fixture.connection.setPlainAllowed(true);
        QCOMPARE(changed.count(), 1);
        fixture.connection.enter(u"ws://192.0.2.1/rooms/x"_s);
        QCOMPARE(fixture.connection.state(), RoomConnection::State::Joining);
        fixture.connection.leave();
        // Restored at the next start.
        RoomConnection later(fixture.session, fixture.factory, fixture.identity.address(), fixture.places,
                             [] { return ConnectionString::offline(); });
        QVERIFY(later.isPlainAllowed());
        later.setPlainAllowed(false);
        QVERIFY(!fixture.factory.policy().allowsPlain);
    }
};

ISLET_TEST(TestDeepLinks);
#include "tst_deeplinks.moc"
