// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testmain.h"
#include "textprobe.h"

#include <QDir>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The window for those who read from right to left: all of it is mirrored, but for the world, where east is right.
class TestRightToLeft : public QObject {
    Q_OBJECT

private:
    struct Window : WordWatch {
        Window()
            : WordWatch({1280, 800}, Qt::RightToLeft)
        {
            fill();
        }
        //! The middle of what has the keyboard.
        double focus() const
        {
            const QQuickItem *item = window->activeFocusItem();
            return item->mapRectToScene(item->boundingRect()).center().x();
        }
    };

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void thePanesChangeSides()
    {
        Window w;
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        const QRectF map = w.placeOf(u"map"_s);
        for (const QString &name : {u"peopleList"_s, u"chatList"_s, u"chatField"_s}) {
            QVERIFY2(w.isSeen(name), qPrintable(name));
            QVERIFY2(w.placeOf(name).right() <= map.left(), qPrintable(name));
        }
        QVERIFY(w.placeOf(u"address"_s).left() > w.placeOf(u"settingsButton"_s).right());
        QVERIFY(w.placeOf(u"talkButton"_s).left() > w.placeOf(u"muteButton"_s).right());
        QVERIFY(w.placeOf(u"meButton"_s).left() > map.center().x());

        // For eyes, to be looked at with the rest of the pictures.
        QDir().mkpath(QStringLiteral(ISLET_PICTURES));
        QVERIFY(w.window->grabWindow().save(QStringLiteral(ISLET_PICTURES "/righttoleft.png")));
    }

    void wordsBeginAtTheRight()
    {
        Window w;
        for (const QString &name : {u"peopleCount"_s, u"stateText"_s})
            QCOMPARE(w.item(name)->property("effectiveHorizontalAlignment").toInt(), int(Qt::AlignRight));
    }

    void theChatIsReadFromTheRight()
    {
        Window w;
        const QQuickItem *line = w.item(u"chatText"_s);
        QVERIFY(line && line->width() > line->parentItem()->parentItem()->width() / 2);
        const QQuickItem *edge = w.item(u"chatEdge"_s);
        QVERIFY(edge->mapToScene({}).x() > line->mapToScene({line->width(), 0}).x());
    }

    void eastStaysAtTheRight()
    {
        Window w;
        const QRectF map = w.placeOf(u"map"_s);
        const Vec3 me = w.main.avatar().placement().position;
        QTest::mouseClick(w.window, Qt::LeftButton, {}, (map.center() + QPointF(-60, 0)).toPoint());
        QVERIFY(w.main.avatar().goal());
        QVERIFY(w.main.avatar().goal()->x < me.x); // the others stand in the east
        QCOMPARE(w.main.avatar().goal()->z, me.z);
    }

    void theKeyboardGoesAsOneReads()
    {
        Window w;
        w.item(u"address"_s)->forceActiveFocus(Qt::TabFocusReason);
        double last = w.focus();
        for (int i = 0; i < 4; ++i) { // places, enter, leave, the way in
            w.press(Qt::Key_Tab);
            QVERIFY2(w.focus() < last, qPrintable(w.window->activeFocusItem()->objectName()));
            last = w.focus();
        }
    }

    void popupsStayWithTheirButtons()
    {
        Window w;
        w.click(u"meButton"_s);
        QVERIFY(w.sees(u"nameField"_s));
        QVERIFY(w.placeOf(u"nameField"_s).left() > w.placeOf(u"map"_s).center().x());
    }
};

ISLET_GUI_TEST(TestRightToLeft);
#include "tst_righttoleft.moc"
