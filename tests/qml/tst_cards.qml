// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The cards over the map: not connected, and a deep link to another room.
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

                NoRoomCard { connection: stage.fixture.room.connection }
            }
        }

        //! Joins a server that has closed.
        function joinClosedServer(): void {
            const address = nowhere.fixture.openServer();
            nowhere.fixture.closeServer();
            nowhere.fixture.room.connection.enter(address);
            waitUntil(() => nowhere.fixture.room.connection.state === RoomConnection.Disconnected, "connection not refused");
        }

        function test_startsWithEmbeddedRoomAndPlaces(): void {
            verify(showsText("You're not in a room"));
            verify(!shows("tryAgain") && !shows("whatHappened") && !shows("countdown"));
            const places = spyOn(nowhere.view, "placesWanted");
            click("placesAndRealms");
            compare(places.count, 1);
            click("enterEmbedded");
            compare(nowhere.fixture.room.connection.place, "offline:embedded");
            compare(nowhere.fixture.room.connection.state, RoomConnection.Connected);
        }

        function test_listsRecentPlaces(): void {
            for (const place of ["one", "two", "three", "four", "five"])
                nowhere.fixture.room.connection.enter("offline:" + place);
            nowhere.fixture.room.connection.leave();
            verify(showsText("offline:five") && showsText("offline:two"));
            verify(!showsText("offline:one")); // shows only four
            mouseClick(visibleItems(item => item.text === "offline:three")[0]);
            compare(nowhere.fixture.room.connection.place, "offline:three");
        }

        function test_showsReasonOfRefusal(): void {
            joinClosedServer();
            compare(textOf("cardTitle"), "Couldn't join " + nowhere.fixture.room.connection.placeName);
            verify(textOf("cardTitle").startsWith("Couldn't join lobby at 127.0.0.1:"));
            compare(textOf("problem"), nowhere.fixture.room.connection.problem);
            verify(textOf("problem").length > 10);
            compare(textOf("tryAgain"), "Try again");
            const happened = spyOn(nowhere.view, "handshakeWanted");
            click("whatHappened");
            compare(happened.count, 1);
            click("tryAgain");
            compare(nowhere.fixture.room.connection.state, RoomConnection.Joining);
        }

        function test_showsInvalidAddress(): void {
            nowhere.fixture.room.connection.enter("hello world");
            compare(textOf("cardTitle"), "You're not in a room");
            compare(textOf("problem"), nowhere.fixture.room.connection.problem);
            verify(!shows("tryAgain") && !shows("whatHappened")); // no attempt was made
        }

        function test_invalidAddressKeepsReconnecting(): void {
            nowhere.fixture.room.connection.enter(nowhere.fixture.openServer());
            waitUntil(() => nowhere.fixture.room.connection.state === RoomConnection.Connected, "not connected");
            nowhere.fixture.closeServer();
            waitUntil(() => shows("countdown"), "no countdown");
            nowhere.fixture.room.connection.enter("hello world");
            nowhere.fixture.room.connection.dismissProblem();
            waitUntil(() => nowhere.fixture.room.connection.state === RoomConnection.Reconnecting, "no reconnect");
            verify(!showsText("Type a room address at the top, or try the demo room."));
            verify(shows("tryAgain"));
        }

        function test_showsCountdownAfterLoss(): void {
            nowhere.fixture.room.connection.enter(nowhere.fixture.openServer());
            waitUntil(() => nowhere.fixture.room.connection.state === RoomConnection.Connected, "not connected");
            nowhere.fixture.closeServer();
            waitUntil(() => shows("countdown"), "no countdown");
            verify(/^Trying again in [12] s$/.test(textOf("countdown"))); // the title says that it was lost
            compare(textOf("cardTitle"), "Connection lost");
            waitUntil(() => shows("tryAgain") && textOf("tryAgain") === "Try now", "no button to retry at once");
        }
    }

    ViewCase {
        id: linked

        name: "DeepLinkCard"
        stage: Component {
            Stage {
                id: table

                DeepLinkCard { connection: table.fixture.room.connection }
            }
        }

        readonly property string party: "ws-room:ws://127.0.0.1:9/rooms/party"

        function test_acceptsDeepLink(): void {
            linked.fixture.enter();
            verify(linked.fixture.receiveDeepLink("dcl-comms:" + party));
            compare(textOf("offerText"), party);
            verify(showsText("Its server will see your IP address and a signature from "
                             + linked.fixture.room.connection.me + "."));
            compare(linked.fixture.room.connection.place, "offline:"); // only after accepting
            click("acceptDeepLink");
            compare(linked.fixture.room.connection.place, party);
            compare(linked.fixture.room.connection.deepLink, "");
        }

        function test_declinesDeepLink(): void {
            linked.fixture.enter();
            linked.fixture.receiveDeepLink("dcl-comms:" + party);
            item("declineDeepLink").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(linked.fixture.room.connection.deepLink, "");
            compare(linked.fixture.room.connection.place, "offline:");
        }

        function test_ignoresOtherLinks(): void {
            verify(!linked.fixture.receiveDeepLink("https://example.org"));
            compare(linked.fixture.room.connection.deepLink, "");
        }

        function test_truncatesLongLink(): void {
            linked.fixture.receiveDeepLink("dcl-comms:ws-room:wss://host/" + "w".repeat(1500));
            const text = item("offerText");
            compare(text.textFormat, Text.PlainText);
            verify(text.lineCount <= 8 && text.truncated);
            verify(item("acceptDeepLink").mapToItem(linked.view, 0, 0).y < linked.view.implicitHeight);
        }
    }
}
