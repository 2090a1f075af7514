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
                entry: stage.fixture.entry
                realms: stage.fixture.realms
                handshake: stage.fixture.handshake
                people: stage.fixture.people
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
        compare(root.fixture.entry.state, RoomConnection.Disconnected);
        verify(root.fixture.entry.problem !== "");
    }

    function test_enterAndLeave(): void {
        enter("offline:");
        compare(root.fixture.entry.state, RoomConnection.Connected);
        compare(textOf("stateText"), "in the room");
        click("leaveButton");
        compare(root.fixture.entry.state, RoomConnection.Disconnected);
        verify(!shows("leaveButton"));
        compare(textOf("address"), "offline:"); // to come back
        click("enterButton");
        compare(root.fixture.entry.state, RoomConnection.Connected);
    }

    function test_aServerThatNeverAnswers(): void {
        root.fixture.entry.enter(root.fixture.openDeafServer());
        compare(root.fixture.entry.state, RoomConnection.Joining);
        verify(textOf("stateText").startsWith("connect"));
        click("leaveButton"); // one need not wait
        compare(textOf("stateText"), "in no room");
    }

    function test_aServerThatGoesAway(): void {
        root.fixture.entry.enter(root.fixture.openServer());
        until(() => textOf("stateText") === "in the room", "one does not come in");
        root.fixture.closeServer();
        until(() => textOf("stateText").startsWith("connection lost, trying again in "), "nobody is told");
        verify(shows("leaveButton"));
        root.bar.editAddress();
        type("offline:elsew");
        const told = spyOn(root.fixture.entry, "stateChanged");
        until(() => told.count > 2, "it is not tried again");
        compare(textOf("address"), "offline:elsew"); // nobody is disturbed
    }

    function test_everyStepIsTold(): void {
        click("handshakeButton");
        compare(textOf("handshakeEmpty"), "You have not tried to enter a room yet.");
        keyClick(Qt.Key_Escape);
        goes("handshakeEmpty");
        root.fixture.entry.enter("offline:");
        root.bar.showHandshake();
        compare(textOf("handshakeEmpty"), "This room let you in at once: there were no steps.");
        keyClick(Qt.Key_Escape);
        goes("handshakeEmpty");
        root.fixture.entry.enter(root.fixture.openServer());
        until(() => root.fixture.entry.state === RoomConnection.Connected, "one does not come in");
        root.bar.showHandshake();
        const steps = item("handshakeList");
        verify(steps.count > 4);
        verify(!shows("handshakeEmpty"));
        verify(says("Welcome"));
        tryVerify(() => texts("stepDetail").length === 6);
        verify(texts("stepDetail").join(" ").includes("rfc5"));
        const before = steps.count;
        root.fixture.entry.leave();
        until(() => steps.count === before + 1, "the end is not told");
    }

    function test_howManyAreThere(): void {
        verify(!shows("howMany") && !shows("roundTrip"));
        root.fixture.enter();
        compare(textOf("howMany"), "0");
        verify(!shows("roundTrip")); // there is no server
        for (let who = 1; who <= 30; ++who)
            root.fixture.join(who);
        compare(textOf("howMany"), "0"); // not with each of them
        tryCompare(item("howMany"), "text", "30");
        root.fixture.entry.leave();
        verify(!shows("howMany"));
    }

    function test_howLongItTakesToTheServer(): void {
        root.fixture.entry.enter(root.fixture.openServer());
        until(() => shows("roundTrip"), "nothing is measured");
        verify(/^[1-9][0-9]* ms$/.test(textOf("roundTrip")));
        root.fixture.closeServer();
        until(() => root.fixture.entry.state === RoomConnection.Reconnecting, "nobody notices");
        verify(!shows("roundTrip"));
    }

    function test_settingsAreWanted(): void {
        const wanted = spyOn(root.bar, "settingsWanted");
        click("settingsButton");
        compare(wanted.count, 1);
    }
}
