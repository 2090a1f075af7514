// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testmain.h"
#include "textprobe.h"

#include <QDir>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The window in a right-to-left language: everything is mirrored except the map, where east stays right.
class TestRightToLeft : public QObject {
    Q_OBJECT

private:
    struct Window : TextProbe {
        Window()
            : TextProbe({1280, 800}, Qt::RightToLeft)
        {
            fill();
        }
        //! The x coordinate of the centre of the focused item.
        double focusX() const
        {
            const QQuickItem *item = window->activeFocusItem();
            return item->mapRectToScene(item->boundingRect()).center().x();
        }
    };

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void mirrorsPanes()
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

        // Saved for review with the other pictures.
        QDir().mkpath(QStringLiteral(ISLET_PICTURES));
        QVERIFY(w.window->grabWindow().save(QStringLiteral(ISLET_PICTURES "/righttoleft.png")));
    }

    void alignsTextRight()
    {
        Window w;
        for (const QString &name : {u"peopleCount"_s, u"stateText"_s})
            QCOMPARE(w.item(name)->property("effectiveHorizontalAlignment").toInt(), int(Qt::AlignRight));
    }

    void mirrorsChat()
    {
        Window w;
        const QQuickItem *line = w.item(u"chatText"_s);
        QVERIFY(line && line->width() > line->parentItem()->parentItem()->width() / 2);
        const QQuickItem *edge = w.item(u"chatEdge"_s);
        QVERIFY(edge->mapToScene({}).x() > line->mapToScene({line->width(), 0}).x());
    }

    void keepsEastRightOnMap()
    {
        Window w;
        const QRectF map = w.placeOf(u"map"_s);
        const Vec3 me = w.models.avatar()->placement().position;
        QTest::mouseClick(w.window, Qt::LeftButton, {}, (map.center() + QPointF(-60, 0)).toPoint());
        QVERIFY(w.models.avatar()->goal());
        QVERIFY(w.models.avatar()->goal()->x < me.x); // the peers are in the east
        QCOMPARE(w.models.avatar()->goal()->z, me.z);
    }

    void tabMovesRightToLeft()
    {
        Window w;
        w.item(u"address"_s)->forceActiveFocus(Qt::TabFocusReason);
        double last = w.focusX();
        for (int i = 0; i < 4; ++i) { // places, enter, leave, handshake
            w.press(Qt::Key_Tab);
            QVERIFY2(w.focusX() < last, qPrintable(w.window->activeFocusItem()->objectName()));
            last = w.focusX();
        }
    }

    void opensPopupsAtButtons()
    {
        Window w;
        w.click(u"meButton"_s);
        QVERIFY(w.waitUntilSeen(u"nameField"_s));
        QVERIFY(w.placeOf(u"nameField"_s).left() > w.placeOf(u"map"_s).center().x());
    }
};

ISLET_GUI_TEST(TestRightToLeft);
#include "tst_righttoleft.moc"
