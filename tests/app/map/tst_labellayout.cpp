// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mapviewfixture.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! Labels, speech bubbles and the levels of detail.
class TestLabelLayout : public QObject {
    Q_OBJECT

private:
    static bool isFree(const std::vector<QRectF> &boxes)
    {
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t other = 0; other < i; ++other) {
                if (boxes[i].intersects(boxes[other]))
                    return false;
            }
        }
        return true;
    }

private slots:
    void labelsNeverOverlap_data()
    {
        QTest::addColumn<int>("people");
        QTest::addColumn<double>("spread");
        QTest::newRow("two") << 2 << 1.;
        QTest::newRow("a group") << 20 << 5.;
        QTest::newRow("a crowd") << 300 << 30.;
        QTest::newRow("a dense crowd") << 300 << 3.;
    }
    void labelsNeverOverlap()
    {
        QFETCH(const int, people);
        QFETCH(const double, spread);
        FakeRoom room;
        MapScene scene;
        QRandomGenerator random(7);
        const auto somewhere = [&] { return static_cast<float>(8 + (random.generateDouble() - 0.5) * 2 * spread); };
        for (int i = 0; i < people; ++i)
            room.stand(numberedAddress(i), {somewhere(), 0, somewhere()});
        for (int frame = 0; frame < 40; ++frame) {
            for (int i = frame % 5; i < people; i += 5)
                room.stand(numberedAddress(i), {somewhere(), 0, somewhere()});
            room.peerScene.setTalking({numberedAddress(frame % people), numberedAddress((frame + 1) % people)});
            room.peerScene.showLine(numberedAddress(frame % people), u"hello there, how are you?"_s);
            room.wait(33ms);
            build(scene, room, view());
            const auto &labels = scene.people().labels();
            QVERIFY(isFree(labels.boxes()));
            QVERIFY(labelsAreInFreeArea(scene));
            QVERIFY(labels.boxes().size() <= LabelChoice::maxLabels + 2 * LabelChoice::maxBubbles);
        }
    }

    void labelsTalkingPeople()
    {
        FakeRoom room;
        MapScene scene;
        for (int i = 0; i < 400; ++i) // shoulder to shoulder
            room.stand(numberedAddress(i), {float(i % 20) * 1.5F - 6, 0, float(i) / 20 * 1.5F - 6});
        room.wait(1s);
        room.peerScene.setTalking({numberedAddress(3), numberedAddress(222), numberedAddress(399)});
        build(scene, room, view(20));
        const auto labelled = scene.people().labels().labelledPeers();
        QVERIFY(labelled.contains(numberedAddress(222)));
    }

    void labelsTheNearestFirst()
    {
        FakeRoom room;
        MapScene scene;
        for (int i = 0; i < 30; ++i) // all at one position, except one beside me
            room.stand(numberedAddress(i), {24, 0, 18});
        room.stand(numberedAddress(77), {10, 0, 3});
        room.wait(1s);
        build(scene, room, view());
        QVERIFY(scene.people().labels().labelledPeers().contains(numberedAddress(77)));
        QVERIFY(scene.people().labels().labelledPeers().size() < 10);
    }

    void labelsAreStable()
    {
        FakeRoom room;
        MapScene scene;
        for (int i = 0; i < 100; ++i)
            room.stand(numberedAddress(i), {float(i % 10) * 3 - 6, 0, float(i) / 10 * 3 - 6});
        room.wait(1s);
        build(scene, room, view());
        const auto labelled = scene.people().labels().labelledPeers();
        QVERIFY(labelled.size() > 10);
        for (int frame = 0; frame < 30; ++frame) {
            room.wait(33ms);
            build(scene, room, view());
            QCOMPARE(scene.people().labels().labelledPeers(), labelled);
        }
    }

    void showsDensityWhenZoomedOut()
    {
        FakeRoom room;
        MapScene scene;
        for (int i = 0; i < 50; ++i)
            room.stand(numberedAddress(i), {24, 0, 24});
        room.stand(numberedAddress(60), {-100, 0, -40});
        room.wait(1s);
        build(scene, room, view(1.5));
        // A parcel is tinted, whether many people are in it or one.
        QCOMPARE(scene.picture().boxes.size(), std::size_t(2));
        QCOMPARE(scene.picture().boxes[0].box.center(), view(1.5).camera.toScreen(QPointF(-104, -40)));
        QCOMPARE(scene.picture().boxes[1].box.center(), view(1.5).camera.toScreen(QPointF(24, 24)));
        QVERIFY(qAlpha(scene.picture().boxes[1].color) > qAlpha(scene.picture().boxes[0].color));
        const auto discs = [&scene] { return std::ranges::count_if(scene.picture().sprites, &MapSprite::isDisc); };
        QCOMPARE(discs(), 0);
        room.peerScene.setTalking({numberedAddress(7)}); // talking people are still drawn
        build(scene, room, view(1.5));
        QCOMPARE(discs(), 1);
        room.peerScene.setTalking({});
        build(scene, room, view(1.5));
        const std::size_t far = scene.picture().sprites.size();
        build(scene, room, view(3));
        QVERIFY(scene.picture().boxes.empty());
        QVERIFY(scene.picture().sprites.size() > far + 40); // a disc each
        QVERIFY(scene.people().labels().boxes().empty());
        build(scene, room, view(12));
        QVERIFY(!scene.people().labels().boxes().empty());
    }

    void fadesSilentPeople()
    {
        FakeRoom room;
        MapScene scene;
        room.stand(numberedAddress(1), {12, 0, 12});
        room.wait(1s);
        build(scene, room, view());
        const std::size_t before = scene.picture().sprites.size();
        QVERIFY(scene.timeToNextChange() && *scene.timeToNextChange() == 2s); // then silence is shown
        room.wait(4s);
        build(scene, room, view());
        QCOMPARE(scene.picture().sprites.size(), before + 1); // the seconds of silence
        QVERIFY(*scene.timeToNextChange() <= 1s);
        QCOMPARE(room.peerScene.silenceOf(room.peerScene.peers().front(), room.peerScene.now()), 5s);
        room.say(numberedAddress(1), u"still here"_s); // any packet counts
        QCOMPARE(room.peerScene.silenceOf(room.peerScene.peers().front(), room.peerScene.now()), 0s);
        build(scene, room, view());
        QCOMPARE(scene.picture().sprites.size(), before);
        QVERIFY(*scene.timeToNextChange() >= 500ms); // no redraw needed
    }

    void fadingReducesSaturation()
    {
        const QRgb red = qRgb(220, 40, 40);
        int before = 256;
        for (int step = 0; step < 4; ++step) {
            const QColor color(MapSprites::faded(red, step, Qt::white));
            QVERIFY(color.hsvSaturation() < before);
            before = color.hsvSaturation();
        }
    }

    void showsChatForAWhile_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("plain") << u"hello"_s << true;
        QTest::newRow("markup is text") << u"<img src='http://x/'><b>hi</b>"_s << true;
        QTest::newRow("many lines") << u"a\nb\r\nc\u2028d"_s << true;
        QTest::newRow("bidi") << u"\u202Eolleh"_s << true;
        QTest::newRow("very long") << QString(2'000, u'x') << true;
        QTest::newRow("nothing") << u"  \n "_s << false;
    }
    void showsChatForAWhile()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isShown);
        FakeRoom room;
        MapScene scene;
        const Address ana = numberedAddress(1);
        room.stand(ana, {12, 0, 12});
        room.wait(1s);
        build(scene, room, view());
        const std::size_t before = scene.people().labels().boxes().size();
        room.peerScene.showLine(ana, text);
        room.peerScene.showLine(numberedAddress(2), text); // without a position
        const PeerScene::SpeechBubble *bubble = room.peerScene.bubbleOf(ana);
        QCOMPARE(bubble != nullptr, isShown);
        QVERIFY(!room.peerScene.bubbleOf(numberedAddress(2)));
        build(scene, room, view());
        QCOMPARE(scene.people().labels().boxes().size(), before + (isShown ? 1 : 0));
        for (const QRectF &box : scene.people().labels().boxes())
            QVERIFY(box.width() <= MapSprites::maxTextWidth + 20 && box.height() < 40); // one line
        if (bubble) {
            QVERIFY(bubble->line.size() <= PeerScene::maxLineLength);
            QVERIFY(!bubble->line.contains(u'\n') && !bubble->line.contains(u'\u202E'));
        }
        room.wait(PeerScene::bubbleDuration);
        room.stand(ana, {12, 0, 12});
        build(scene, room, view());
        QCOMPARE(scene.people().labels().boxes().size(), before);
    }

    void showsEmotes()
    {
        FakeRoom room;
        MapScene scene;
        room.stand(numberedAddress(1), {12, 0, 12});
        build(scene, room, view());
        const std::size_t before = scene.people().labels().boxes().size();
        room.peerScene.showEmote(numberedAddress(1), u"wave"_s);
        build(scene, room, view());
        QCOMPARE(scene.people().labels().boxes().size(), before + 1);
    }

    void showsMyBubbles()
    {
        FakeRoom room;
        MapScene scene;
        build(scene, room, view());
        QVERIFY(scene.people().labels().boxes().empty());
        room.peerScene.showMyLine(u" \n"_s); // nothing
        room.peerScene.showMyLine(u"hello\nthere"_s);
        build(scene, room, view());
        QCOMPARE(scene.people().labels().boxes().size(), std::size_t(1));
        room.wait(1s);
        room.peerScene.showMyEmote(u"waves"_s);
        build(scene, room, view());
        QCOMPARE(scene.people().labels().boxes().size(), std::size_t(2));
        const QRectF near(view().camera.toScreen(QPointF(8, 8)) - QPointF(120, 60), QSizeF(240, 120));
        for (const QRectF &box : scene.people().labels().boxes())
            QVERIFY(near.contains(box));
        room.wait(PeerScene::bubbleDuration - 1s);
        build(scene, room, view());
        QCOMPARE(scene.people().labels().boxes().size(), std::size_t(1));
        QVERIFY(scene.timeToNextChange() && *scene.timeToNextChange() <= 1s); // ends without an event
        room.wait(1s);
        build(scene, room, view());
        QVERIFY(scene.people().labels().boxes().empty());
        QVERIFY(!scene.timeToNextChange());
    }

    void limitsBubbles()
    {
        FakeRoom room;
        for (int i = 0; i < 200; ++i) {
            room.stand(numberedAddress(i), {float(i), 0, 0});
            room.peerScene.showLine(numberedAddress(i), u"me too"_s);
        }
        qsizetype kept = 0;
        for (const PeerScene::ScenePeer &peer : room.peerScene.peers())
            kept += peer.bubbleUntil > 0us ? 1 : 0;
        QCOMPARE(kept, PeerScene::maxSpeakers);
    }

    void removesExpiredBubble()
    {
        FakeRoom room;
        MapScene scene;
        room.stand(numberedAddress(1), {12, 0, 12});
        build(scene, room, view());
        const std::size_t before = scene.picture().sprites.size();
        room.peerScene.showLine(numberedAddress(1), u"hello"_s);
        build(scene, room, view());
        QCOMPARE(scene.picture().sprites.size(), before + 1);
        room.wait(PeerScene::bubbleDuration);
        room.stand(numberedAddress(1), {12, 0, 12}); // still present
        build(scene, room, view());
        QCOMPARE(scene.picture().sprites.size(), before);
        QVERIFY(*scene.timeToNextChange() > 500ms);
    }

    void clearsAFullSheet()
    {
        FakeRoom room;
        MapScene scene;
        room.stand(numberedAddress(1), {12, 0, 12});
        for (int i = 0; i < 3'000; ++i) { // a new line each time
            room.peerScene.showLine(numberedAddress(1), u"line number %1 that is rather long"_s.arg(i));
            build(scene, room, view());
            QVERIFY(scene.sheet().image().height() <= SpriteSheet::maxHeight);
            for (const MapSprite &sprite : scene.picture().sprites)
                QVERIFY(scene.sheet().image().rect().contains(scene.sheet().rect(sprite.cell)) || sprite.cell == 0);
        }
    }
};

ISLET_GUI_TEST(TestLabelLayout);
#include "tst_labellayout.moc"
