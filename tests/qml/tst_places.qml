// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! Where one may go, below the address.
ViewCase {
    id: root

    name: "PlacesPopup"
    stage: Component {
        Stage {
            id: stage

            popup: PlacesPopup {
                entry: stage.fixture.entry
                realms: stage.fixture.realms
            }
        }
    }

    function clickOn(words: string): void { mouseClick(seen(item => item.text === words)[0]) }

    function test_nowhereYet(): void {
        settle();
        compare(seen(item => item.modelData !== undefined).length, 0);
        verify(!shows("realmsState"));
        click("embeddedPlace");
        until(() => !root.popup.visible, "it stays open");
        compare(root.fixture.entry.place, "offline:embedded");
    }

    function test_theLatestPlaceFirst(): void {
        root.fixture.entry.enter("offline:one");
        root.fixture.entry.enter("offline:two");
        compare(seen(item => item.modelData !== undefined).map(row => row.modelData), ["offline:two", "offline:one"]);
        clickOn("offline:one");
        until(() => !root.popup.visible, "it stays open");
        compare(root.fixture.entry.place, "offline:one");
    }

    function test_longPlacesStayInTheirRow(): void {
        root.fixture.entry.enter("offline:" + "w".repeat(400));
        const row = seen(item => item.modelData !== undefined)[0];
        verify(row.width <= root.popup.width);
        verify(row.contentItem.truncated);
    }

    function test_atTheLargestTextAllHasRoom(): void {
        root.popup.width = 320;
        root.fixture.appearance.textSize = 1.5;
        for (let i = 0; i < 8; ++i)
            root.fixture.entry.enter("offline:" + i);
        settle();
        const tick = item("plainTick");
        verify(tick.width <= root.popup.availableWidth);
        compare(tick.contentItem.lineCount > 1 && !tick.contentItem.truncated, true);
        verify(tick.contentItem.contentWidth <= tick.contentItem.width);
        verify(tick.height >= tick.contentItem.implicitHeight);
        tick.forceActiveFocus(Qt.TabFocusReason); // what does not fit scrolls
        settle();
        verify(tick.mapToItem(root, 0, tick.height).y <= root.popup.contentItem.mapToItem(root, 0, root.popup.availableHeight).y);
    }

    function test_enterGoesThere(): void {
        root.fixture.entry.enter("offline:one");
        root.fixture.entry.enter("offline:two");
        const row = seen(item => item.modelData === "offline:one")[0];
        row.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        until(() => !root.popup.visible, "it stays open");
        compare(root.fixture.entry.place, "offline:one");
    }

    function test_realmsWhenOneAsks(): void {
        root.fixture.openRealms(["main", "<b>art</b>"]);
        settle();
        verify(!says("2 people"));
        click("lookForRealms");
        until(() => says("2 people") && says("1 person"), "the realms do not come");
        const words = seen(item => item.text?.startsWith("<b>art</b>  http://127.0.0.1:"))[0];
        compare(words.textFormat, Text.PlainText);
        mouseClick(words);
        until(() => !root.popup.visible, "it stays open");
        verify(root.fixture.entry.place.endsWith("/realm1"));
        verify(root.fixture.entry.state !== RoomConnection.Disconnected);
    }

    function test_noRealms(): void {
        root.fixture.openRealms([]);
        click("lookForRealms");
        until(() => !textOf("realmsState").startsWith("Asking"), "nobody is told");
        compare(textOf("realmsState"), root.fixture.realms.state);
        root.fixture.realms.source = "nonsense";
        click("lookForRealms");
        verify(textOf("realmsState").startsWith("The address of the list is none"));
    }

    function test_unencrypted(): void {
        verify(!root.fixture.entry.plainAllowed);
        click("plainTick");
        verify(root.fixture.entry.plainAllowed);
        item("plainTick").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(!root.fixture.entry.plainAllowed);
        keyClick(Qt.Key_Return);
        verify(root.fixture.entry.plainAllowed);
    }
}
