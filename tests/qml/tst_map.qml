// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The map and its buttons. My avatar is in the middle, at 8, 8; a metre is 12 pixels.
ViewCase {
    id: root

    readonly property MapPane pane: root.view as MapPane

    name: "MapPane"
    stage: Component {
        Stage {
            id: stage

            MapPane {
                width: 600
                height: 400
                people: stage.fixture.room.people
                map: RoomMap {
                    anchors.fill: parent
                    peerScene: stage.fixture.room.peerScene
                    avatar: stage.fixture.room.avatar
                    voice: stage.fixture.room.voice
                    tiles: stage.fixture.app.tiles
                }
            }
        }
    }

    //! A peer joins and stays at this position.
    function put(who: int, x: real, z: real): void {
        root.fixture.join(who);
        root.fixture.stand(who, x, z);
        root.fixture.wait(1);
        settle();
    }
    function personAt(x: real, y: real): string { return item("map").personAt(Qt.point(300 + x, 200 + y)) }

    function test_countsPeersInView(): void {
        root.fixture.enter();
        const map = item("map");
        compare(map.shownCount, 0);
        put(1, 13, 8);
        put(2, 8, 3);
        waitUntil(() => map.shownCount === 2, "not both in view");
        compare(personAt(60, 0), root.fixture.address(1));
        compare(personAt(0, 60), root.fixture.address(2));
        root.fixture.leave(1);
        waitUntil(() => map.shownCount === 1, "peer still in view");
        compare(personAt(60, 0), "");
    }

    function test_clickWalks(): void {
        mouseClick(item("map"), 300 + 60, 200 - 36);
        compare(root.fixture.goal(), "13, 11");
        root.fixture.wait(4);
        compare(root.fixture.place(), "13, 11");
        compare(root.fixture.goal(), "");
    }

    function test_keysWalkUntilReleased(): void {
        root.pane.takeKeyboard();
        keyPress("w");
        root.fixture.wait(2);
        compare(root.fixture.place(), "8, 14"); // 3 m/s
        keyRelease("w");
        root.fixture.wait(2);
        compare(root.fixture.place(), "8, 14");
        keyPress(Qt.Key_Left);
        item("followButton").forceActiveFocus(); // losing focus stops walking
        root.fixture.wait(2);
        compare(root.fixture.place(), "8, 14");
        keyRelease(Qt.Key_Left);
    }

    function test_enterRequestsChat(): void {
        const wanted = spyOn(root.pane, "writeWanted");
        root.pane.takeKeyboard();
        keyClick(Qt.Key_Return);
        compare(wanted.count, 1);
    }

    function test_dragPansAndButtonFollowsAgain(): void {
        root.fixture.enter();
        put(1, 13, 8);
        verify(item("followButton").checked);
        mouseDrag(item("map"), 100, 300, 90, -60);
        verify(!item("followButton").checked);
        compare(root.fixture.goal(), ""); // a drag is not a click
        waitUntil(() => personAt(60 + 90, -60) === root.fixture.address(1), "map did not move");
        click("followButton");
        waitUntil(() => personAt(60, 0) === root.fixture.address(1), "map does not follow");
    }

    function test_zooms(): void {
        root.fixture.enter();
        put(1, 13, 8);
        mouseWheel(item("map"), 300, 200, 0, 120);
        waitUntil(() => personAt(75, 0) === root.fixture.address(1), "wheel does not zoom");
        mouseWheel(item("map"), 300, 200, 0, -120);
        waitUntil(() => personAt(60, 0) === root.fixture.address(1), "wheel does not zoom back");
        root.pane.zoomOut();
        waitUntil(() => personAt(48, 0) === root.fixture.address(1), "zooming out does nothing");
        put(2, 500, 8);
        root.pane.fitEveryone();
        waitUntil(() => item("map").shownCount === 2, "not all peers in view");
    }

    function test_clickOnPeerShowsCard(): void {
        root.fixture.enter();
        put(1, 13, 8);
        put(2, 23, 8);
        mouseClick(item("map"), 360, 200);
        compare(root.fixture.goal(), "");
        compare(root.pane.selected, root.fixture.address(1));
        compare(textOf("cardAddress"), root.fixture.shortAddress(1));
        mouseClick(item("map"), 480, 200);
        waitUntil(() => textOf("cardAddress") === root.fixture.shortAddress(2), "card of the first peer");
        keyClick(Qt.Key_Escape);
        waitUntilHidden("personCard");
        compare(root.pane.selected, "");
        mouseClick(item("map"), 360, 200);
        verify(item("personCard"));
        root.fixture.leave(1);
        waitUntilHidden("personCard");
    }

    function test_hoverShowsHint(): void {
        root.fixture.enter();
        root.fixture.join(1, "Ana");
        put(1, 13, 8);
        const sent = root.fixture.sentLines().length;
        mouseMove(item("map"), 361, 201);
        compare(textOf("hintAddress"), root.fixture.shortAddress(1));
        compare(textOf("hintName"), "Ana");
        verify(textOf("hintPresence").startsWith("5 m away"));
        root.fixture.talk([1]);
        waitUntil(() => shows("hintBadges") && textOf("hintBadges") === "talking", "not shown as talking");
        verify(!shows("personCard") && !shows("copyAddress") && !shows("volumeSlider"));
        compare(root.pane.selected, "");
        root.fixture.wait(20);
        compare(root.fixture.sentLines().length, sent); // hovering sends nothing
        mouseMove(item("map"), 500, 50);
        waitUntilHidden("personHint");
        mouseMove(item("map"), 361, 201);
        item("personHint");
        mouseClick(item("map"), 361, 201); // a click shows the card instead
        item("personCard");
        waitUntilHidden("personHint");
    }

    //! The map draws no labels under its buttons.
    function test_mapKnowsAreaOfButtons(): void {
        settle();
        const buttons = item("map").buttons;
        const follow = item("followButton");
        const corner = follow.mapToItem(item("map"), follow.width, follow.height);
        fuzzyCompare(buttons.x + buttons.width, corner.x, 0.5);
        fuzzyCompare(buttons.y + buttons.height, corner.y, 0.5);
        verify(buttons.width > 3 * follow.width);
    }

    function test_showsParcel(): void {
        root.fixture.enter();
        put(1, 16 * 40 + 8, 8 - 16 * 20);
        root.pane.askParcel();
        item("parcelField");
        type("40, x");
        keyClick(Qt.Key_Return);
        verify(shows("parcelField")); // not a parcel
        keyClick(Qt.Key_Backspace);
        type("-20");
        keyClick(Qt.Key_Return);
        waitUntilHidden("parcelField");
        waitUntil(() => personAt(0, 0) === root.fixture.address(1), "map not at the parcel");
        verify(!item("followButton").checked);
        verify(item("map").activeFocus);
    }
}
