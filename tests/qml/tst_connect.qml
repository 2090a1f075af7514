// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The top bar: where to go, in or out, and how getting in went.
ViewCase {
    id: root

    readonly property ConnectBar bar: root.view as ConnectBar

    name: "ConnectBar"
    stage: Component {
        Stage {
            id: stage

            ConnectBar {
                width: parent.width
                entry: stage.house.entry
                realms: stage.house.realms
                handshake: stage.house.handshake
                people: stage.house.people
            }
        }
    }

    function enter(address: string): void {
        root.bar.editAddress();
        type(address);
        keyClick(Qt.Key_Return);
    }

    function test_inNoRoom(): void {
        compare(textOf("stateText"), "in no room");
        compare(textOf("address"), "");
        verify(!shows("leaveButton"));
        click("enterButton"); // nowhere
        compare(root.house.entry.state, RoomEntry.Out);
        verify(root.house.entry.problem !== "");
    }

    function test_enterAndLeave(): void {
        enter("offline:");
        compare(root.house.entry.state, RoomEntry.In);
        compare(textOf("stateText"), "in the room");
        click("leaveButton");
        compare(root.house.entry.state, RoomEntry.Out);
        verify(!shows("leaveButton"));
        compare(textOf("address"), "offline:"); // to come back
        click("enterButton");
        compare(root.house.entry.state, RoomEntry.In);
    }

    function test_aMistakeStaysToBeMended(): void {
        enter("ws-rom:ws://host");
        compare(root.house.entry.state, RoomEntry.Out);
        compare(textOf("address"), "ws-rom:ws://host");
        verify(root.house.entry.problem.includes("ws-rom"));
        enter("offline:"); // it was selected: what is typed replaces it
        compare(root.house.entry.state, RoomEntry.In);
    }

    function test_enteringGivesTheKeyboardBack(): void {
        const done = spyOn(root.bar, "done");
        enter("offline:here");
        compare(done.count, 1);
        click("enterButton");
        compare(done.count, 2);
        enter("hello world");
        compare(done.count, 2); // it is to be mended, where it is
        verify(item("address").activeFocus);
        root.bar.editAddress();
        type("hello");
        click("enterButton");
        compare(done.count, 2);
        verify(item("address").activeFocus);
    }

    function test_escapeGivesUp(): void {
        const done = spyOn(root.bar, "done");
        root.house.entry.enter("offline:here");
        root.bar.editAddress();
        type("offline:elsew");
        keyClick(Qt.Key_Escape);
        compare(done.count, 1);
        compare(textOf("address"), "offline:here");
        enter("hello world");
        verify(root.house.entry.problem !== "");
        keyClick(Qt.Key_Escape);
        compare(done.count, 2);
        compare(textOf("address"), "offline:here");
        compare(root.house.entry.problem, ""); // of an address that nobody wants any more
        root.bar.editAddress();
        keyClick(Qt.Key_Delete);
        keyClick(Qt.Key_Return);
        verify(root.house.entry.problem !== "");
        keyClick(Qt.Key_Escape);
        compare(root.house.entry.problem, "");
    }

    function test_escapeForgetsNoLoss(): void {
        root.house.entry.enter(root.house.openServer());
        until(() => root.house.entry.state === RoomEntry.In, "one does not come in");
        root.house.closeServer();
        until(() => root.house.entry.state === RoomEntry.Waiting, "nobody notices");
        root.bar.editAddress();
        keyClick(Qt.Key_Escape);
        verify(root.house.entry.problem !== "");
    }

    function test_whatTheCommandLineSaidIsToBeMended(): void {
        root.house.entry.enter("simulator:?walk=backwards");
        compare(textOf("address"), "simulator:?walk=backwards");
        root.bar.editAddress();
        type("offline:elsew");
        root.house.entry.leave();
        root.house.entry.plainAllowed = true;
        compare(textOf("address"), "offline:elsew"); // nobody is disturbed
    }

    function test_aChosenPlaceGivesTheKeyboardBack(): void {
        const done = spyOn(root.bar, "done");
        root.house.entry.enter("offline:here");
        root.bar.showPlaces();
        item("embeddedPlace");
        keyClick(Qt.Key_Escape);
        goes("embeddedPlace");
        compare(done.count, 0);
        root.bar.showPlaces();
        click("embeddedPlace");
        goes("embeddedPlace");
        tryCompare(done, "count", 1);
        compare(root.house.entry.state, RoomEntry.In);
    }

    function test_theBeginningOfALongAddressIsSeen(): void {
        root.house.entry.enter("offline:" + "w".repeat(400));
        compare(item("address").cursorPosition, 0);
        root.bar.editAddress();
        keyClick(Qt.Key_End);
        verify(item("address").cursorPosition > 400);
        item("enterButton").forceActiveFocus(Qt.TabFocusReason);
        compare(item("address").cursorPosition, 0);
    }

    function test_aServerThatNeverAnswers(): void {
        root.house.entry.enter(root.house.openDeafServer());
        compare(root.house.entry.state, RoomEntry.Joining);
        verify(textOf("stateText").startsWith("connect"));
        click("leaveButton"); // one need not wait
        compare(textOf("stateText"), "in no room");
    }

    function test_aServerThatGoesAway(): void {
        root.house.entry.enter(root.house.openServer());
        until(() => textOf("stateText") === "in the room", "one does not come in");
        root.house.closeServer();
        until(() => textOf("stateText").startsWith("connection lost, trying again in "), "nobody is told");
        verify(shows("leaveButton"));
        root.bar.editAddress();
        type("offline:elsew");
        const told = spyOn(root.house.entry, "stateChanged");
        until(() => told.count > 2, "it is not tried again");
        compare(textOf("address"), "offline:elsew"); // nobody is disturbed
    }

    function test_everyStepIsTold(): void {
        click("handshakeButton");
        compare(textOf("handshakeEmpty"), "You have not tried to enter a room yet.");
        keyClick(Qt.Key_Escape);
        goes("handshakeEmpty");
        root.house.entry.enter("offline:");
        root.bar.showHandshake();
        compare(textOf("handshakeEmpty"), "This room let you in at once: there were no steps.");
        keyClick(Qt.Key_Escape);
        goes("handshakeEmpty");
        root.house.entry.enter(root.house.openServer());
        until(() => root.house.entry.state === RoomEntry.In, "one does not come in");
        root.bar.showHandshake();
        const steps = item("handshakeList");
        verify(steps.count > 4);
        verify(!shows("handshakeEmpty"));
        verify(says("Welcome"));
        const before = steps.count;
        root.house.entry.leave();
        until(() => steps.count === before + 1, "the end is not told");
    }

    function test_longAddressesLeaveRoom(): void {
        root.house.entry.enter("offline:" + "w".repeat(400));
        settle();
        const last = item("settingsButton");
        verify(last.mapToItem(root.bar, last.width, 0).x <= root.bar.width);
        verify(item("enterButton").x >= item("address").x + item("address").width);
    }

    function test_howManyAreThere(): void {
        verify(!shows("howMany") && !shows("roundTrip"));
        root.house.enter();
        compare(textOf("howMany"), "0");
        verify(!shows("roundTrip")); // there is no server
        for (let who = 1; who <= 30; ++who)
            root.house.join(who);
        compare(textOf("howMany"), "0"); // not with each of them
        tryCompare(item("howMany"), "text", "30");
        root.house.entry.leave();
        verify(!shows("howMany"));
    }

    function test_howLongItTakesToTheServer(): void {
        root.house.entry.enter(root.house.openServer());
        until(() => shows("roundTrip"), "nothing is measured");
        verify(/^[1-9][0-9]* ms$/.test(textOf("roundTrip")));
        root.house.closeServer();
        until(() => root.house.entry.state === RoomEntry.Waiting, "nobody notices");
        verify(!shows("roundTrip"));
    }

    function test_settingsAreWanted(): void {
        const wanted = spyOn(root.bar, "settingsWanted");
        click("settingsButton");
        compare(wanted.count, 1);
    }
}
