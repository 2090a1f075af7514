// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The field for where to go, and who has the keyboard after that.
ViewCase {
    id: root

    readonly property ConnectBar bar: root.view as ConnectBar

    name: "AddressField"
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

    function test_aMistakeStaysToBeMended(): void {
        enter("ws-rom:ws://host");
        compare(root.fixture.entry.state, RoomConnection.Disconnected);
        compare(textOf("address"), "ws-rom:ws://host");
        verify(root.fixture.entry.problem.includes("ws-rom"));
        enter("offline:"); // it was selected: what is typed replaces it
        compare(root.fixture.entry.state, RoomConnection.Connected);
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
        root.fixture.entry.enter("offline:here");
        root.bar.editAddress();
        type("offline:elsew");
        keyClick(Qt.Key_Escape);
        compare(done.count, 1);
        compare(textOf("address"), "offline:here");
        enter("hello world");
        verify(root.fixture.entry.problem !== "");
        keyClick(Qt.Key_Escape);
        compare(done.count, 2);
        compare(textOf("address"), "offline:here");
        compare(root.fixture.entry.problem, ""); // of an address that nobody wants any more
        root.bar.editAddress();
        keyClick(Qt.Key_Delete);
        keyClick(Qt.Key_Return);
        verify(root.fixture.entry.problem !== "");
        keyClick(Qt.Key_Escape);
        compare(root.fixture.entry.problem, "");
    }

    function test_escapeForgetsNoLoss(): void {
        root.fixture.entry.enter(root.fixture.openServer());
        until(() => root.fixture.entry.state === RoomConnection.Connected, "one does not come in");
        root.fixture.closeServer();
        until(() => root.fixture.entry.state === RoomConnection.Reconnecting, "nobody notices");
        root.bar.editAddress();
        keyClick(Qt.Key_Escape);
        verify(root.fixture.entry.problem !== "");
    }

    function test_whatTheCommandLineSaidIsToBeMended(): void {
        root.fixture.entry.enter("simulator:?walk=backwards");
        compare(textOf("address"), "simulator:?walk=backwards");
        root.bar.editAddress();
        type("offline:elsew");
        root.fixture.entry.leave();
        root.fixture.entry.plainAllowed = true;
        compare(textOf("address"), "offline:elsew"); // nobody is disturbed
    }

    function test_aChosenPlaceGivesTheKeyboardBack(): void {
        const done = spyOn(root.bar, "done");
        root.fixture.entry.enter("offline:here");
        root.bar.showPlaces();
        item("embeddedPlace");
        keyClick(Qt.Key_Escape);
        goes("embeddedPlace");
        compare(done.count, 0);
        root.bar.showPlaces();
        click("embeddedPlace");
        goes("embeddedPlace");
        tryCompare(done, "count", 1);
        compare(root.fixture.entry.state, RoomConnection.Connected);
    }

    function test_theBeginningOfALongAddressIsSeen(): void {
        root.fixture.entry.enter("offline:" + "w".repeat(400));
        compare(item("address").cursorPosition, 0);
        root.bar.editAddress();
        keyClick(Qt.Key_End);
        verify(item("address").cursorPosition > 400);
        item("enterButton").forceActiveFocus(Qt.TabFocusReason);
        compare(item("address").cursorPosition, 0);
    }

    function test_longAddressesLeaveRoom(): void {
        root.fixture.entry.enter("offline:" + "w".repeat(400));
        settle();
        const last = item("settingsButton");
        verify(last.mapToItem(root.bar, last.width, 0).x <= root.bar.width);
        verify(item("enterButton").x >= item("address").x + item("address").width);
    }
}
