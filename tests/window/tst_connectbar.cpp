// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "realwindow.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = RoomConnection::State;

//! The address field with the rest of the window: focus, title, notices, real connections.
class TestConnectBar : public QObject {
    Q_OBJECT

private:
    //! A window whose address field has focus.
    struct Bar : RealWindow {
        Bar()
        {
            if (!show() || !QTest::qWaitForWindowActive(window))
                qFatal("no window");
            click(u"address"_s);
            QTest::keyClick(window, Qt::Key_A, Qt::ControlModifier);
        }
        void enter(const QString &address)
        {
            click(u"address"_s);
            QTest::keyClick(window, Qt::Key_A, Qt::ControlModifier);
            type(address);
            QTest::keyClick(window, Qt::Key_Return);
        }
        QString typed() const { return textOf(u"address"_s); }
        State state() { return models.connection()->state(); }
    };

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void focusReturnsToMap()
    {
        Bar bar;
        bar.enter(u"offline:"_s);
        bar.press(Qt::Key_Return); // moves focus to the chat, as on the map
        QTRY_VERIFY(bar.item(u"chatField"_s)->hasActiveFocus());
        QCOMPARE(bar.typed(), u"offline:"_s);
        bar.click(u"address"_s);
        QVERIFY(bar.item(u"address"_s)->hasActiveFocus());
        bar.press(Qt::Key_Escape);
        QVERIFY(bar.item(u"map"_s)->hasActiveFocus());
    }

    void showsInvalidAddressInRoom()
    {
        Bar bar;
        bar.enter(u"offline:"_s);
        bar.enter(u"nonsense"_s);
        QCOMPARE(bar.state(), State::Connected); // still connected
        QCOMPARE(bar.typed(), u"nonsense"_s);
        bar.window->grabWindow();
        QVERIFY(bar.isSeen(u"notice"_s));
        QCOMPARE(bar.textOf(u"notice"_s), bar.models.connection()->problem());
        QVERIFY(bar.window->title().startsWith(u"an offline room"_s)); // the current room, not the rejected address
        bar.enter(u"offline:"_s);
        bar.window->grabWindow();
        QVERIFY(!bar.isSeen(u"notice"_s));
    }

    void reconnectKeepsTypedAddress()
    {
        ScriptedServer server;
        server.welcomeWith(welcome(1));
        Bar bar;
        bar.enter(server.connectionString());
        QTRY_COMPARE(bar.state(), State::Connected);
        server.abort();
        QTRY_COMPARE(bar.state(), State::Reconnecting);
        QVERIFY(bar.isSeen(u"tryAgain"_s));
        bar.click(u"address"_s);
        QTest::keyClick(bar.window, Qt::Key_A, Qt::ControlModifier);
        bar.type(u"ws-room:wss://elsew"_s);
        QTRY_COMPARE(bar.state(), State::Connected); // reconnected, which updated stateText at every step
        QCOMPARE(bar.typed(), u"ws-room:wss://elsew"_s);
    }

    void joinsEmbeddedRoom()
    {
        Bar bar;
        QTRY_VERIFY(bar.isSeen(u"enterEmbedded"_s));
        bar.window->grabWindow();
        bar.click(u"enterEmbedded"_s);
        QCOMPARE(bar.state(), State::Connected);
        QVERIFY(bar.app.places().all().isEmpty());
        QCOMPARE(bar.window->title(), u"the demo room - Islet"_s);
        QTRY_COMPARE(bar.textOf(u"chatText"_s), u"You joined the demo room"_s);
        QCOMPARE(bar.typed(), u"offline:embedded"_s); // the exact address
    }
};

ISLET_GUI_TEST(TestConnectBar);
#include "tst_connectbar.moc"
