// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The top bar: address, join and leave, connection state and handshake steps.
ViewCase {
    id: root

    readonly property ConnectBar bar: root.view as ConnectBar

    name: "ConnectBar"
    stage: Component {
        Stage {
            id: stage

            ConnectBar {
                width: parent.width
                connection: stage.fixture.room.connection
                realms: stage.fixture.app.realms
                handshake: stage.fixture.room.handshake
                people: stage.fixture.room.people
            }
        }
    }

    function enter(address: string): void {
        root.bar.editAddress();
        type(address);
        keyClick(Qt.Key_Return);
    }

    function test_startsDisconnected(): void {
        compare(textOf("stateText"), "Not connected");
        compare(textOf("address"), "");
        verify(!shows("leaveButton"));
        click("enterButton"); // without an address
        compare(root.fixture.room.connection.state, RoomConnection.Disconnected);
        verify(root.fixture.room.connection.problem !== "");
    }

    function test_entersAndLeaves(): void {
        enter("offline:");
        compare(root.fixture.room.connection.state, RoomConnection.Connected);
        compare(textOf("stateText"), "Connected");
        click("leaveButton");
        compare(root.fixture.room.connection.state, RoomConnection.Disconnected);
        verify(!shows("leaveButton"));
        compare(textOf("address"), "offline:"); // kept for rejoining
        click("enterButton");
        compare(root.fixture.room.connection.state, RoomConnection.Connected);
    }

    function test_leavesServerThatNeverAnswers(): void {
        root.fixture.room.connection.enter(root.fixture.openSilentServer());
        compare(root.fixture.room.connection.state, RoomConnection.Joining);
        verify(textOf("stateText").startsWith("Connecting"));
        click("leaveButton"); // cancels the attempt
        compare(textOf("stateText"), "Not connected");
    }

    function test_countsDownAfterLoss(): void {
        root.fixture.room.connection.enter(root.fixture.openServer());
        waitUntil(() => textOf("stateText") === "Connected", "not connected");
        root.fixture.closeServer();
        waitUntil(() => textOf("stateText").startsWith("Connection lost, reconnecting in "), "nothing is reported");
        verify(shows("leaveButton"));
        root.bar.editAddress();
        type("offline:elsew");
        const changed = spyOn(root.fixture.room.connection, "stateChanged");
        waitUntil(() => changed.count > 2, "no reconnect");
        compare(textOf("address"), "offline:elsew"); // typed text is kept
    }

    function test_listsHandshakeSteps(): void {
        click("handshakeButton");
        compare(textOf("handshakeEmpty"), "No connection attempts yet.");
        keyClick(Qt.Key_Escape);
        waitUntilHidden("handshakeEmpty");
        root.fixture.room.connection.enter("offline:");
        root.bar.showHandshake();
        compare(textOf("handshakeEmpty"), "You joined this room immediately, without a handshake.");
        keyClick(Qt.Key_Escape);
        waitUntilHidden("handshakeEmpty");
        root.fixture.room.connection.enter(root.fixture.openServer());
        waitUntil(() => root.fixture.room.connection.state === RoomConnection.Connected, "not connected");
        root.bar.showHandshake();
        const steps = item("handshakeList");
        verify(steps.count > 4);
        verify(!shows("handshakeEmpty"));
        verify(showsText("Welcome"));
        tryVerify(() => texts("stepDetail").length === 6);
        verify(texts("stepDetail").join(" ").includes("rfc5"));
        const before = steps.count;
        root.fixture.room.connection.leave();
        waitUntil(() => steps.count === before + 1, "end of session not listed");
    }

    function test_countsPeers(): void {
        verify(!shows("howMany") && !shows("roundTrip"));
        root.fixture.enter();
        compare(textOf("howMany"), "0");
        verify(!shows("roundTrip")); // there is no server
        for (let who = 1; who <= 30; ++who)
            root.fixture.join(who);
        compare(textOf("howMany"), "0"); // not updated for each peer
        tryCompare(item("howMany"), "text", "30");
        root.fixture.room.connection.leave();
        verify(!shows("howMany"));
    }

    function test_showsRoundTrip(): void {
        root.fixture.room.connection.enter(root.fixture.openServer());
        waitUntil(() => shows("roundTrip"), "no round-trip time");
        verify(/^[0-9]+ ms$/.test(textOf("roundTrip")));
        root.fixture.closeServer();
        waitUntil(() => root.fixture.room.connection.state === RoomConnection.Reconnecting, "connection loss not noticed");
        verify(!shows("roundTrip"));
    }

    function test_requestsSettings(): void {
        const wanted = spyOn(root.bar, "settingsWanted");
        click("settingsButton");
        compare(wanted.count, 1);
    }
}
