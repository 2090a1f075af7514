// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/commandfinder.h"
#include "realwindow.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"
#include "windowprobe.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using State = RoomConnection::State;

//! Palette, shortcuts, settings, welcome and focus in the whole window.
class TestShellWindow : public QObject {
    Q_OBJECT

private:
    struct Window : OpenWindow {
        int rowsOf(const QString &list) { return item(list)->property("count").toInt(); }
    };

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void paletteRunsCommand()
    {
        Window w;
        w.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(w.waitUntilSeen(u"paletteField"_s));
        QTRY_VERIFY(w.item(u"paletteField"_s)->hasActiveFocus());
        const int all = w.rowsOf(u"paletteList"_s);
        QVERIFY(all > 10);
        w.type(u"demo room"_s);
        QTRY_COMPARE(w.rowsOf(u"paletteList"_s), 1);
        w.press(Qt::Key_Return);
        QTRY_COMPARE(w.models.connection()->state(), State::Connected);
        QVERIFY(w.waitUntilHidden(u"paletteField"_s));
    }

    void paletteKnowsSynonyms_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("dark") << u"dark"_s << u"Theme: dark"_s;
        QTest::newRow("theme") << u"theme night"_s << u"Theme: dark"_s;
        QTest::newRow("sound") << u"my sound"_s << u"Check my sound"_s;
        QTest::newRow("test") << u"test mic"_s << u"Check my sound"_s;
        QTest::newRow("section") << u"settings: map"_s << u"Settings: map"_s;
        QTest::newRow("erase") << u"erase"_s << u"Delete chat history..."_s;
        QTest::newRow("emote") << u"emote wa"_s << u"Emote: Wave"_s;
    }
    void paletteKnowsSynonyms()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, first);
        Window w;
        w.enterRoom();
        w.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(w.waitUntilSeen(u"paletteField"_s));
        w.type(typed);
        QTRY_VERIFY(w.rowsOf(u"paletteList"_s) > 0);
        QCOMPARE(w.item(u"paletteList"_s)
                     ->property("model")
                     .value<QAbstractItemModel *>()
                     ->index(0, 0)
                     .data(CommandFinder::WordsRole)
                     .toString(),
                 first);
    }

    void paletteRunsCommandsOfOtherViews()
    {
        Window w;
        w.enterRoom();
        const auto run = [&w](const QString &typed) {
            w.press(Qt::Key_K, Qt::ControlModifier);
            QVERIFY(w.waitUntilSeen(u"paletteField"_s));
            w.type(typed);
            w.press(Qt::Key_Return);
            QVERIFY(w.waitUntilHidden(u"paletteField"_s));
        };
        run(u"theme: dark"_s);
        QCOMPARE(w.app.appearance()->scheme(), Appearance::Dark);
        run(u"theme: light"_s);
        QCOMPARE(w.app.appearance()->scheme(), Appearance::Light);
        run(u"emote: dance"_s);
        QCOMPARE(w.room.sentOf<rfc4::PlayerEmote>().size(), 1U);
        run(u"delete chat"_s);
        QVERIFY(w.waitUntilSeen(u"deleteChat"_s)); // asks for confirmation first
        w.press(Qt::Key_Escape);
        QVERIFY(w.waitUntilHidden(u"deleteChat"_s));
        run(u"check my sound"_s);
        QVERIFY(w.waitUntilSeen(u"microphoneChoice"_s));
        w.press(Qt::Key_Escape);
        QVERIFY(w.waitUntilHidden(u"microphoneChoice"_s));
    }

    void paletteFindsPeople()
    {
        Window w;
        w.enterRoom();
        emit w.room.peerJoined(numberedAddress(1));
        w.room.hear(numberedAddress(1), rfc4::positionOf({{12, 0, 8}, 0, {}}, 1));
        w.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(w.waitUntilSeen(u"paletteField"_s));
        w.type(numberedAddress(1).toShort().left(4));
        QTRY_COMPARE(w.rowsOf(u"paletteList"_s), 1);
        w.press(Qt::Key_Return);
        QTRY_COMPARE(w.item(u"map"_s)->property("selectedAddress").toString(), numberedAddress(1).toChecksummed());
        QTRY_COMPARE(w.item(u"peopleList"_s)->property("selected").toString(), numberedAddress(1).toChecksummed());
    }

    void closingPaletteReturnsFocus()
    {
        Window w;
        QVERIFY(w.item(u"map"_s)->hasActiveFocus());
        w.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(w.waitUntilSeen(u"paletteField"_s));
        w.press(Qt::Key_Escape);
        QVERIFY(w.waitUntilHidden(u"paletteField"_s));
        QTRY_VERIFY(w.item(u"map"_s)->hasActiveFocus());
    }

    void showsShortcuts()
    {
        Window w;
        w.press(Qt::Key_F1);
        QVERIFY(w.waitUntilSeen(u"shortcutsList"_s));
        QVERIFY(w.rowsOf(u"shortcutsList"_s) > 20);
        w.press(Qt::Key_Escape);
        QVERIFY(w.waitUntilHidden(u"shortcutsList"_s));
    }

    void scrollsToFocusedSetting()
    {
        Window w;
        w.window->resize(900, 600);
        w.app.appearance()->setTextSize(Appearance::largestText);
        w.press(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(w.waitUntilSeen(u"settingsSections"_s));
        for (int i = 1; i < w.rowsOf(u"settingsSections"_s) && !w.isSeen(u"microphoneChoice"_s); ++i)
            w.press(Qt::Key_Down);
        QVERIFY(w.waitUntilSeen(u"talkCueTick"_s));
        const QQuickItem *page = w.item(u"settingsPage"_s);
        const double maxY = page->property("contentHeight").toDouble() - page->height();
        QVERIFY(maxY > 0); // the page must scroll
        const QQuickItem *last = w.item(u"talkCueTick"_s);
        int steps = 0;
        for (bool isThere = false; !isThere && steps < 50; ++steps) {
            w.press(Qt::Key_Tab);
            const QQuickItem *focused = w.window->activeFocusItem();
            QVERIFY(focused);
            isThere = focused == last;
            const QRectF place = focused->mapRectToItem(page, focused->boundingRect());
            const bool isOnThePage = page->isAncestorOf(focused);
            QVERIFY2(!isOnThePage || (place.top() >= 0 && place.bottom() <= page->height()),
                     qPrintable(focused->property("text").toString()));
        }
        QVERIFY(steps > 8 && steps < 50);
        QVERIFY(page->property("contentY").toDouble() > 0);
    }

    void clickDoesNotScrollPage()
    {
        Window w;
        w.window->resize(900, 600);
        w.app.appearance()->setTextSize(Appearance::largestText);
        w.press(Qt::Key_Comma, Qt::ControlModifier);
        for (int i = 1; i < 4 && !w.isSeen(u"microphoneChoice"_s); ++i)
            w.press(Qt::Key_Down);
        QVERIFY(w.waitUntilSeen(u"talkCueTick"_s));
        QQuickItem *page = w.item(u"settingsPage"_s);
        const QQuickItem *tick = w.item(u"talkCueTick"_s);
        // Scrolled so that only its upper half is visible.
        const double middle = tick->mapToItem(page, QPointF(0, tick->height() / 2)).y();
        QVERIFY(middle > page->height());
        page->setProperty("contentY", middle - page->height());
        const double before = page->property("contentY").toDouble();
        const QPointF upper = tick->mapToScene({tick->height() / 2, tick->height() / 4});
        QTest::mouseClick(w.window, Qt::LeftButton, {}, upper.toPoint());
        QCOMPARE(page->property("contentY").toDouble(), before);
        QVERIFY(!w.models.cues()->hasTalk()); // the click arrived
    }

    void settingsSwitchMapTiles()
    {
        TrapServer atlas; // the atlas server
        Window w;
        w.press(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(w.waitUntilSeen(u"settingsSections"_s));
        const int sections = w.rowsOf(u"settingsSections"_s);
        for (int i = 1; i < sections && !w.isSeen(u"tilesTick"_s); ++i)
            w.press(Qt::Key_Down);
        QVERIFY(w.waitUntilSeen(u"tilesTick"_s));
        QVERIFY(!w.item(u"tilesTick"_s)->property("checked").toBool());
        QCOMPARE(atlas.connectionCount(), 0);
        w.app.tiles()->setSource(u"http://127.0.0.1:%1"_s.arg(atlas.serverPort()));
        QVERIFY(w.item(u"tilesTick"_s)->property("checked").toBool());
        QTRY_VERIFY(atlas.connectionCount() > 0); // the map requests tiles
        w.click(u"tilesTick"_s);
        QTRY_COMPARE(w.app.tiles()->source(), QString());
        QVERIFY(!w.item(u"tilesTick"_s)->property("checked").toBool());
    }

    void welcomeLeadsToEmbeddedRoom()
    {
        Window w;
        w.app.windowState()->welcome();
        QVERIFY(w.waitUntilSeen(u"welcomeNext"_s));
        QVERIFY(!w.isSeen(u"enterEmbedded"_s)); // not behind the welcome sheet
        w.click(u"nameField"_s);
        w.type(u"Ana"_s);
        w.click(u"welcomeNext"_s);
        QTRY_COMPARE(w.models.profile()->name(), u"Ana"_s);
        QVERIFY(w.waitUntilSeen(u"microphoneChoice"_s));
        QVERIFY(w.models.voice()->isChecking());
        w.click(u"welcomeSkip"_s);
        QVERIFY(w.waitUntilSeen(u"placeField"_s));
        QVERIFY(!w.models.voice()->isChecking());
        w.click(u"welcomeNext"_s);
        QVERIFY(w.waitUntilHidden(u"welcomeNext"_s));
        QTRY_COMPARE(w.models.connection()->state(), State::Connected);
        QVERIFY(w.app.windowState()->isWelcomed());
    }

    void welcomeCanBeSkipped()
    {
        Window w;
        w.app.windowState()->welcome();
        QVERIFY(w.waitUntilSeen(u"welcomeNext"_s));
        w.press(Qt::Key_Escape);
        QVERIFY(w.waitUntilHidden(u"welcomeNext"_s));
        QVERIFY(w.app.windowState()->isWelcomed());
        QVERIFY(w.waitUntilSeen(u"enterEmbedded"_s));
        QCOMPARE(w.models.connection()->state(), State::Disconnected);
    }

    void clickKeepsFocusOnMap()
    {
        Window w;
        w.enterRoom();
        const QQuickItem *map = w.item(u"map"_s);
        for (const QString &name :
             {u"muteButton"_s, u"deafenButton"_s, u"followButton"_s, u"talkButton"_s, u"leaveButton"_s}) {
            QVERIFY2(w.waitUntilSeen(name), qPrintable(name));
            w.click(name);
            QVERIFY2(map->hasActiveFocus(), qPrintable(name));
        }
        QVERIFY(w.models.voice()->isMuted() && w.models.voice()->isDeafened()); // the clicks arrived
    }

    void closingPopupReturnsFocus_data()
    {
        QTest::addColumn<QString>("within");
        QTest::newRow("soundButton") << u"microphoneChoice"_s;
        QTest::newRow("meButton") << u"nameField"_s;
        QTest::newRow("placesButton") << u"plainTick"_s;
        QTest::newRow("handshakeButton") << u"handshakeList"_s;
        QTest::newRow("emotesButton") << u"emote1"_s;
        QTest::newRow("settingsButton") << u"settingsSections"_s;
        QTest::newRow("peopleOrder") << QString();
    }
    void closingPopupReturnsFocus()
    {
        QFETCH(const QString, within);
        Window w;
        w.enterRoom();
        emit w.client.session().stepCompleted({StepCode::Resolved, {u"offline:"_s}});
        const QString button = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(w.waitUntilSeen(button));
        const QQuickItem *map = w.item(u"map"_s);
        QVERIFY(map->hasActiveFocus());
        w.click(button);
        QVERIFY(within.isEmpty() || w.waitUntilSeen(within));
        QTRY_VERIFY(!map->hasActiveFocus()); // otherwise keys would move the avatar
        w.press(Qt::Key_Escape);
        QVERIFY(within.isEmpty() || w.waitUntilHidden(within));
        QTRY_VERIFY(map->hasActiveFocus());
    }

    void titleCountsUnreadLines()
    {
        Window w;
        w.enterRoom();
        const QString place = w.window->title();
        QVERIFY(place.endsWith(u" - Islet"_s));
        QWindow other;
        other.show();
        other.requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        for (int line = 1; line <= 3; ++line) {
            w.room.hear(numberedAddress(line), rfc4::Chat{u"psst"_s, 0});
            QTRY_COMPARE(w.window->title(), u"(%1) %2"_s.arg(line).arg(place));
        }
        w.window->requestActivate();
        QTRY_COMPARE(w.window->title(), place);
    }
};

ISLET_GUI_TEST(TestShellWindow);
#include "tst_shellwindow.moc"
