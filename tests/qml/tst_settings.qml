// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The settings sheet, page by page.
ViewCase {
    id: root

    name: "SettingsSheet"
    stage: Component {
        Stage {
            id: stage

            popup: SettingsSheet {
                room: stage.fixture.room
                app: stage.fixture.app
            }
        }
    }

    //! Opens the page with this name.
    function openPage(page: string): void {
        item("settingsSections");
        mouseClick(visibleItems(item => item.text === page)[0]);
        settle();
    }

    function test_keysChangePage(): void {
        const sections = item("settingsSections");
        verify(sections.activeFocus);
        verify(shows("nameField"));
        keyClick(Qt.Key_End);
        keyClick(Qt.Key_Home);
        verify(shows("nameField"));
        keyClick(Qt.Key_Down);
        verify(shows("schemeChoice") && !shows("nameField"));
        for (let i = 2; i < sections.count; ++i)
            keyClick(Qt.Key_Down);
        verify(shows("tilesTick"));
        keyClick(Qt.Key_Escape);
        waitUntil(() => !root.popup.visible, "popup stays open");
    }

    function test_changesAppearance(): void {
        openPage("Appearance");
        item("schemeChoice").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(root.fixture.app.appearance.scheme, Appearance.Dark);
        verify(Theme.dark);
        item("textSizeSlider").forceActiveFocus(Qt.TabFocusReason);
        const before = item("schemeChoice").height;
        for (let i = 0; i < 8; ++i)
            keyClick(Qt.Key_Right);
        fuzzyCompare(root.fixture.app.appearance.textSize, 1.4, 0.001);
        verify(showsText("Text size: 140 %"));
        verify(item("schemeChoice").height > before);
        root.fixture.app.appearance.scheme = Appearance.Light; // changed from outside
        compare(item("schemeChoice").displayText, "Light");
    }

    function test_showsScrollBarIfNeeded(): void {
        const page = item("settingsPage");
        verify(page.contentHeight <= page.height && !bars().length);
        root.fixture.app.appearance.textSize = 1.5;
        openPage("Sound");
        waitUntil(() => page.contentHeight > page.height, "page does not scroll");
        compare(bars().length, 1); // visible without scrolling
        compare(bars()[0].contentItem.opacity, 0.75);
    }
    function bars(): var { return visibleItems(item => item instanceof SteadyBar) }

    function test_choosesLanguage(): void {
        openPage("Appearance");
        const choice = item("languageChoice");
        compare(choice.displayText, "System default");
        choice.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(root.fixture.app.language.current, 1);
        compare(choice.displayText, root.fixture.app.language.names[1]);
    }

    function test_opensMicrophoneOnSoundPage(): void {
        openPage("Sound");
        item("microphoneChoice");
        verify(root.fixture.room.voice.checking);
        openPage("You");
        verify(!root.fixture.room.voice.checking);
        openPage("Sound");
        click("closeSheet");
        waitUntil(() => !root.fixture.room.voice.checking, "microphone stays open");
    }

    function test_togglesNotificationSounds(): void {
        openPage("Sound");
        item("cuesTick").forceActiveFocus(Qt.TabFocusReason);
        verify(root.fixture.room.cues.on);
        verify(shows("peopleCueTick"));
        keyClick(Qt.Key_Space);
        verify(!root.fixture.room.cues.on);
        verify(!shows("peopleCueTick"));
    }

    function test_forgetsPlacesAndSetsRealmSource(): void {
        openPage("Places");
        verify(!item("forgetPlaces").enabled);
        root.fixture.room.connection.enter("offline:one");
        verify(showsText("1 place saved."));
        root.fixture.room.connection.enter("offline:two");
        verify(showsText("2 places saved, most recent first."));
        click("forgetPlaces");
        compare(root.fixture.room.connection.places.length, 0);
        click("settingsPlainTick");
        verify(root.fixture.room.connection.plainAllowed);
        click("realmSource");
        keySequence(StandardKey.SelectAll);
        type("https://realms.example.org/");
        keyClick(Qt.Key_Tab);
        compare(root.fixture.app.realms.source, "https://realms.example.org/");
    }

    function test_deletesChatAfterConfirmation(): void {
        root.fixture.enter();
        root.fixture.join(1);
        root.fixture.say(1, "hello");
        const lines = root.fixture.room.chat.rowCount();
        openPage("Chat");
        verify(!shows("deleteChatReally"));
        click("deleteChat");
        verify(item("deleteChatNot").activeFocus);
        keyClick(Qt.Key_Space);
        compare(root.fixture.room.chat.rowCount(), lines);
        click("deleteChat");
        click("deleteChatReally");
        compare(root.fixture.room.chat.rowCount(), 0);
        verify(shows("deleteChat"));
        click("notifyTick");
        verify(!root.fixture.app.notifications.wanted);
        click("keepTick");
        verify(!root.fixture.room.chat.history.kept);
    }

    function test_mapTilesAreOffByDefault(): void {
        openPage("Map");
        compare(root.fixture.app.tiles.source, "");
        compare(textOf("tilesState"), "Off: no images are downloaded.");
        verify(!item("deleteTiles").enabled);
        click("tilesTick");
        compare(root.fixture.app.tiles.source, root.fixture.app.tiles.usualSource);
        compare(textOf("tilesSource"), root.fixture.app.tiles.usualSource);
        click("tilesTick");
        compare(root.fixture.app.tiles.source, "");
    }
}
