// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mapviewfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! What the map itself writes, and the room that is left for what people say.
class TestMapEdges : public QObject {
    Q_OBJECT

private slots:
    void nothingIsWrittenUnderButtonsAndRulers()
    {
        FakeRoom room;
        MapScene scene;
        MapScene::View looking = view();
        build(scene, room, looking);
        QVERIFY(!scene.labelArea().isFree(looking.buttons));
        QVERIFY(!scene.labelArea().isFree({0, 300, 20, 20}));
        QVERIFY(!scene.labelArea().isFree({450, 0, 20, 10}));
        QVERIFY(!scene.labelArea().isFree({60, 580, 20, 10})); // the scale bar
        QVERIFY(!scene.labelArea().isFree({860, 40, 20, 10})); // north
        QVERIFY(scene.labelArea().isFree({450, 300, 100, 20}));
    }

    void wordsAtTheEdgeAreMovedIn_data()
    {
        QTest::addColumn<QPointF>("pixel");
        QTest::newRow("right") << QPointF(890, 300);
        QTest::newRow("left") << QPointF(50, 300);
        QTest::newRow("top") << QPointF(450, 30);
        QTest::newRow("bottom") << QPointF(450, 590);
        QTest::newRow("by the buttons") << QPointF(730, 570);
        QTest::newRow("under north") << QPointF(870, 44);
        QTest::newRow("a corner") << QPointF(890, 590);
    }
    void wordsAtTheEdgeAreMovedIn()
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
        QVERIFY(isWhole(scene));
    }

    void whoIsNotSeenHasNoName()
    {
        FakeRoom room;
        MapScene scene;
        for (const QPointF pixel : {QPointF(15, 300), QPointF(450, 8), QPointF(450, 615)}) {
            const QPointF at = view().camera.toWorld(pixel);
            const Address who = numberedAddress(int(pixel.y()));
            room.stand(who, {float(at.x()), 0, float(at.y())});
            room.peerScene.showLine(who, u"hello"_s);
        }
        room.wait(1s);
        build(scene, room, view());
        QVERIFY(scene.people().labels().boxes().empty());
    }

    void coordinatesStandWhereTheyHaveRoom_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("most");
        QTest::newRow("near: each parcel's") << 12. << 5 * 4;
        QTest::newRow("further: each fifth's") << 8. << 2 * 2;
        QTest::newRow("dots") << 2.5 << 5 * 3;
        QTest::newRow("far: the rulers have them") << 1.5 << 0;
    }
    void coordinatesStandWhereTheyHaveRoom()
    {
        QFETCH(const double, scale);
        QFETCH(const int, most);
        FakeRoom room;
        MapScene scene;
        build(scene, room, view(scale));
        const auto &written = scene.picture().groundSprites;
        QVERIFY(most == 0 || !written.empty());
        QVERIFY2(written.size() <= std::size_t(most), qPrintable(QString::number(written.size())));
        for (const MapSprite &sprite : written)
            QVERIFY(scene.labelArea().isFree(boxOf(scene, sprite)));
    }

    void numbersOfTheRulersAreWhole()
    {
        FakeRoom room;
        MapScene scene;
        for (int step = 0; step < 40; ++step) {
            MapScene::View looking = view(1.3);
            looking.camera.center.ry() += step;
            build(scene, room, looking);
            const QRectF item({}, looking.camera.size);
            QVERIFY(scene.picture().edgeSprites.size() > 20);
            for (const MapSprite &sprite : scene.picture().edgeSprites)
                QVERIFY(item.contains(boxOf(scene, sprite)));
        }
    }

    void ringsAreToldOverTheTiles()
    {
        FakeRoom room;
        MapScene scene;
        for (int i = 0; i < 60; ++i) // a tile where the words are
            room.stand(numberedAddress(i), {float(i) * 2, 0, 90});
        room.wait(1s);
        MapScene::View looking = view(1.5);
        looking.rings = {{80, u"leaves at 80 m"_s}, {79, u"no room"_s}};
        build(scene, room, looking);
        const MapPicture &picture = scene.picture();
        QCOMPARE(picture.notes.size(), std::size_t(1)); // words lie over each other no more
        const QRectF words = boxOf(scene, picture.notes[0]);
        const auto isUnder = [&](const MapBox &tile) { return tile.box.intersects(words); };
        QVERIFY(std::ranges::any_of(picture.boxes, isUnder));
        // Drawn after the numbers of the tiles, and on paper.
        const auto note = std::ranges::find(picture.sprites, picture.notes[0].cell, &MapSprite::cell);
        QCOMPARE(picture.sprites.end() - note, 2); // I alone lie over them
        const QRect cell = scene.sheet().rect(picture.notes[0].cell);
        QVERIFY(qAlpha(scene.sheet().image().pixel(cell.left() + cell.width() / 2, cell.top() + 2)) > 200);
    }
};

ISLET_GUI_TEST(TestMapEdges);
#include "tst_mapedges.moc"
