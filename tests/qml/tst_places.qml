// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The popup of recent places and realms below the address.
ViewCase {
    id: root

    name: "PlacesPopup"
    stage: Component {
        Stage {
            id: stage

            popup: PlacesPopup {
                connection: stage.fixture.room.connection
                realms: stage.fixture.app.realms
            }
        }
    }

    function clickText(text: string): void { mouseClick(visibleItems(item => item.text === text)[0]) }

    function test_showsEmbeddedRoomFirst(): void {
        settle();
        compare(visibleItems(item => item.modelData !== undefined).length, 0);
        verify(!shows("realmsState"));
        click("embeddedPlace");
        waitUntil(() => !root.popup.visible, "popup stays open");
        compare(root.fixture.room.connection.place, "offline:embedded");
    }

    function test_ordersLatestFirst(): void {
        root.fixture.room.connection.enter("offline:one");
        root.fixture.room.connection.enter("offline:two");
        compare(visibleItems(item => item.modelData !== undefined).map(row => row.modelData),
                ["offline:two", "offline:one"]);
        clickText("offline:one");
        waitUntil(() => !root.popup.visible, "popup stays open");
        compare(root.fixture.room.connection.place, "offline:one");
    }

    function test_truncatesLongPlace(): void {
        root.fixture.room.connection.enter("offline:" + "w".repeat(400));
        const row = visibleItems(item => item.modelData !== undefined)[0];
        verify(row.width <= root.popup.width);
        verify(row.contentItem.truncated);
    }

    function test_fitsLargestText(): void {
        root.popup.width = 320;
        root.fixture.app.appearance.textSize = 1.5;
        for (let i = 0; i < 8; ++i)
            root.fixture.room.connection.enter("offline:" + i);
        settle();
        const tick = item("plainTick");
        verify(tick.width <= root.popup.availableWidth);
        compare(tick.contentItem.lineCount > 1 && !tick.contentItem.truncated, true);
        verify(tick.contentItem.contentWidth <= tick.contentItem.width);
        verify(tick.height >= tick.contentItem.implicitHeight);
        tick.forceActiveFocus(Qt.TabFocusReason); // the popup scrolls to it
        settle();
        verify(tick.mapToItem(root, 0, tick.height).y
               <= root.popup.contentItem.mapToItem(root, 0, root.popup.availableHeight).y);
    }

    function test_returnOpensPlace(): void {
        root.fixture.room.connection.enter("offline:one");
        root.fixture.room.connection.enter("offline:two");
        const row = visibleItems(item => item.modelData === "offline:one")[0];
        row.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        waitUntil(() => !root.popup.visible, "popup stays open");
        compare(root.fixture.room.connection.place, "offline:one");
    }

    function test_listsRealmsOnRequest(): void {
        root.fixture.openRealms(["main", "<b>art</b>"]);
        settle();
        verify(!showsText("2 people"));
        click("lookForRealms");
        waitUntil(() => showsText("2 people") && showsText("1 person"), "realms not listed");
        const realm = visibleItems(item => item.text?.startsWith("<b>art</b>  http://127.0.0.1:"))[0];
        compare(realm.textFormat, Text.PlainText);
        mouseClick(realm);
        waitUntil(() => !root.popup.visible, "popup stays open");
        verify(root.fixture.room.connection.place.endsWith("/realm1"));
        verify(root.fixture.room.connection.state !== RoomConnection.Disconnected);
    }

    function test_showsNoRealms(): void {
        root.fixture.openRealms([]);
        click("lookForRealms");
        waitUntil(() => !textOf("realmsState").startsWith("Loading realms from "), "nothing is reported");
        compare(textOf("realmsState"), root.fixture.app.realms.state);
        root.fixture.app.realms.source = "nonsense";
        click("lookForRealms");
        verify(textOf("realmsState").startsWith("The realm list address isn't valid"));
    }

    function test_togglesUnencrypted(): void {
        verify(!root.fixture.room.connection.plainAllowed);
        click("plainTick");
        verify(root.fixture.room.connection.plainAllowed);
        item("plainTick").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(!root.fixture.room.connection.plainAllowed);
        keyClick(Qt.Key_Return);
        verify(root.fixture.room.connection.plainAllowed);
    }
}
