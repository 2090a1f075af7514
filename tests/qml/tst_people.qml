// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The list of people.
ViewCase {
    id: root

    readonly property PeoplePane pane: root.view as PeoplePane

    name: "PeoplePane"
    stage: Component {
        Stage {
            id: stage

            PeoplePane {
                width: 320
                height: 500
                people: stage.fixture.room.people
                inRoom: stage.fixture.room.connection.state === RoomConnection.Connected
                reconnecting: stage.fixture.room.connection.reconnecting
            }
        }
    }

    //! The addresses of the rows that exist, from top to bottom.
    function shownAddresses(): var {
        const list = item("peopleList");
        return [...Array(list.count).keys()].map(row => list.itemAtIndex(row)).filter(row => row)
            .map(row => row.fullAddress);
    }
    //! Joins a room with so many peers, the nearest with the lowest number.
    function enterWithPeers(people: int): void {
        root.fixture.enter();
        for (let who = 1; who <= people; ++who) {
            root.fixture.join(who);
            root.fixture.stand(who, 8 + who, 8);
        }
        settle();
    }

    function test_showsEmptyList(): void {
        verify(showsText("Join a room to see who's there."));
        root.fixture.enter();
        verify(showsText("Nobody else is here."));
        compare(textOf("peopleCount"), "People 0");
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Return); // no one to show
        verify(!shows("personCard"));
    }

    function test_showsReconnecting(): void {
        root.fixture.room.connection.enter(root.fixture.openServer());
        waitUntil(() => root.fixture.room.connection.state === RoomConnection.Connected, "not connected");
        root.fixture.closeServer();
        waitUntil(() => root.fixture.room.connection.reconnecting, "connection loss not noticed");
        compare(textOf("peopleEmpty"), "Reconnecting...");
        root.fixture.room.connection.leave();
        compare(textOf("peopleEmpty"), "Join a room to see who's there.");
    }

    function test_ordersNearestFirst(): void {
        enterWithPeers(3);
        compare(textOf("peopleCount"), "People 3");
        compare(shownAddresses(), addresses([1, 2, 3]));
        root.fixture.stand(3, 8, 8);
        waitUntil(() => shownAddresses()[0] === root.fixture.address(3), "nearest peer not first");
    }

    function test_removesPeerWhoLeft(): void {
        enterWithPeers(2);
        root.fixture.leave(1);
        settle();
        compare(shownAddresses(), addresses([2]));
        compare(textOf("peopleCount"), "People 1");
        root.fixture.leave(2);
        verify(showsText("Nobody else is here."));
    }

    function test_showsBadges(): void {
        enterWithPeers(1);
        compare(textOf("personBadges"), "no profile");
        root.fixture.introduce(1, "Ana <b>");
        verify(!shows("personBadges"));
        compare(textOf("personName"), "Ana <b>");
        verify(showsText(root.fixture.shortAddress(1)));
        root.fixture.emote(1, "wave");
        compare(textOf("personBadges"), "waves");
        verify(!shows("personTalking"));
        root.fixture.talk([1]);
        verify(shows("personTalking"));
        root.fixture.wait(10);
        verify(textOf("personBadges").startsWith("no signal"));
    }

    function test_longNameKeepsRowHeight(): void {
        enterWithPeers(1);
        const list = item("peopleList");
        const height = list.contentHeight;
        root.fixture.introduce(1, "W".repeat(32));
        settle();
        compare(list.contentHeight, height);
        verify(item("personName").width < 300);
        compare(item("personName").textFormat, Text.PlainText);
        const address = visibleItems(item => item.text === root.fixture.shortAddress(1))[0];
        verify(address.width >= address.implicitWidth); // a name is never shown without its address
    }

    function test_keysSelectMuteAndIgnore(): void {
        enterWithPeers(3);
        const chosen = spyOn(root.pane, "personChosen");
        item("peopleList").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(root.pane.selected, root.fixture.address(2));
        compare(chosen.signalArguments.map(one => one[0]), addresses([1, 2]));
        type("mi"); // typing searches, and neither mutes nor ignores
        verify(!root.fixture.isMuted(2) && !root.fixture.isIgnored(2));
        keyClick(Qt.Key_M, Qt.ControlModifier | Qt.ShiftModifier);
        verify(root.fixture.isMuted(2));
        compare(texts("personBadges")[1], "muted · no profile");
        keyClick(Qt.Key_I, Qt.ControlModifier | Qt.ShiftModifier);
        verify(root.fixture.isIgnored(2));
        keyClick(Qt.Key_End);
        compare(root.pane.selected, root.fixture.address(3));
        verify(!root.fixture.isMuted(3));
        const done = spyOn(root.pane, "done");
        keyClick(Qt.Key_Escape);
        compare(done.count, 1);
    }

    function test_buttonSelectsAndShowsCard(): void {
        enterWithPeers(2);
        const chosen = spyOn(root.pane, "personChosen");
        mouseClick(allItems("personCardButton")[1]);
        compare(chosen.count, 1);
        compare(chosen.signalArguments[0][0], root.fixture.address(2));
        compare(textOf("cardAddress"), root.fixture.shortAddress(2));
        keyClick(Qt.Key_Escape);
        waitUntilHidden("personCard");
    }

    function test_clickSelectsAndMarks(): void {
        enterWithPeers(2);
        const chosen = spyOn(root.pane, "personChosen");
        mouseMove(item("peopleList"), 40, 60); // over the second row
        waitUntil(() => allItems("personGround").length === 1, "no row under the pointer");
        verify(!shows("personSelected"));
        compare(item("personGround").color, Theme.hover);
        mouseClick(item("peopleList"), 40, 60);
        compare(chosen.signalArguments.map(one => one[0]), addresses([2]));
        compare(root.pane.selected, root.fixture.address(2));
        compare(allItems("personSelected").length, 1);
        compare(item("personSelected").color, Theme.accent);
        mouseMove(item("peopleList"), 40, 10);
        waitUntil(() => allItems("personGround").length === 2, "first row not under the pointer");
        compare(allItems("personSelected").length, 1);
    }

    function test_filtersByName(): void {
        enterWithPeers(3);
        root.fixture.introduce(2, "Bo");
        click("peopleFind");
        type("bo");
        settle();
        compare(shownAddresses(), addresses([2]));
        compare(textOf("peopleCount"), "People 3"); // counts all peers, not only matches
        keyClick(Qt.Key_Down);
        verify(item("peopleList").activeFocus);
        compare(root.pane.selected, root.fixture.address(2));
        click("peopleFind");
        type("x");
        verify(showsText("No matches"));
        keyClick(Qt.Key_Escape);
        compare(textOf("peopleFind"), "");
        waitUntil(() => shownAddresses().length === 3, "not all peers shown");
    }

    function test_createsOnlyVisibleRows(): void {
        root.fixture.enter();
        for (let who = 1; who <= 1000; ++who)
            root.fixture.join(who);
        settle();
        compare(textOf("peopleCount"), "People 1000");
        verify(shownAddresses().length < 40); // only rows that can be visible
        const list = item("peopleList");
        mouseWheel(list, 100, 100, 0, -1200);
        waitUntil(() => list.contentY > 0 && !list.moving, "wheel does not scroll");
        list.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_End);
        compare(list.currentIndex, 999);
        compare(root.pane.selected, list.currentItem.fullAddress);
        verify(shownAddresses().length < 40);
    }
}
