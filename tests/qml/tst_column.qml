// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! People and chat above each other, or one of them where the window is narrow.
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
                memory: stage.fixture.memory
                entry: stage.fixture.entry
                everybody: stage.fixture.people
                chat: stage.fixture.chat
                completion: stage.fixture.completion
            }
        }
    }

    function test_bothInAWideWindow(): void {
        root.narrow = false;
        verify(shows("peopleList") && shows("chatList"));
        verify(!shows("sideTabs"));
        verify(item("chatList").mapToItem(root.column, 0, 0).y > item("peopleList").mapToItem(root.column, 0, 0).y);
    }

    function test_oneInANarrowWindow(): void {
        root.narrow = true;
        until(() => shows("peopleList") && !shows("chatList"), "not people alone");
        mouseClick(seen(item => item.text === "Chat" && item.checked === false)[0]);
        until(() => !shows("peopleList") && shows("chatList"), "not the chat alone");
        root.narrow = false;
        until(() => shows("peopleList") && shows("chatList"), "not both again");
    }

    function test_unreadLinesAreCountedOnTheTab(): void {
        root.narrow = true;
        root.fixture.enter();
        root.fixture.join(1);
        root.fixture.say(1, "hello");
        root.fixture.say(1, "anybody?");
        const tab = seen(item => item.text === "Chat (2)" && item.checked === false)[0];
        compare(tab.Accessible.description, "2 unread lines");
        mouseClick(tab);
        until(() => !says("Chat (2)") && says("Chat"), "what is read still counts as unread");
        compare(tab.Accessible.description, "");
        root.narrow = false;
    }

    function test_whatGoesAwayGivesTheKeyboardBack(): void {
        root.narrow = false;
        const done = spyOn(root.column, "done");
        item("peopleList").forceActiveFocus(Qt.TabFocusReason);
        root.fixture.memory.peopleShown = false;
        compare(done.count, 1);
        root.fixture.memory.peopleShown = true;
        root.column.write();
        root.fixture.memory.peopleShown = false; // not the people's
        compare(done.count, 1);
        root.column.visible = false;
        compare(done.count, 2);
        root.column.visible = true;
        root.fixture.memory.peopleShown = true;
    }

    function test_aNameInTheChatIsSelectedInTheList(): void {
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
        click("chatAuthor"); // what they said stays, and leads nowhere
        compare(chosen.count, 1);
    }

    function test_nobodyWritesIntoWhatIsHidden(): void {
        root.narrow = true;
        root.column.write();
        until(() => item("chatField").activeFocus, "one cannot write");
        const done = spyOn(root.column, "done");
        mouseClick(seen(item => item.text === "People" && item.checked === false)[0]);
        until(() => !shows("chatField"), "the chat stays");
        verify(done.count > 0); // it is asked of the map
        root.narrow = false;
    }

    function test_theListGoesAlongWithTheMap(): void {
        root.narrow = false;
        const ana = root.fixture.address(1);
        const bo = root.fixture.address(2);
        root.fixture.enter();
        root.fixture.join(1);
        root.fixture.join(2);
        until(() => item("peopleList").count === 2, "nobody comes");
        item("peopleList").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Home);
        until(() => root.column.selected !== "", "nobody is selected");
        root.column.chosenOnMap = bo;
        compare(root.column.selected, bo);
        root.column.chosenOnMap = ana;
        compare(root.column.selected, ana);
        root.column.chosenOnMap = "";
        compare(root.column.selected, "");
    }

    function test_whatIsWantedComesUp(): void {
        root.narrow = true;
        root.fixture.memory.columnShown = false;
        root.column.write();
        verify(item("chatField").activeFocus);
        verify(root.fixture.memory.columnShown);
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

    function test_theEdgeIsDragged(): void {
        const edge = item("peopleEdge");
        const before = item("peopleList").height;
        mouseDrag(root.column, 100, edge.y + edge.height / 2, 0, 60); // not from the edge itself, which moves
        fuzzyCompare(item("peopleList").height, before + 60, 12);
        fuzzyCompare(root.fixture.memory.peopleHeight, 320 + 60, 12);
    }

    function test_twoClicksOnTheEdgePutPeopleAway(): void {
        mouseDoubleClickSequence(item("peopleEdge"));
        until(() => !root.fixture.memory.peopleShown, "people stay");
        until(() => item("chatList").height > 400, "the chat has no more room");
        root.fixture.memory.peopleShown = true;
        until(() => item("peopleList").height > 200, "people do not come back");
    }

    function test_theKeyboardGoesBack(): void {
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
