// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! What lies over the map: that one is in no room, or that a link leads to another.
Item {
    id: root

    width: 900
    height: 700

    ViewCase {
        id: nowhere

        name: "NoRoomCard"
        stage: Component {
            Stage {
                id: stage

                NoRoomCard { entry: stage.fixture.entry }
            }
        }

        //! A server that was there, and is not.
        function beRefused(): void {
            const address = nowhere.fixture.openServer();
            nowhere.fixture.closeServer();
            nowhere.fixture.entry.enter(address);
            until(() => nowhere.fixture.entry.state === RoomConnection.Disconnected, "one is let in");
        }

        function test_atFirst(): void {
            verify(says("You are in no room"));
            verify(!shows("tryAgain") && !shows("whatHappened") && !shows("countdown"));
            const places = spyOn(nowhere.view, "placesWanted");
            click("placesAndRealms");
            compare(places.count, 1);
            click("enterEmbedded");
            compare(nowhere.fixture.entry.place, "offline:embedded");
            compare(nowhere.fixture.entry.state, RoomConnection.Connected);
        }

        function test_whereOneWasLately(): void {
            for (const place of ["one", "two", "three", "four", "five"])
                nowhere.fixture.entry.enter("offline:" + place);
            nowhere.fixture.entry.leave();
            verify(says("offline:five") && says("offline:two"));
            verify(!says("offline:one")); // four, and no more
            mouseClick(seen(item => item.text === "offline:three")[0]);
            compare(nowhere.fixture.entry.place, "offline:three");
        }

        function test_whoIsRefusedIsToldWhy(): void {
            beRefused();
            compare(textOf("cardTitle"), "You are not in " + nowhere.fixture.entry.placeName);
            verify(textOf("cardTitle").startsWith("You are not in lobby at 127.0.0.1:"));
            compare(textOf("problem"), nowhere.fixture.entry.problem);
            verify(textOf("problem").length > 10);
            compare(textOf("tryAgain"), "Try again");
            const happened = spyOn(nowhere.view, "handshakeWanted");
            click("whatHappened");
            compare(happened.count, 1);
            click("tryAgain");
            compare(nowhere.fixture.entry.state, RoomConnection.Joining);
        }

        function test_anAddressThatIsNone(): void {
            nowhere.fixture.entry.enter("hello world");
            compare(textOf("cardTitle"), "You are in no room");
            compare(textOf("problem"), nowhere.fixture.entry.problem);
            verify(!shows("tryAgain") && !shows("whatHappened")); // nothing did
        }

        function test_anAddressThatIsNoneWhileTheWayIsLost(): void {
            nowhere.fixture.entry.enter(nowhere.fixture.openServer());
            until(() => nowhere.fixture.entry.state === RoomConnection.Connected, "one does not come in");
            nowhere.fixture.closeServer();
            until(() => shows("countdown"), "nobody counts");
            nowhere.fixture.entry.enter("hello world");
            nowhere.fixture.entry.dismissProblem();
            until(() => nowhere.fixture.entry.state === RoomConnection.Reconnecting, "it is not tried again");
            verify(!says("Write the address of a room at the top, or enter the embedded one."));
            verify(shows("tryAgain"));
        }

        function test_aWayThatWasLost(): void {
            nowhere.fixture.entry.enter(nowhere.fixture.openServer());
            until(() => nowhere.fixture.entry.state === RoomConnection.Connected, "one does not come in");
            nowhere.fixture.closeServer();
            until(() => shows("countdown"), "nobody counts");
            verify(/^Trying again in [12] s$/.test(textOf("countdown"))); // above it stands that it was lost
            compare(textOf("cardTitle"), "The connection was lost");
            until(() => shows("tryAgain") && textOf("tryAgain") === "Try now", "one cannot try at once");
        }
    }

    ViewCase {
        id: linked

        name: "DeepLinkCard"
        stage: Component {
            Stage {
                id: table

                DeepLinkCard { entry: table.fixture.entry }
            }
        }

        function test_oneMayGo(): void {
            linked.fixture.enter();
            verify(linked.fixture.receiveDeepLink("dcl-comms:offline:party"));
            compare(textOf("offerText"), "offline:party");
            verify(says("Its server will see your network address and a signature as " + linked.fixture.entry.me + "."));
            compare(linked.fixture.entry.place, "offline:"); // nothing happens before one says so
            click("acceptDeepLink");
            compare(linked.fixture.entry.place, "offline:party");
            compare(linked.fixture.entry.deepLink, "");
        }

        function test_oneMayStay(): void {
            linked.fixture.enter();
            linked.fixture.receiveDeepLink("dcl-comms:offline:party");
            item("declineDeepLink").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(linked.fixture.entry.deepLink, "");
            compare(linked.fixture.entry.place, "offline:");
        }

        function test_whatIsNoLinkIsNotOffered(): void {
            verify(!linked.fixture.receiveDeepLink("https://example.org"));
            compare(linked.fixture.entry.deepLink, "");
        }

        function test_longLinksStayOnTheCard(): void {
            linked.fixture.receiveDeepLink("dcl-comms:offline:" + "w".repeat(1500));
            const text = item("offerText");
            compare(text.textFormat, Text.PlainText);
            verify(text.lineCount <= 8 && text.truncated);
            verify(item("acceptDeepLink").mapToItem(linked.view, 0, 0).y < linked.view.implicitHeight);
        }
    }
}
