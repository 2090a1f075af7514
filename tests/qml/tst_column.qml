// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! People above chat, or one of them in tabs if the window is narrow.
ViewCase {
    id: root

    property bool narrow: false
    readonly property SideColumn column: root.view as SideColumn

    name: "SideColumn"
    stage: Component {
        Stage {
            id: stage

            SideColumn {
                width: 320
                height: parent.height
                narrow: root.narrow
                windowState: stage.fixture.app.windowState
                connection: stage.fixture.room.connection
                people: stage.fixture.room.people
                chat: stage.fixture.room.chat
                completion: stage.fixture.room.completion
            }
        }
    }

    function test_showsBothInWideWindow(): void {
        root.narrow = false;
        verify(shows("peopleList") && shows("chatList"));
        verify(!shows("sideTabs"));
        verify(item("chatList").mapToItem(root.column, 0, 0).y > item("peopleList").mapToItem(root.column, 0, 0).y);
    }

    function test_showsOneInNarrowWindow(): void {
        root.narrow = true;
        waitUntil(() => shows("peopleList") && !shows("chatList"), "not only people shown");
        mouseClick(visibleItems(item => item.text === "Chat" && item.checked === false)[0]);
        waitUntil(() => !shows("peopleList") && shows("chatList"), "not only chat shown");
        root.narrow = false;
        waitUntil(() => shows("peopleList") && shows("chatList"), "not both shown");
    }

    function test_tabCountsUnreadLines(): void {
        root.narrow = true;
        root.fixture.enter();
        root.fixture.join(1);
        root.fixture.say(1, "hello");
        root.fixture.say(1, "anybody?");
        const tab = visibleItems(item => item.text === "Chat (2)" && item.checked === false)[0];
        compare(tab.Accessible.description, "2 unread messages");
        mouseClick(tab);
        waitUntil(() => !showsText("Chat (2)") && showsText("Chat"), "read lines still counted");
        compare(tab.Accessible.description, "");
        root.narrow = false;
    }

    function test_hidingPaneReleasesFocus(): void {
        root.narrow = false;
        const done = spyOn(root.column, "done");
        item("peopleList").forceActiveFocus(Qt.TabFocusReason);
        root.fixture.app.windowState.peopleShown = false;
        compare(done.count, 1);
        root.fixture.app.windowState.peopleShown = true;
        root.column.write();
        root.fixture.app.windowState.peopleShown = false; // focus was in the chat
        compare(done.count, 1);
        root.column.visible = false;
        compare(done.count, 2);
        root.column.visible = true;
        root.fixture.app.windowState.peopleShown = true;
    }

    function test_clickOnAuthorSelectsInList(): void {
        root.narrow = false;
        root.fixture.enter();
        root.fixture.join(1);
        root.fixture.join(2);
        root.fixture.say(2, "hello");
        const chosen = spyOn(root.column, "personChosen");
        click("chatAuthor");
        compare(chosen.signalArguments[0][0], root.fixture.address(2));
        compare(root.column.selected, root.fixture.address(2));
        root.fixture.leave(2);
        click("chatAuthor"); // their line stays but selects no one
        compare(chosen.count, 1);
    }

    function test_hidingChatReleasesFocus(): void {
        root.narrow = true;
        root.column.write();
        waitUntil(() => item("chatField").activeFocus, "field has no focus");
        const done = spyOn(root.column, "done");
        mouseClick(visibleItems(item => item.text === "People" && item.checked === false)[0]);
        waitUntil(() => !shows("chatField"), "chat still visible");
        verify(done.count > 0); // the window moves it to the map
        root.narrow = false;
    }

    function test_followsSelectionOnMap(): void {
        root.narrow = false;
        const ana = root.fixture.address(1);
        const bo = root.fixture.address(2);
        root.fixture.enter();
        root.fixture.join(1);
        root.fixture.join(2);
        waitUntil(() => item("peopleList").count === 2, "peers missing");
        item("peopleList").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Home);
        waitUntil(() => root.column.selected !== "", "no selection");
        root.column.chosenOnMap = bo;
        compare(root.column.selected, bo);
        root.column.chosenOnMap = ana;
        compare(root.column.selected, ana);
        root.column.chosenOnMap = "";
        compare(root.column.selected, "");
    }

    function test_commandsShowTheirPane(): void {
        root.narrow = true;
        root.fixture.app.windowState.columnShown = false;
        root.column.write();
        verify(item("chatField").activeFocus);
        verify(root.fixture.app.windowState.columnShown);
        root.column.find();
        verify(item("peopleFind").activeFocus);
        verify(!shows("chatField"));
        root.column.search();
        verify(item("chatSearchField").activeFocus);
        root.fixture.enter();
        root.column.showEmotes();
        verify(item("emote1").enabled);
        root.narrow = false;
    }

    function test_dragsEdge(): void {
        const edge = item("peopleEdge");
        const before = item("peopleList").height;
        mouseDrag(root.column, 100, edge.y + edge.height / 2, 0, 60); // relative to the column, since the edge moves
        fuzzyCompare(item("peopleList").height, before + 60, 12);
        fuzzyCompare(root.fixture.app.windowState.peopleHeight, 320 + 60, 12);
    }

    function test_doubleClickOnEdgeFoldsPeople(): void {
        mouseDoubleClickSequence(item("peopleEdge"));
        waitUntil(() => !root.fixture.app.windowState.peopleShown, "people not folded");
        waitUntil(() => item("chatList").height > 400, "chat did not grow");
        root.fixture.app.windowState.peopleShown = true;
        waitUntil(() => item("peopleList").height > 200, "people not unfolded");
    }

    function test_escapeReleasesFocus(): void {
        const done = spyOn(root.column, "done");
        root.column.write();
        keyClick(Qt.Key_Escape);
        compare(done.count, 1);
        const chosen = spyOn(root.column, "personChosen");
        root.fixture.enter();
        root.fixture.join(1);
        item("peopleList").forceActiveFocus(Qt.TabFocusReason);
        compare(chosen.signalArguments[0][0], root.fixture.address(1));
        compare(root.column.selected, root.fixture.address(1));
        keyClick(Qt.Key_Escape);
        compare(done.count, 2);
    }
}
