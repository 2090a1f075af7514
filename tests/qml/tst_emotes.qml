// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The popup of emotes.
ViewCase {
    id: root

    name: "EmotePopup"
    stage: Component {
        Stage {
            id: stage

            popup: EmotePopup {
                emotes: stage.fixture.room.people.emotes
                inRoom: stage.fixture.room.connection.state === RoomConnection.Connected
                x: 100
            }
        }
    }

    function test_disabledOutsideRoom(): void {
        compare(textOf("emoteProblem"), "Join a room to play emotes.");
        verify(!item("emote1").enabled);
        mouseClick(item("emote1"));
        verify(root.popup.opened);
        root.fixture.enter();
        verify(item("emote1").enabled);
        verify(!shows("emoteProblem"));
    }

    function test_numbersEmotes(): void {
        root.fixture.enter();
        const choices = root.fixture.room.people.emotes.choices;
        verify(choices.length > 4 && choices.length <= 9);
        for (let i = 0; i < choices.length; ++i)
            compare(textOf("emote" + (i + 1)), (i + 1) + "  " + choices[i]);
        verify(!shows("emote" + (choices.length + 1)));
    }

    function test_digitPlaysEmote(): void {
        root.fixture.enter();
        const played = spyOn(root.fixture.room.people.emotes, "played");
        keyClick("9"); // no such emote
        verify(root.popup.opened);
        keyClick("3");
        waitUntil(() => !root.popup.visible, "popup stays open");
        compare(root.fixture.sentEmotes(), ["raiseHand"]);
        compare(played.count, 1); // shown beside me on the map
    }

    function test_clickPlaysEmote(): void {
        root.fixture.enter();
        click("emote1");
        waitUntil(() => !root.popup.visible, "popup stays open");
        compare(root.fixture.sentEmotes(), ["wave"]);
    }

    function test_staysOpenWithinRateLimit(): void {
        root.fixture.enter();
        keyClick("1");
        waitUntil(() => !root.popup.visible, "popup stays open");
        root.popup.open();
        item("emote2");
        keyClick("2");
        verify(root.popup.visible);
        compare(root.fixture.sentEmotes(), ["wave"]);
        root.fixture.wait(1);
        keyClick("2");
        waitUntil(() => !root.popup.visible, "popup stays open");
        compare(root.fixture.sentEmotes(), ["wave", "clap"]);
    }

    function test_tabMovesBetweenEmotes(): void {
        root.fixture.enter();
        verify(item("emote1").activeFocus);
        keyClick(Qt.Key_Tab);
        verify(item("emote2").activeFocus);
        keyClick(Qt.Key_Space);
        compare(root.fixture.sentEmotes(), ["clap"]);
    }

    function test_escapeCloses(): void {
        root.fixture.enter();
        keyClick(Qt.Key_Escape);
        waitUntil(() => !root.popup.visible, "popup stays open");
        compare(root.fixture.sentEmotes(), []);
    }
}
