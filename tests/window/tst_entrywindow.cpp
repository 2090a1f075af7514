// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "realwindow.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = RoomConnection::State;

//! Deep links, handshake details and identities in the whole window.
class TestEntryWindow : public QObject {
    Q_OBJECT

private:
    struct Window : OpenWindow {
        //! The texts of all items with this name.
        QStringList textsOf(const QString &name)
        {
            QStringList texts;
            const auto all = items();
            for (const QQuickItem *item : all) {
                if (item->objectName() == name)
                    texts.append(item->property("text").toString());
            }
            return texts;
        }
    };

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void asksBeforeFollowingLink()
    {
        ScriptedServer server;
        server.welcomeWith(welcome(1));
        const QString link = u"dcl-comms:"_s + server.connectionString();
        Window w;
        QVERIFY(!w.isSeen(u"offerCard"_s));
        w.models.connection()->receiveDeepLink(link);
        QVERIFY(w.waitUntilSeen(u"offerCard"_s));
        QCOMPARE(w.textOf(u"offerText"_s), server.connectionString());
        QVERIFY(!w.isSeen(u"enterEmbedded"_s)); // only one card at a time
        w.click(u"declineDeepLink"_s);
        QTRY_VERIFY(!w.isSeen(u"offerCard"_s));
        QCOMPARE(w.models.connection()->state(), State::Disconnected);
        QCOMPARE(server.arrivals(), 0);
        w.models.connection()->receiveDeepLink(link);
        QVERIFY(w.waitUntilSeen(u"acceptDeepLink"_s));
        w.click(u"acceptDeepLink"_s);
        QTRY_COMPARE(w.models.connection()->state(), State::Connected);
        QCOMPARE(w.models.connection()->place(), server.connectionString());
    }

    void showsHandshakeAfterFailure()
    {
        Window w;
        w.models.connection()->enter(u"ws://127.0.0.1:1/rooms/x"_s);
        QTRY_COMPARE(w.models.connection()->state(), State::Disconnected);
        QVERIFY(w.waitUntilSeen(u"whatHappened"_s));
        w.click(u"whatHappened"_s);
        QVERIFY(w.waitUntilSeen(u"handshakeList"_s));
        QTRY_VERIFY(w.textsOf(u"stepDetail"_s).contains(w.models.connection()->problem()));
    }

    void changingIdentityLeavesRoom()
    {
        Window w;
        bool isStarted = false;
        w.app.identities()->start([&isStarted] { isStarted = true; });
        QTRY_VERIFY(isStarted);
        QTRY_COMPARE(w.models.connection()->me(), w.client.address().toShort());
        w.click(u"meButton"_s);
        QVERIFY(w.waitUntilSeen(u"identityChoice"_s));
        QCOMPARE(w.textOf(u"myAddress"_s), w.client.address().toChecksummed());
        w.click(u"identityName"_s);
        w.type(u"zoe"_s);
        QVERIFY(w.waitUntilSeen(u"createIdentity"_s));
        w.click(u"createIdentity"_s);
        QTRY_COMPARE(w.app.identities()->names().size(), 2);
        w.models.connection()->enter(u"offline:"_s);
        const QString before = w.models.connection()->me();
        w.app.identities()->choose(1);
        QTRY_VERIFY(w.models.connection()->me() != before);
        QCOMPARE(w.models.connection()->state(), State::Disconnected); // an identity cannot change within a room
    }
};

ISLET_GUI_TEST(TestEntryWindow);
#include "tst_entrywindow.moc"
