// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The address field, and which item has focus afterwards.
ViewCase {
    id: root

    readonly property ConnectBar bar: root.view as ConnectBar

    name: "AddressField"
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

    function test_keepsInvalidAddress(): void {
        enter("ws-rom:ws://host");
        compare(root.fixture.room.connection.state, RoomConnection.Disconnected);
        compare(textOf("address"), "ws-rom:ws://host");
        verify(root.fixture.room.connection.problem.includes("ws-rom"));
        enter("offline:"); // the address was selected, so typing replaces it
        compare(root.fixture.room.connection.state, RoomConnection.Connected);
    }

    function test_enteringReleasesFocus(): void {
        const done = spyOn(root.bar, "done");
        enter("offline:here");
        compare(done.count, 1);
        click("enterButton");
        compare(done.count, 2);
        enter("hello world");
        compare(done.count, 2); // focus stays for correcting it
        verify(item("address").activeFocus);
        root.bar.editAddress();
        type("hello");
        click("enterButton");
        compare(done.count, 2);
        verify(item("address").activeFocus);
    }

    function test_escapeRestoresAddress(): void {
        const done = spyOn(root.bar, "done");
        root.fixture.room.connection.enter("offline:here");
        root.bar.editAddress();
        type("offline:elsew");
        keyClick(Qt.Key_Escape);
        compare(done.count, 1);
        compare(textOf("address"), "offline:here");
        enter("hello world");
        verify(root.fixture.room.connection.problem !== "");
        keyClick(Qt.Key_Escape);
        compare(done.count, 2);
        compare(textOf("address"), "offline:here");
        compare(root.fixture.room.connection.problem, ""); // the rejected address is discarded
        root.bar.editAddress();
        keyClick(Qt.Key_Delete);
        keyClick(Qt.Key_Return);
        verify(root.fixture.room.connection.problem !== "");
        keyClick(Qt.Key_Escape);
        compare(root.fixture.room.connection.problem, "");
    }

    function test_escapeKeepsConnectionProblem(): void {
        root.fixture.room.connection.enter(root.fixture.openServer());
        waitUntil(() => root.fixture.room.connection.state === RoomConnection.Connected, "not connected");
        root.fixture.closeServer();
        waitUntil(() => root.fixture.room.connection.state === RoomConnection.Reconnecting, "connection loss not noticed");
        root.bar.editAddress();
        keyClick(Qt.Key_Escape);
        verify(root.fixture.room.connection.problem !== "");
    }

    function test_keepsInvalidAddressOfCommandLine(): void {
        root.fixture.room.connection.enter("simulator:?walk=backwards");
        compare(textOf("address"), "simulator:?walk=backwards");
        root.bar.editAddress();
        type("offline:elsew");
        root.fixture.room.connection.leave();
        root.fixture.room.connection.plainAllowed = true;
        compare(textOf("address"), "offline:elsew"); // typed text is kept
    }

    function test_choosingPlaceReleasesFocus(): void {
        const done = spyOn(root.bar, "done");
        root.fixture.room.connection.enter("offline:here");
        root.bar.showPlaces();
        item("embeddedPlace");
        keyClick(Qt.Key_Escape);
        waitUntilHidden("embeddedPlace");
        compare(done.count, 0);
        root.bar.showPlaces();
        click("embeddedPlace");
        waitUntilHidden("embeddedPlace");
        tryCompare(done, "count", 1);
        compare(root.fixture.room.connection.state, RoomConnection.Connected);
    }

    function test_showsBeginningOfLongAddress(): void {
        root.fixture.room.connection.enter("offline:" + "w".repeat(400));
        compare(item("address").cursorPosition, 0);
        root.bar.editAddress();
        keyClick(Qt.Key_End);
        verify(item("address").cursorPosition > 400);
        item("enterButton").forceActiveFocus(Qt.TabFocusReason);
        compare(item("address").cursorPosition, 0);
    }

    function test_longAddressKeepsButtonsVisible(): void {
        root.fixture.room.connection.enter("offline:" + "w".repeat(400));
        settle();
        const last = item("settingsButton");
        verify(last.mapToItem(root.bar, last.width, 0).x <= root.bar.width);
        verify(item("enterButton").x >= item("address").x + item("address").width);
    }
}
