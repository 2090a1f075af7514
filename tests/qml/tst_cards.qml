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

                NoRoomCard { entry: stage.house.entry }
            }
        }

        //! A server that was there, and is not.
        function beRefused(): void {
            const address = nowhere.house.openServer();
            nowhere.house.closeServer();
            nowhere.house.entry.enter(address);
            until(() => nowhere.house.entry.state === RoomEntry.Out, "one is let in");
        }

        function test_atFirst(): void {
            verify(says("You are in no room"));
            verify(!shows("tryAgain") && !shows("whatHappened") && !shows("countdown"));
            const places = spyOn(nowhere.view, "placesWanted");
            click("placesAndRealms");
            compare(places.count, 1);
            click("enterEmbedded");
            compare(nowhere.house.entry.place, "offline:embedded");
            compare(nowhere.house.entry.state, RoomEntry.In);
        }

        function test_whereOneWasLately(): void {
            for (const place of ["one", "two", "three", "four", "five"])
                nowhere.house.entry.enter("offline:" + place);
            nowhere.house.entry.leave();
            verify(says("offline:five") && says("offline:two"));
            verify(!says("offline:one")); // four, and no more
            mouseClick(seen(item => item.text === "offline:three")[0]);
            compare(nowhere.house.entry.place, "offline:three");
        }

        function test_whoIsRefusedIsToldWhy(): void {
            beRefused();
            compare(textOf("cardTitle"), "You are not in " + nowhere.house.entry.placeName);
            verify(textOf("cardTitle").startsWith("You are not in lobby at 127.0.0.1:"));
            compare(textOf("problem"), nowhere.house.entry.problem);
            verify(textOf("problem").length > 10);
            compare(textOf("tryAgain"), "Try again");
            const happened = spyOn(nowhere.view, "handshakeWanted");
            click("whatHappened");
            compare(happened.count, 1);
            click("tryAgain");
            compare(nowhere.house.entry.state, RoomEntry.Joining);
        }

        function test_anAddressThatIsNone(): void {
            nowhere.house.entry.enter("hello world");
            compare(textOf("cardTitle"), "You are in no room");
            compare(textOf("problem"), nowhere.house.entry.problem);
            verify(!shows("tryAgain") && !shows("whatHappened")); // nothing did
        }

        function test_anAddressThatIsNoneWhileTheWayIsLost(): void {
            nowhere.house.entry.enter(nowhere.house.openServer());
            until(() => nowhere.house.entry.state === RoomEntry.In, "one does not come in");
            nowhere.house.closeServer();
            until(() => shows("countdown"), "nobody counts");
            nowhere.house.entry.enter("hello world");
            nowhere.house.entry.dismissProblem();
            until(() => nowhere.house.entry.state === RoomEntry.Waiting, "it is not tried again");
            verify(!says("Write the address of a room at the top, or enter the embedded one."));
            verify(shows("tryAgain"));
        }

        function test_aWayThatWasLost(): void {
            nowhere.house.entry.enter(nowhere.house.openServer());
            until(() => nowhere.house.entry.state === RoomEntry.In, "one does not come in");
            nowhere.house.closeServer();
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

                DeepLinkCard { entry: table.house.entry }
            }
        }

        function test_oneMayGo(): void {
            linked.house.enter();
            verify(linked.house.offerLink("dcl-comms:offline:party"));
            compare(textOf("offerText"), "offline:party");
            verify(says("Its server will see your network address and a signature as " + linked.house.entry.me + "."));
            compare(linked.house.entry.place, "offline:"); // nothing happens before one says so
            click("acceptOffer");
            compare(linked.house.entry.place, "offline:party");
            compare(linked.house.entry.offer, "");
        }

        function test_oneMayStay(): void {
            linked.house.enter();
            linked.house.offerLink("dcl-comms:offline:party");
            item("declineOffer").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(linked.house.entry.offer, "");
            compare(linked.house.entry.place, "offline:");
        }

        function test_whatIsNoLinkIsNotOffered(): void {
            verify(!linked.house.offerLink("https://example.org"));
            compare(linked.house.entry.offer, "");
        }

        function test_longLinksStayOnTheCard(): void {
            linked.house.offerLink("dcl-comms:offline:" + "w".repeat(1500));
            const text = item("offerText");
            compare(text.textFormat, Text.PlainText);
            verify(text.lineCount <= 8 && text.truncated);
            verify(item("acceptOffer").mapToItem(linked.view, 0, 0).y < linked.view.implicitHeight);
        }
    }
}
