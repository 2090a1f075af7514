// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mapwindowfixture.h"
#include "tests/support/testmain.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

#include <cmath>
#include <limits>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;

//! Mouse input on the map: clicks, drags, the wheel and the zoom buttons.
class TestMapMouse : public QObject {
    Q_OBJECT

public:
    static void initMain() { drawOffscreen(); }

private slots:
    void clickWalksThere()
    {
        MapWindow map;
        const QPoint pixel(300 + 60, 200 - 36); // 5 m east, 3 m north
        QTest::mouseClick(&map.window, Qt::LeftButton, {}, pixel);
        QVERIFY(map.room.avatar.goal());
        QCOMPARE(*map.room.avatar.goal(), (Vec3{13, 0, 11}));
        map.walk(3s);
        QCOMPARE(map.room.avatar.placement().position, (Vec3{13, 0, 11}));
        QVERIFY(map.item->follow());
        QVERIFY(map.item->hasActiveFocus()); // takes the keyboard focus
    }

    void otherButtonsDoNotWalk()
    {
        MapWindow map;
        QTest::mouseClick(&map.window, Qt::RightButton, {}, {400, 100});
        QTest::mouseClick(&map.window, Qt::MiddleButton, {}, {400, 100});
        QVERIFY(!map.room.avatar.goal());
    }

    void dragMovesTheMapAndStopsFollowing()
    {
        MapWindow map;
        map.put(ana, {12, 0, 12});
        QSignalSpy followed(map.item, &MapItem::followChanged);
        map.drag({100, 300}, {190, 240}); // right and up
        QVERIFY(!map.room.avatar.goal()); // not a click
        QVERIFY(!map.item->follow());
        QCOMPARE(followed.count(), 1);
        const QPoint before = map.pixelOf({12, 0, 12});
        QTRY_VERIFY(isDiscAt(map.picture(), ana, before + QPoint(90, -60)));
        QCOMPARE(map.picture().pixelColor(300 + 90, 200 - 60), accentColor);

        map.room.avatar.walkTo(9, 8); // the map does not follow
        map.walk(1s);
        QTRY_COMPARE(map.picture().pixelColor(300 + 90 + 12, 200 - 60), accentColor);
        QVERIFY(isDiscAt(map.picture(), ana, before + QPoint(90, -60)));

        map.item->setFollow(true);
        map.follow();
        QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf({12, 0, 12})));
    }

    void smallDragIsAClick()
    {
        MapWindow map;
        map.drag({400, 100}, {403, 98});
        QVERIFY(map.room.avatar.goal());
        QVERIFY(map.item->follow());
    }

    void wheelZoomsAboutTheCursor()
    {
        MapWindow map;
        map.item->setFollow(false);
        map.put(ana, {12, 0, 12});
        map.put(bo, {-2, 0, 4});
        for (const int notches : {2, -5}) {
            map.turnWheel(map.pixelOf({12, 0, 12}), notches);
            map.camera.zoomAbout(map.pixelOf({12, 0, 12}), std::pow(1.25, notches));
            QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf({12, 0, 12}))); // under the cursor as before
            QVERIFY(isDiscAt(map.picture(), bo, map.pixelOf({-2, 0, 4})));
        }
    }

    void wheelZoomsAboutMeWhileFollowing()
    {
        MapWindow map;
        map.put(ana, {12, 0, 12});
        map.turnWheel({10, 10}, 2);
        map.camera.zoomAbout({300, 200}, 1.25 * 1.25);
        QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf({12, 0, 12})));
        QVERIFY(map.item->follow());
    }

    void buttonsZoom()
    {
        MapWindow map;
        map.put(ana, {12, 0, 12});
        map.item->zoomIn();
        map.camera.zoomAbout({300, 200}, 1.25);
        QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf({12, 0, 12})));
        for (int i = 0; i < 100; ++i)
            map.item->zoomOut();
        map.camera.zoomAbout({300, 200}, 0);
        map.put(bo, {308, 0, 8}); // 300 m away, but in view
        map.item->select(bo.toChecksummed());
        QTRY_VERIFY(isDiscAt(map.picture(), bo, {450, 200}));
        QCOMPARE(map.pixelOf({308, 0, 8}), QPoint(450, 200));
    }

    void clickSelectsPerson()
    {
        MapWindow map;
        map.put(ana, {12, 0, 12});
        QSignalSpy clicked(map.item, &MapItem::personClicked);
        QTest::mouseClick(&map.window, Qt::LeftButton, {}, map.pixelOf({12, 0, 12}));
        QVERIFY(!map.room.avatar.goal()); // a click on a person does not walk
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.first().first().toString(), ana.toChecksummed());
        QCOMPARE(map.item->selectedAddress(), ana.toChecksummed());
        QCOMPARE(map.item->personAt(map.pixelOf({2, 0, 2})), QString());

        QTest::mouseClick(&map.window, Qt::LeftButton, {}, {100, 100}); // the ground
        QVERIFY(map.room.avatar.goal());
        QVERIFY(map.item->selectedAddress().isEmpty());
        QVERIFY(!map.item->clearSelection());

        QVERIFY(map.item->select(ana.toChecksummed()));
        QVERIFY(!map.item->select(bo.toChecksummed())); // not there
        QVERIFY(!map.item->select(QStringLiteral("<b>ana</b>")));
        QVERIFY(map.item->clearSelection());
    }

    void pointsToSelectedPersonOutOfView_data()
    {
        QTest::addColumn<Vec3>("place");
        QTest::addColumn<QRect>("edge");
        QTest::addColumn<double>("degrees");
        QTest::newRow("east") << Vec3{88, 0, 8} << QRect(560, 0, 40, 400) << 90.;
        QTest::newRow("south") << Vec3{8, 0, -72} << QRect(0, 360, 600, 40) << 180.;
        QTest::newRow("west") << Vec3{-72, 0, 8} << QRect(20, 0, 40, 400) << -90.;
        QTest::newRow("north-east, by north") << Vec3{88, 0, 58} << QRect(480, 0, 120, 130) << 58.;
        QTest::newRow("south-east, by the buttons") << Vec3{88, 0, -32} << QRect(400, 250, 200, 150) << 116.;
    }
    void pointsToSelectedPersonOutOfView()
    {
        QFETCH(const Vec3, place);
        QFETCH(const QRect, edge);
        QFETCH(const double, degrees);
        MapWindow map;
        map.item->setButtons({440, 360, 150, 32});
        map.put(ana, place);
        const auto isPointed = [&map] { return !map.item->scene().people().labels().away().boxes()[0].isEmpty(); };
        map.picture();
        QVERIFY(!isPointed());
        QVERIFY(map.item->select(ana.toChecksummed()));
        QTRY_VERIFY((map.picture(), isPointed()));
        QVERIFY(map.item->follow()); // unchanged
        const auto boxes = map.item->scene().people().labels().away().boxes();
        QVERIFY(QRectF(edge).contains(boxes[0]));
        for (const QRectF &box : boxes)
            QVERIFY(!box.isEmpty() && map.item->scene().labelArea().isFree(box));
        QVERIFY(countOf(map.picture().copy(boxes[0].toRect()), colorOf(ana)) > 50);
        const auto &sprites = map.item->scene().picture().sprites;
        QVERIFY(std::ranges::any_of(sprites, [&](const MapSprite &sprite) {
            return std::abs(std::remainder(double(sprite.degrees) - degrees, 360)) < 5 && sprite.degrees != 0;
        }));

        QTest::mouseClick(&map.window, Qt::LeftButton, {}, boxes[1].center().toPoint());
        QVERIFY(!map.item->follow());
        QVERIFY(!map.room.avatar.goal());
        QCOMPARE(map.item->selectedAddress(), ana.toChecksummed());
        QTRY_VERIFY(isDiscAt(map.picture(), ana, {300, 200}));
        QVERIFY(!isPointed());
        map.item->setFollow(true);
        QTRY_VERIFY((map.picture(), isPointed()));
        map.item->clearSelection();
        QTRY_VERIFY((map.picture(), !isPointed()));
        QVERIFY(!map.item->showSelected());
    }

    void markerShowsDistance()
    {
        MapWindow map;
        map.put(ana, {88, 0, 8});
        map.item->select(ana.toChecksummed());
        QTRY_VERIFY((map.picture(), !map.item->scene().people().labels().away().boxes()[1].isEmpty()));
        const double oneLine = map.item->scene().labelArea().view.top();
        QVERIFY(map.item->scene().people().labels().away().boxes()[1].height() > 1.5 * oneLine); // the name, and 80 m
    }

    void clearsSelectionWhenPersonLeaves()
    {
        MapWindow map;
        map.put(ana, {12, 0, 12});
        QVERIFY(map.item->select(ana.toChecksummed()));
        QSignalSpy changed(map.item, &MapItem::selectedChanged);
        map.room.leave(ana);
        QTRY_VERIFY(map.item->selectedAddress().isEmpty());
        QCOMPARE(changed.count(), 1);
    }

    void reportsHoveredPerson()
    {
        MapWindow map;
        map.put(ana, {12, 0, 12});
        const auto hover = [&map](QPointF at) {
            QHoverEvent event(QEvent::HoverMove, at, at, QPointF());
            QCoreApplication::sendEvent(map.item, &event);
        };
        hover(map.pixelOf({12, 0, 12}));
        QCOMPARE(map.item->hoveredAddress(), ana.toChecksummed());
        hover({20, 300});
        QVERIFY(map.item->hoveredAddress().isEmpty());
    }

    void goesToParcel()
    {
        MapWindow map;
        map.item->goToParcel(-10, 3);
        QVERIFY(!map.item->follow());
        map.camera.center = {-152, 56};
        map.put(ana, {-150, 0, 54});
        QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf({-150, 0, 54})));
        QVERIFY(!map.room.avatar.goal()); // does not walk there
        map.item->goToParcel(std::numeric_limits<int>::max(), std::numeric_limits<int>::min());
        QVERIFY(!map.picture().isNull());
    }

    void copiesMyPosition()
    {
        MapWindow map;
        map.item->copyPosition();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("0,0 (8.0, 0.0, 8.0)"));
    }

    void fitsEveryoneIntoView()
    {
        MapWindow map;
        map.put(ana, {-50, 0, -20});
        map.put(bo, {70, 0, 40});
        map.item->setButtons({440, 350, 150, 40});
        map.picture();
        map.item->fitEveryone();
        QVERIFY(!map.item->follow());
        const auto isWhole = [](const QImage &picture, const Address &who) {
            return countOf(picture, colorOf(who)) > 60;
        };
        QTRY_VERIFY(isWhole(map.picture(), ana) && isWhole(map.picture(), bo));
        // Rulers and buttons do not cover them.
        const QImage picture = map.picture();
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor color = picture.pixelColor(x, y);
                const bool isThem = color == colorOf(ana) || color == colorOf(bo);
                QVERIFY(!isThem || (x > 30 && y > 16 && y < 350));
            }
        }
    }

    void fitDoesNotExceedTheDefaultScale_data()
    {
        QTest::addColumn<bool>("isAlone");
        QTest::newRow("alone") << true;
        QTest::newRow("two people") << false;
    }
    void fitDoesNotExceedTheDefaultScale()
    {
        QFETCH(const bool, isAlone);
        MapWindow map;
        if (!isAlone)
            map.put(ana, {11, 0, 8});
        map.picture();
        map.item->zoomAbout({300, 200}, 3);
        map.item->fitEveryone();
        map.picture();
        const auto &sprites = map.item->scene().picture().sprites;
        const MapSprite &me = sprites.back(); // drawn last
        const QRectF room = map.item->scene().labelArea().view;
        QVERIFY(room.contains(QPointF(double(me.x), double(me.y))));
        QVERIFY(std::abs(double(me.x) - room.center().x()) < 40 && std::abs(double(me.y) - room.center().y()) < 40);
        // At the default scale.
        map.put(bo, {13, 0, 8});
        QTRY_VERIFY(map.item->personAt({double(me.x) + 60, double(me.y)}) == bo.toChecksummed());
    }
};

ISLET_GUI_TEST(TestMapMouse);
#include "tst_mapmouse.moc"
