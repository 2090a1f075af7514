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

    function test_longAddressesLeaveRoom(): void {
        root.house.entry.enter("offline:" + "w".repeat(400));
        settle();
        const last = item("settingsButton");
        verify(last.mapToItem(root.bar, last.width, 0).x <= root.bar.width);
        verify(item("enterButton").x >= item("address").x + item("address").width);
    }
}
