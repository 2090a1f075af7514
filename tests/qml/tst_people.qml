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
                people: stage.fixture.people
                inRoom: stage.fixture.entry.state === RoomConnection.Connected
                reconnecting: stage.fixture.entry.reconnecting
            }
        }
    }

    //! Whose rows are made, from above.
    function shownAddresses(): var {
        const list = item("peopleList");
        return [...Array(list.count).keys()].map(row => list.itemAtIndex(row)).filter(row => row)
            .map(row => row.fullAddress);
    }
    //! So many, the nearest with the lowest number.
    function enterAmong(people: int): void {
        root.fixture.enter();
        for (let who = 1; who <= people; ++who) {
            root.fixture.join(who);
            root.fixture.stand(who, 8 + who, 8);
        }
        settle();
    }

    function test_nobody(): void {
        verify(says("Enter a room to see who is there."));
        root.fixture.enter();
        verify(says("Nobody else is here."));
        compare(textOf("peopleCount"), "People 0");
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Return); // nobody to tell more of
        verify(!shows("personCard"));
    }

    function test_theWayIsLost(): void {
        root.fixture.entry.enter(root.fixture.openServer());
        until(() => root.fixture.entry.state === RoomConnection.Connected, "one does not come in");
        root.fixture.closeServer();
        until(() => root.fixture.entry.reconnecting, "nobody notices");
        compare(textOf("peopleEmpty"), "Waiting for the way back.");
        root.fixture.entry.leave();
        compare(textOf("peopleEmpty"), "Enter a room to see who is there.");
    }

    function test_theNearestFirst(): void {
        enterAmong(3);
        compare(textOf("peopleCount"), "People 3");
        compare(shownAddresses(), addresses([1, 2, 3]));
        root.fixture.stand(3, 8, 8);
        until(() => shownAddresses()[0] === root.fixture.address(3), "who is nearer now is not above");
    }

    function test_whoLeavesIsGone(): void {
        enterAmong(2);
        root.fixture.leave(1);
        settle();
        compare(shownAddresses(), addresses([2]));
        compare(textOf("peopleCount"), "People 1");
        root.fixture.leave(2);
        verify(says("Nobody else is here."));
    }

    function test_whatIsSpecialStandsInWords(): void {
        enterAmong(1);
        compare(textOf("personBadges"), "no profile");
        root.fixture.introduce(1, "Ana <b>");
        verify(!shows("personBadges"));
        compare(textOf("personName"), "Ana <b>");
        verify(says(root.fixture.shortAddress(1)));
        root.fixture.emote(1, "wave");
        compare(textOf("personBadges"), "waves");
        verify(!shows("personTalking"));
        root.fixture.talk([1]);
        verify(shows("personTalking"));
        root.fixture.wait(10);
        verify(textOf("personBadges").startsWith("silent"));
    }

    function test_longNamesKeepTheirRow(): void {
        enterAmong(1);
        const list = item("peopleList");
        const height = list.contentHeight;
        root.fixture.introduce(1, "W".repeat(32));
        settle();
        compare(list.contentHeight, height);
        verify(item("personName").width < 300);
        compare(item("personName").textFormat, Text.PlainText);
        const address = seen(item => item.text === root.fixture.shortAddress(1))[0];
        verify(address.width >= address.implicitWidth); // a name never stands without it
    }

    function test_keysChooseMuteAndIgnore(): void {
        enterAmong(3);
        const chosen = spyOn(root.pane, "personChosen");
        item("peopleList").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(root.pane.selected, root.fixture.address(2));
        compare(chosen.signalArguments.map(one => one[0]), addresses([1, 2]));
        type("mi"); // finds nobody, and does nothing to anybody
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

    function test_aClickChoosesAndTheButtonTellsMore(): void {
        enterAmong(2);
        const chosen = spyOn(root.pane, "personChosen");
        mouseClick(all("personCardButton")[1]);
        compare(chosen.count, 1);
        compare(chosen.signalArguments[0][0], root.fixture.address(2));
        compare(textOf("cardAddress"), root.fixture.shortAddress(2));
        keyClick(Qt.Key_Escape);
        goes("personCard");
    }

    function test_whoIsChosenIsMarked(): void {
        enterAmong(2);
        const chosen = spyOn(root.pane, "personChosen");
        mouseMove(item("peopleList"), 40, 60); // over the second
        until(() => all("personGround").length === 1, "nobody is under the pointer");
        verify(!shows("personSelected"));
        compare(item("personGround").color, Theme.hover);
        mouseClick(item("peopleList"), 40, 60);
        compare(chosen.signalArguments.map(one => one[0]), addresses([2]));
        compare(root.pane.selected, root.fixture.address(2));
        compare(all("personSelected").length, 1);
        compare(item("personSelected").color, Theme.accent);
        mouseMove(item("peopleList"), 40, 10);
        until(() => all("personGround").length === 2, "the other is not under the pointer");
        compare(all("personSelected").length, 1);
    }

    function test_theFieldFinds(): void {
        enterAmong(3);
        root.fixture.introduce(2, "Bo");
        click("peopleFind");
        type("bo");
        settle();
        compare(shownAddresses(), addresses([2]));
        compare(textOf("peopleCount"), "People 3"); // they are all still there
        keyClick(Qt.Key_Down);
        verify(item("peopleList").activeFocus);
        compare(root.pane.selected, root.fixture.address(2));
        click("peopleFind");
        type("x");
        verify(says("Nobody is found."));
        keyClick(Qt.Key_Escape);
        compare(textOf("peopleFind"), "");
        until(() => shownAddresses().length === 3, "not everybody is back");
    }

    function test_aThousandPeople(): void {
        root.fixture.enter();
        for (let who = 1; who <= 1000; ++who)
            root.fixture.join(who);
        settle();
        compare(textOf("peopleCount"), "People 1000");
        verify(shownAddresses().length < 40); // no more rows than can be seen
        const list = item("peopleList");
        mouseWheel(list, 100, 100, 0, -1200);
        until(() => list.contentY > 0 && !list.moving, "the wheel moves nothing");
        list.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_End);
        compare(list.currentIndex, 999);
        compare(root.pane.selected, list.currentItem.fullAddress);
        verify(shownAddresses().length < 40);
    }
}
