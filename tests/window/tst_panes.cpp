// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "realwindow.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

#include <QAccessible>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The panes of the window, dragged, folded, hidden and shown by keyboard and mouse, and full screen.
class TestPanes : public QObject {
    Q_OBJECT

private:
    struct Window : OpenWindow {
        //! The y coordinate of the edge between people and chat.
        double edge()
        {
            window->grabWindow();
            return placeOf(u"peopleEdge"_s).y();
        }
        //! Two clicks as the system reports them; the mouse moves by `jitter` pixels while pressed.
        void doubleClick(const QString &name, int jitter)
        {
            QTest::mouseMove(window, {1, 1});
            const QPoint at = placeOf(name).center().toPoint();
            for (int click = 0; click < 2; ++click) {
                QTest::mousePress(window, Qt::LeftButton, {}, at, click == 0 ? 600 : 20);
                if (jitter > 0)
                    QTest::mouseMove(window, at + QPoint(0, jitter));
                QTest::mouseRelease(window, Qt::LeftButton, {}, at + QPoint(0, jitter), 20);
                QCoreApplication::processEvents();
            }
        }
        void drag(const QString &name, int by)
        {
            const QPoint at = placeOf(name).center().toPoint();
            QTest::mousePress(window, Qt::LeftButton, {}, at);
            for (int step = 1; step <= 10; ++step)
                QTest::mouseMove(window, at + QPoint(0, by * step / 10));
            QTest::mouseRelease(window, Qt::LeftButton, {}, at + QPoint(0, by));
        }
    };

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void hidesAndShowsColumn()
    {
        Window w;
        w.enterRoom();
        QVERIFY(w.waitUntilSeen(u"chatField"_s));
        const QPoint edge = w.placeOf(u"columnEdge"_s).center().toPoint();
        QTest::mouseDClick(w.window, Qt::LeftButton, {}, edge);
        QVERIFY(w.waitUntilHidden(u"chatField"_s));
        QVERIFY(w.waitUntilSeen(u"showColumn"_s));
        w.press(Qt::Key_F9);
        QVERIFY(w.waitUntilSeen(u"chatField"_s));
        QVERIFY(w.waitUntilHidden(u"showColumn"_s));
    }

    void hidingPaneMovesFocusToMap()
    {
        Window w;
        w.enterRoom();
        for (const QString &within : {u"chatField"_s, u"peopleList"_s, u"peopleFind"_s}) {
            w.item(within)->forceActiveFocus(Qt::TabFocusReason);
            w.press(Qt::Key_F9);
            QVERIFY(w.waitUntilHidden(within));
            QVERIFY(w.item(u"map"_s)->hasActiveFocus());
            w.press(Qt::Key_F9);
            QVERIFY(w.waitUntilSeen(within));
        }
        w.press(Qt::Key_F9);
        QVERIFY(w.waitUntilSeen(u"showColumn"_s));
        w.click(u"showColumn"_s); // the button is hidden when it is pressed
        QVERIFY(w.waitUntilHidden(u"showColumn"_s));
        QVERIFY(w.item(u"map"_s)->hasActiveFocus());
    }

    void countsUnreadLinesOfHiddenChat()
    {
        Window w;
        w.enterRoom();
        w.press(Qt::Key_F9);
        QVERIFY(w.waitUntilSeen(u"showColumn"_s));
        QCOMPARE(w.textOf(u"showColumn"_s), u"People and chat"_s);
        w.room.hear(numberedAddress(1), rfc4::Chat{u"hello"_s, 0});
        w.room.hear(numberedAddress(1), rfc4::Chat{u"anybody?"_s, 0});
        QTRY_COMPARE(w.textOf(u"showColumn"_s), u"People and chat (2)"_s);
        const QAccessibleInterface *read = QAccessible::queryAccessibleInterface(w.item(u"showColumn"_s));
        QCOMPARE(read->text(QAccessible::Description), u"2 unread messages"_s);
        w.press(Qt::Key_F9);
        QVERIFY(w.waitUntilHidden(u"showColumn"_s));
        QTRY_COMPARE(w.models.chat()->unread(), 0);
        w.press(Qt::Key_F9);
        QVERIFY(w.waitUntilSeen(u"showColumn"_s));
        QCOMPARE(w.textOf(u"showColumn"_s), u"People and chat"_s);
    }

    void doubleClickFoldsPeople_data()
    {
        QTest::addColumn<int>("jitter");
        QTest::newRow("still mouse") << 0;
        QTest::newRow("moving mouse") << 1;
    }
    void doubleClickFoldsPeople()
    {
        QFETCH(const int, jitter);
        Window w;
        w.enterRoom();
        QVERIFY(w.waitUntilSeen(u"peopleEdge"_s));
        const double before = w.edge();
        w.doubleClick(u"peopleEdge"_s, jitter);
        QTRY_VERIFY(w.edge() < before - 100);
        QVERIFY(!w.app.windowState()->isPeopleShown());
        w.doubleClick(u"peopleEdge"_s, jitter);
        QTRY_VERIFY(std::abs(w.edge() - before) <= 2);
        QVERIFY(w.app.windowState()->isPeopleShown());
        w.doubleClick(u"peopleEdge"_s, jitter); // works repeatedly
        QTRY_VERIFY(w.edge() < before - 100);
        w.doubleClick(u"peopleEdge"_s, jitter);
        QTRY_VERIFY(std::abs(w.edge() - before) <= 4);
    }

    void dragOpensFoldedPeople()
    {
        Window w;
        w.enterRoom();
        QVERIFY(w.waitUntilSeen(u"peopleEdge"_s));
        const double before = w.edge();
        w.app.windowState()->setPeopleShown(false);
        QTRY_VERIFY(w.edge() < before - 100);
        const double folded = w.edge();
        w.drag(u"peopleEdge"_s, 200);
        QTRY_VERIFY(std::abs(w.edge() - folded - 200) <= 12);
        QVERIFY(w.app.windowState()->isPeopleShown());
        QVERIFY(std::abs(w.edge() - folded - 200) <= 12); // and stays there
        w.app.windowState()->setPeopleShown(false);
        QTRY_COMPARE(w.edge(), folded);
        w.app.windowState()->setPeopleShown(true);
        QTRY_VERIFY(std::abs(w.edge() - folded - 200) <= 12); // at the height set by dragging
    }

    void dragFoldsPeople()
    {
        Window w;
        w.enterRoom();
        QVERIFY(w.waitUntilSeen(u"peopleEdge"_s));
        const double before = w.edge();
        w.drag(u"peopleEdge"_s, -600);
        QTRY_VERIFY(!w.app.windowState()->isPeopleShown());
        QVERIFY(w.edge() < before);
        w.doubleClick(u"peopleEdge"_s, 0);
        QTRY_VERIFY(std::abs(w.edge() - before) <= 2);
    }

    void leavingFullScreenRestoresWindow()
    {
        Window w;
        for (const QWindow::Visibility before : {QWindow::Maximized, QWindow::Windowed}) {
            w.window->setVisibility(before);
            QTRY_COMPARE(w.window->visibility(), before);
            w.press(Qt::Key_F11);
            QTRY_COMPARE(w.window->visibility(), QWindow::FullScreen);
            w.press(Qt::Key_F11);
            QTRY_COMPARE(w.window->visibility(), before);
        }
    }

    void narrowWindowHasTabs()
    {
        Window w;
        w.enterRoom();
        QVERIFY(w.waitUntilSeen(u"chatField"_s));
        QVERIFY(w.isSeen(u"peopleList"_s));
        w.window->resize(920, 620);
        QVERIFY(w.waitUntilSeen(u"sideTabs"_s));
        QVERIFY(w.isSeen(u"peopleList"_s) != w.isSeen(u"chatField"_s));
        w.press(Qt::Key_2, Qt::ControlModifier); // focuses the chat field
        QVERIFY(w.waitUntilSeen(u"chatField"_s));
        QVERIFY(w.item(u"chatField"_s)->hasActiveFocus());
        QVERIFY(w.waitUntilHidden(u"peopleList"_s));
        w.press(Qt::Key_3, Qt::ControlModifier); // focuses the people list
        QVERIFY(w.waitUntilSeen(u"peopleList"_s));
        w.window->resize(1280, 800);
        QVERIFY(w.waitUntilSeen(u"chatField"_s));
        QVERIFY(w.isSeen(u"peopleList"_s));
    }
};

ISLET_GUI_TEST(TestPanes);
#include "tst_panes.moc"
