// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mapviewfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! Rulers, coordinates and ring labels, and the area left for the people's labels.
class TestMapEdges : public QObject {
    Q_OBJECT

private slots:
    void reservesButtonsAndRulers()
    {
        FakeRoom room;
        MapScene scene;
        MapScene::View mapView = view();
        build(scene, room, mapView);
        QVERIFY(!scene.labelArea().isFree(mapView.buttons));
        QVERIFY(!scene.labelArea().isFree({0, 300, 20, 20}));
        QVERIFY(!scene.labelArea().isFree({450, 0, 20, 10}));
        QVERIFY(!scene.labelArea().isFree({60, 580, 20, 10})); // the scale bar
        QVERIFY(!scene.labelArea().isFree({860, 40, 20, 10})); // north
        QVERIFY(scene.labelArea().isFree({450, 300, 100, 20}));
    }

    void shiftsLabelsIntoView_data()
    {
        QTest::addColumn<QPointF>("pixel");
        QTest::newRow("right") << QPointF(890, 300);
        QTest::newRow("left") << QPointF(50, 300);
        QTest::newRow("top") << QPointF(450, 30);
        QTest::newRow("bottom") << QPointF(450, 590);
        QTest::newRow("by the buttons") << QPointF(730, 570);
        QTest::newRow("under the north arrow") << QPointF(870, 44);
        QTest::newRow("a corner") << QPointF(890, 590);
    }
    void shiftsLabelsIntoView()
    {
        QFETCH(const QPointF, pixel);
        FakeRoom room;
        MapScene scene;
        const QPointF at = view().camera.toWorld(pixel);
        room.stand(numberedAddress(1), {float(at.x()), 0, float(at.y())});
        room.peerScene.showLine(numberedAddress(1), u"hello there, how are you today?"_s);
        room.wait(1s);
        build(scene, room, view());
        QVERIFY(!scene.people().labels().boxes().empty());
        QVERIFY(labelsAreInFreeArea(scene));
    }

    void doesNotLabelPeopleOutOfView()
    {
        FakeRoom room;
        MapScene scene;
        for (const QPointF pixel : {QPointF(15, 300), QPointF(450, 8), QPointF(450, 615)}) {
            const QPointF at = view().camera.toWorld(pixel);
            const Address address = numberedAddress(int(pixel.y()));
            room.stand(address, {float(at.x()), 0, float(at.y())});
            room.peerScene.showLine(address, u"hello"_s);
        }
        room.wait(1s);
        build(scene, room, view());
        QVERIFY(scene.people().labels().boxes().empty());
    }

    void placesCoordinatesInFreeArea_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("most");
        QTest::newRow("near: each parcel") << 12. << 5 * 4;
        QTest::newRow("further: every fifth") << 8. << 2 * 2;
        QTest::newRow("dots") << 2.5 << 5 * 3;
        QTest::newRow("far: only on the rulers") << 1.5 << 0;
    }
    void placesCoordinatesInFreeArea()
    {
        QFETCH(const double, scale);
        QFETCH(const int, most);
        FakeRoom room;
        MapScene scene;
        build(scene, room, view(scale));
        const auto &coordinates = scene.picture().groundSprites;
        QVERIFY(most == 0 || !coordinates.empty());
        QVERIFY2(coordinates.size() <= std::size_t(most), qPrintable(QString::number(coordinates.size())));
        for (const MapSprite &sprite : coordinates)
            QVERIFY(scene.labelArea().isFree(boxOf(scene, sprite)));
    }

    void rulerNumbersAreComplete()
    {
        FakeRoom room;
        MapScene scene;
        for (int step = 0; step < 40; ++step) {
            MapScene::View mapView = view(1.3);
            mapView.camera.center.ry() += step;
            build(scene, room, mapView);
            const QRectF item({}, mapView.camera.size);
            QVERIFY(scene.picture().edgeSprites.size() > 20);
            for (const MapSprite &sprite : scene.picture().edgeSprites)
                QVERIFY(item.contains(boxOf(scene, sprite)));
        }
    }

    void ringLabelsAreAboveDensity()
    {
        FakeRoom room;
        MapScene scene;
        for (int i = 0; i < 60; ++i) // a tinted parcel under the label
            room.stand(numberedAddress(i), {float(i) * 2, 0, 90});
        room.wait(1s);
        MapScene::View mapView = view(1.5);
        mapView.rings = {{80, u"leaves at 80 m"_s}, {79, u"no room"_s}};
        build(scene, room, mapView);
        const MapPicture &picture = scene.picture();
        QCOMPARE(picture.notes.size(), std::size_t(1)); // the second label would overlap the first
        const QRectF label = boxOf(scene, picture.notes[0]);
        const auto isUnder = [&](const MapBox &tile) { return tile.box.intersects(label); };
        QVERIFY(std::ranges::any_of(picture.boxes, isUnder));
        // Drawn after the parcels' counts, and on a background.
        const auto note = std::ranges::find(picture.sprites, picture.notes[0].cell, &MapSprite::cell);
        QCOMPARE(picture.sprites.end() - note, 2); // only my avatar is above
        const QRect cell = scene.sheet().rect(picture.notes[0].cell);
        QVERIFY(qAlpha(scene.sheet().image().pixel(cell.left() + cell.width() / 2, cell.top() + 2)) > 200);
    }
};

ISLET_GUI_TEST(TestMapEdges);
#include "tst_mapedges.moc"
