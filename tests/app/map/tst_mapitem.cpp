// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mapwindowfixture.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;

//! The map as the user sees it: positions are checked by pixels.
class TestMapItem : public QObject {
    Q_OBJECT

public:
    static void initMain() { drawOffscreen(); }

private slots:
    void isNotBlank()
    {
        MapWindow map;
        const QImage picture = map.picture();
        QCOMPARE(picture.size(), QSize(600, 400));
        QVERIFY(countOf(picture, paperColor) > 200'000);
        QVERIFY(countOf(picture, gridColor) > 1'000);
        QVERIFY(countOf(picture, accentColor) > 50); // me
        QVERIFY(picture.pixelColor(60, 384).lightnessF() < 0.5F); // the scale bar
    }

    void drawsPeopleAtTheirPosition_data()
    {
        QTest::addColumn<Vec3>("position");
        QTest::addColumn<QPoint>("pixel");
        QTest::newRow("east") << Vec3{18, 0, 8} << QPoint(300 + 120, 200);
        QTest::newRow("north") << Vec3{8, 0, 18} << QPoint(300, 200 - 120);
        QTest::newRow("south-west") << Vec3{-2, 0, -2} << QPoint(300 - 120, 200 + 120);
        QTest::newRow("high up") << Vec3{18, 500, 13} << QPoint(300 + 120, 200 - 60);
    }
    void drawsPeopleAtTheirPosition()
    {
        QFETCH(const Vec3, position);
        QFETCH(const QPoint, pixel);
        MapWindow map;
        map.room.join(ana);
        QVERIFY(!isDiscAt(map.picture(), ana, pixel)); // not before their first position
        map.put(ana, position);
        QTRY_VERIFY(isDiscAt(map.picture(), ana, pixel));
        QCOMPARE(map.pixelOf(position), pixel);
        const QImage picture = map.picture();
        const int disc = countOf(picture, colorOf(ana));
        QVERIFY2(disc > 100 && disc < 600, qPrintable(QString::number(disc))); // drawn once
        map.room.leave(ana);
        QTRY_COMPARE(countOf(map.picture(), colorOf(ana)), 0);
    }

    void interpolatesMovement()
    {
        MapWindow map;
        const auto anas = [&map] { return map.room.peerScene.find(ana)->motion.at(map.room.peerScene.now()).position; };
        map.put(ana, {12, 0, 12});
        map.put(bo, {8, 0, 16});
        map.room.stand(ana, {12, 0, 12});
        map.room.wait(100ms);
        map.room.stand(ana, {13, 0, 12});
        map.room.wait(PeerMotion::initialDelay - 70ms);
        QVERIFY(map.room.peerScene.isMoving());
        const Vec3 between = anas();
        QVERIFY2(between.x > 12.1F && between.x < 12.9F, qPrintable(QString::number(between.x)));
        QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf(between)));
        map.room.wait(1s);
        map.room.stand(ana, {13, 0, 12}); // standing
        map.room.wait(2s);
        map.room.stand(ana, {13, 0, 12});
        map.put(bo, {8, 0, 16});
        QVERIFY(!map.room.peerScene.isMoving());
        QCOMPARE(anas(), (Vec3{13, 0, 12}));
        QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf({13, 0, 12})));
        QVERIFY(isDiscAt(map.picture(), bo, map.pixelOf({8, 0, 16}))); // standing people do not move
    }

    void drawsOnlyOnChange()
    {
        MapWindow map;
        map.put(ana, {12, 0, 8});
        QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf({12, 0, 8})));
        QSignalSpy drawn(&map.window, &QQuickWindow::afterRendering);
        QQuickWindow busy; // redraws continuously, to measure how often the map could have drawn
        connect(&busy, &QQuickWindow::frameSwapped, &busy, &QQuickWindow::update);
        QSignalSpy frames(&busy, &QQuickWindow::frameSwapped);
        busy.show();
        const auto isAtRest = [&] {
            drawn.clear();
            frames.clear();
            return waitUntil([&] { return frames.count() >= 15; }) && drawn.isEmpty();
        };
        QTRY_VERIFY(isAtRest()); // stops drawing
        busy.close();
        map.room.stand(ana, {14, 0, 8});
        QVERIFY(drawn.wait(1'000)); // and resumes
    }

    void drawsHeadings()
    {
        MapWindow map;
        map.room.stand(ana, {16, 0, 12}, 90); // heading east
        map.room.wait(1s);
        const QPoint at = map.pixelOf({16, 0, 12});
        const auto isTinted = [&](const QImage &picture, QPoint pixel) {
            const QColor color = picture.pixelColor(pixel);
            return color != paperColor && color != gridColor;
        };
        QTRY_VERIFY(isTinted(map.picture(), at + QPoint(13, 0)));
        QVERIFY(!isTinted(map.picture(), at - QPoint(13, 0)));
        map.room.stand(ana, {16, 0, 12}, 270);
        map.room.wait(1s);
        QTRY_VERIFY(isTinted(map.picture(), at - QPoint(13, 0)));
        QVERIFY(!isTinted(map.picture(), at + QPoint(13, 0)));
    }

    void drawsParcelLines()
    {
        MapWindow map;
        const QImage picture = map.picture();
        const auto isLine = [&](QPoint pixel, QPoint across) {
            for (int offset = -1; offset <= 1; ++offset) {
                const QColor color = picture.pixelColor(pixel + across * offset);
                if (color != paperColor && color.lightnessF() < paperColor.lightnessF() - 0.1F)
                    return true;
            }
            return false;
        };
        // The view is 50 m wide: x from -17 to 33. Samples pixels where nothing else is drawn.
        for (const float line : {0.F, 16.F, 32.F}) // a ruler covers -16
            QVERIFY2(isLine(map.pixelOf({line, 0, 22}), {1, 0}), qPrintable(QString::number(line)));
        for (const float line : {0.F, 16.F})
            QVERIFY2(isLine(map.pixelOf({30, 0, line}), {0, 1}), qPrintable(QString::number(line)));
        for (const float between : {-8.F, 4.F, 12.F, 24.F})
            QVERIFY2(!isLine(map.pixelOf({between, 0, 22}), {1, 0}), qPrintable(QString::number(between)));
        QCOMPARE(picture.pixelColor(map.pixelOf({32, 0, 22})), gridColor);
        QVERIFY(picture.pixelColor(map.pixelOf({0, 0, 22})) != gridColor); // every tenth is stronger
    }

    void keepsMeCenteredWhileFollowing()
    {
        MapWindow map;
        map.put(ana, {12, 0, 20});
        map.room.avatar.press(Qt::Key_W);
        map.walk(2s);
        map.room.avatar.release(Qt::Key_W);
        map.walk(100ms);
        map.follow();
        map.room.stand(ana, {12, 0, 20}); // a silent peer would fade
        QVERIFY(std::abs(map.camera.center.y() - 14) < 0.01);
        QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf({12, 0, 20})));
        QCOMPARE(map.picture().pixelColor(300, 200), accentColor); // me
    }

    void drawsRingAroundTalkingPeople()
    {
        MapWindow map;
        map.put(ana, {18, 0, 8});
        map.put(bo, {18, 0, 14});
        QTRY_VERIFY(isDiscAt(map.picture(), bo, map.pixelOf({18, 0, 14})));
        // Counts accent pixels around a disc.
        const auto ring = [&](const Vec3 &place) {
            const QPoint at = map.pixelOf(place);
            const QRect around(at - QPoint(28, 28), at + QPoint(28, 28));
            return countOf(map.picture().copy(around), accentColor);
        };
        const Vec3 anas{18, 0, 8};
        const Vec3 bos{18, 0, 14};
        QCOMPARE(ring(anas), 0);
        map.room.peerScene.setTalking({ana});
        QTRY_VERIFY(ring(anas) > 30);
        QVERIFY(isDiscAt(map.picture(), ana, map.pixelOf(anas))); // her face is still visible
        QCOMPARE(ring(bos), 0);
        map.room.peerScene.setTalking({bo, numberedAddress(77)});
        QTRY_VERIFY(ring(bos) > 30);
        QCOMPARE(ring(anas), 0);
        map.room.peerScene.setTalking({});
        QTRY_COMPARE(ring(bos), 0);

        const Vec3 mine{8, 0, 8};
        const int withoutRing = ring(mine); // my own disc has this colour
        map.item->setTalking(true);
        QTRY_VERIFY(ring(mine) > withoutRing + 30);
        map.item->setTalking(false);
        QTRY_COMPARE(ring(mine), withoutRing);
    }

    void labelsHearingRangeInWholeMetres()
    {
        MapWindow map;
        const auto first = [&map] { return map.item->rings().first().label; };
        map.item->setHearing(500. / 3);
        QCOMPARE(first(), QStringLiteral("Audible within 167 m"));
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Spanish, QLocale::Spain));
        map.item->setHearing(12'345.4);
        QLocale::setDefault(before);
        QCOMPARE(first(), QStringLiteral("Audible within 12.345 m"));
    }

    void adaptsToWindowSize()
    {
        MapWindow map;
        map.put(ana, {12, 0, 12});
        map.window.resize(900, 700);
        map.item->setSize({900, 700});
        map.camera.size = {900, 700};
        QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf({12, 0, 12})));
    }

    void labelsDoNotCoverNeighbours_data()
    {
        QTest::addColumn<bool>("isAnaAbove");
        QTest::newRow("Ana above") << true;
        QTest::newRow("Ana below") << false;
    }
    void labelsDoNotCoverNeighbours()
    {
        QFETCH(const bool, isAnaAbove);
        MapWindow map;
        map.put(isAnaAbove ? ana : bo, {14, 0, 12});
        map.put(isAnaAbove ? bo : ana, {14, 0, 10.2F});
        QTRY_VERIFY(isDiscAt(map.picture(), ana, map.pixelOf({14, 0, isAnaAbove ? 12 : 10.2F})));
        QVERIFY(isDiscAt(map.picture(), bo, map.pixelOf({14, 0, isAnaAbove ? 10.2F : 12})));
    }

    void drawsManyPeople()
    {
        MapWindow map;
        for (int i = 0; i < 2'000; ++i)
            map.room.stand(numberedAddress(i), {float(i % 50) - 17, 0, float(i) / 50 - 12});
        map.room.wait(1s);
        for (int i = 0; i < 24; ++i) // every palette colour occurs
            QTRY_VERIFY(countOf(map.picture(), colorOf(numberedAddress(i))) > 100);
    }

    void outlivesItsSources()
    {
        QQuickWindow window;
        auto *item = new MapItem(window.contentItem());
        window.resize(200, 200);
        item->setSize({200, 200});
        item->setPaper(paperColor);
        {
            FakeRoom room;
            item->setPeerScene(&room.peerScene);
            item->setAvatar(&room.avatar);
            room.stand(ana, {9, 0, 9});
        }
        QVERIFY(!item->peerScene() && !item->avatar());
        window.show();
        QTest::mouseClick(&window, Qt::LeftButton, {}, {20, 20});
        item->fitEveryone();
        QVERIFY(!window.grabWindow().isNull());
    }
};

ISLET_GUI_TEST(TestMapItem);
#include "tst_mapitem.moc"
