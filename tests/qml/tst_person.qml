// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The card of a person.
ViewCase {
    id: root

    name: "PersonPopup"
    stage: Component {
        Stage {
            id: stage

            popup: PersonPopup {
                people: stage.fixture.room.people
                address: stage.fixture.address(1)
                x: 100
            }
        }
    }

    //! A peer joins three metres east of me.
    function meet(): void {
        root.fixture.enter();
        root.fixture.join(1, "Ana");
        root.fixture.stand(1, 11, 8);
        waitUntil(() => textOf("cardPresence") === "3 m away, last seen just now", "presence not shown");
    }

    function test_showsAbsentPerson(): void {
        compare(textOf("cardPresence"), "not in this room");
        compare(textOf("cardAddress"), root.fixture.shortAddress(1));
        verify(!shows("cardName"));
        verify(!shows("cardDelay"));
    }

    function test_showsPresentPerson(): void {
        meet();
        compare(textOf("cardName"), "Ana");
        verify(!shows("cardEmote"));
        root.fixture.introduce(1, "Ana", "A gardener <i>at heart</i>.");
        root.fixture.emote(1, "dance");
        waitUntil(() => shows("cardEmote"), "emote not shown");
        compare(textOf("cardEmote"), "Emote: dances");
        compare(textOf("cardDescription"), "A gardener <i>at heart</i>.");
        compare(item("cardDescription").textFormat, Text.PlainText);
        root.fixture.wait(9);
        waitUntil(() => textOf("cardPresence") === "3 m away, last seen 9 s ago", "age of the signal not shown");
        compare(textOf("cardEmote"), "Emote: 9 s ago: dances");
    }

    function test_showsDeparture(): void {
        meet();
        root.fixture.leave(1);
        waitUntil(() => textOf("cardPresence").startsWith("left "), "departure not shown");
        compare(textOf("cardAddress"), root.fixture.shortAddress(1));
        verify(shows("personMuteTick")); // settings for a peer outlast their visit
    }

    function test_longTextStaysOnCard(): void {
        meet();
        root.fixture.introduce(1, "W".repeat(32), "W".repeat(200));
        waitUntil(() => shows("cardDescription"), "description not shown");
        const card = item("personCard");
        for (const line of [item("cardName"), item("cardDescription"), item("copyAddress"), item("personIgnoreTick")]) {
            const place = line.mapToItem(card, 0, 0, line.width, line.height);
            verify(place.x >= 0 && place.x + place.width <= card.width, line.objectName);
            verify(place.y >= 0 && place.y + place.height <= card.height, line.objectName);
        }
        compare(item("cardDescription").lineCount, 4);
        verify(item("cardDescription").truncated);
    }

    function test_keysSetVolume(): void {
        meet();
        verify(showsText("Volume 100 %"));
        item("volumeSlider").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        fuzzyCompare(root.fixture.volume(1), 1.05, 0.001);
        verify(showsText("Volume 105 %"));
        keyClick(Qt.Key_Left);
        keyClick(Qt.Key_Left);
        verify(showsText("Volume 95 %"));
    }

    function test_mutesAndIgnores(): void {
        meet();
        click("personMuteTick");
        verify(root.fixture.isMuted(1));
        verify(item("volumeSlider").enabled);
        click("personIgnoreTick");
        verify(root.fixture.isIgnored(1));
        verify(!item("volumeSlider").enabled);
        verify(item("personMuteTick").checked && !item("personMuteTick").enabled);
        click("personIgnoreTick");
        click("personMuteTick");
        verify(!root.fixture.isIgnored(1) && !root.fixture.isMuted(1));
    }

    function test_copiesFullAddress(): void {
        root.fixture.clearClipboard();
        click("copyAddress");
        compare(root.fixture.clipboard(), root.fixture.address(1));
    }

    function test_escapeCloses(): void {
        const closed = spyOn(root.popup, "closed");
        keyClick(Qt.Key_Escape);
        waitUntil(() => closed.count === 1, "card stays open");
        verify(!shows("personCard"));
    }
}
