// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! What can be done, by its name and by its keys.
Item {
    id: root

    property string done: ""

    width: 900
    height: 700

    component Commands: CommandList {
        id: list

        signal told(string what)

        Command { section: "Going"; text: "Leave the room"; keys: ["Ctrl+Shift+L"]; onTriggered: list.told("leave") }
        Command { section: "Going"; text: "Try again"; enabled: false; onTriggered: list.told("again") }
        Command { section: "Map"; text: "Walk"; toldKeys: "W, A, S, D" }
        Command { section: "Map"; text: "Look at the room"; onTriggered: list.told("look") }
        Command { section: "Map"; text: "Room for many words".repeat(20); onTriggered: list.told("words") }
    }

    ViewCase {
        id: palette

        name: "CommandPalette"
        stage: Component {
            Stage {
                id: stage

                popup: CommandPalette {
                    commands: Commands {
                        onTold: what => root.done = what
                        onPersonChosen: address => root.done = address
                    }
                    entry: stage.fixture.entry
                    people: stage.fixture.people
                }
            }
        }

        function rows(): var {
            const list = item("paletteList");
            return [...Array(list.count).keys()].map(row => list.itemAtIndex(row).words);
        }

        function test_whatCanBeDoneNow(): void {
            verify(item("paletteField").activeFocus);
            compare(rows().length, 3); // neither what cannot be done now, nor what has keys alone
            verify(!rows().includes("Try again") && !rows().includes("Walk"));
        }

        function test_aFewLetters(): void {
            root.done = "";
            type("room");
            compare(rows().length, 3);
            verify(rows()[0].startsWith("Room")); // what begins so comes first
            type(" LO");
            compare(rows(), ["Look at the room"]);
            keyClick(Qt.Key_Return);
            until(() => !palette.popup.visible, "it stays open");
            compare(root.done, "look");
        }

        function test_arrowsAndClicks(): void {
            root.done = "";
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Up);
            compare(item("paletteList").currentIndex, 1);
            mouseClick(item("paletteList").itemAtIndex(0));
            until(() => root.done === "leave", "a click does nothing");
            verify(!palette.popup.visible);
        }

        function test_aPersonIsNoCommand(): void {
            root.done = "";
            palette.fixture.enter();
            palette.fixture.join(1, "Leave the room");
            palette.fixture.join(2, "W".repeat(32));
            type("leave");
            compare(rows(), ["Leave the room", "Leave the room"]);
            compare(all("palettePerson").length, 1);
            verify(says(palette.fixture.shortAddress(1)));
            const row = item("paletteList").itemAtIndex(1);
            verify(row.Accessible.name.includes(palette.fixture.shortAddress(1)));
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            until(() => root.done === palette.fixture.address(1), "nobody is chosen");
        }

        function test_aLongNameKeepsItsAddress(): void {
            palette.fixture.enter();
            palette.fixture.join(2, "W".repeat(32));
            type("www");
            const address = seen(item => item.text === palette.fixture.shortAddress(2))[0];
            verify(address.width >= address.implicitWidth);
        }

        function test_placesWhereOneHasBeen(): void {
            palette.fixture.entry.enter("offline:tavern");
            palette.fixture.entry.enter("offline:market");
            compare(rows().length, 3);
            type("tav");
            compare(rows(), ["Go to offline:tavern"]);
            keyClick(Qt.Key_Return);
            until(() => palette.fixture.entry.place === "offline:tavern", "one does not go there");
        }

        function test_theBoxIsAsHighAsItsRows(): void {
            const list = item("paletteList");
            const three = palette.popup.height;
            type("leave");
            until(() => three - palette.popup.height === 2 * list.itemAtIndex(0).height, "it stays as high");
            compare(list.height, list.itemAtIndex(0).height);
        }

        function test_nothingIsCalledSo(): void {
            root.done = "";
            type("xyz");
            verify(says("Nothing is called so."));
            keyClick(Qt.Key_Return);
            compare(root.done, "");
        }

        function test_longWordsStayInTheirRow(): void {
            const row = item("paletteList").itemAtIndex(2);
            verify(row.width <= palette.popup.width);
            verify(seen(item => item.truncated === true).length > 0);
        }

        function test_escapeDoesNothing(): void {
            root.done = "";
            item("paletteField");
            keyClick(Qt.Key_Escape);
            until(() => !palette.popup.visible, "it stays open");
            compare(root.done, "");
        }
    }

    ViewCase {
        id: sheet

        name: "ShortcutsSheet"
        stage: Component {
            Stage {
                popup: ShortcutsSheet {
                    commands: Commands { onTold: what => root.done = what }
                }
            }
        }

        function test_allOfThemByPart(): void {
            compare(item("shortcutsList").count, 5);
            verify(says("Going") && says("Map"));
            compare(seen(item => item.text === "Map").length, 1); // once, over the first of them
            verify(says("W, A, S, D"));
            verify(says("Ctrl+Shift+L"));
        }

        function test_theButtonCloses(): void {
            click("closeSheet");
            until(() => !sheet.popup.visible, "it stays open");
        }

        function test_escapeCloses(): void {
            item("shortcutsList");
            keyClick(Qt.Key_Escape);
            until(() => !sheet.popup.visible, "it stays open");
        }
    }
}
