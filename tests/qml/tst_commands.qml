// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The command palette and the list of shortcuts.
Item {
    id: root

    property string done: ""

    width: 900
    height: 700

    component Commands: CommandList {
        id: list

        signal triggeredAs(string what)

        Command {
            section: "Navigation"
            text: "Leave the room"
            keys: ["Ctrl+Shift+L"]
            onTriggered: list.triggeredAs("leave")
        }
        Command { section: "Navigation"; text: "Try again"; enabled: false; onTriggered: list.triggeredAs("again") }
        Command { section: "Map"; text: "Walk"; toldKeys: "W, A, S, D" }
        Command { section: "Map"; text: "Look at the room"; onTriggered: list.triggeredAs("look") }
        Command { section: "Map"; text: "Room for many words".repeat(20); onTriggered: list.triggeredAs("words") }
    }

    ViewCase {
        id: palette

        name: "CommandPalette"
        stage: Component {
            Stage {
                id: stage

                popup: CommandPalette {
                    commands: Commands {
                        onTriggeredAs: what => root.done = what
                        onPersonChosen: address => root.done = address
                    }
                    connection: stage.fixture.room.connection
                    people: stage.fixture.room.people
                }
            }
        }

        function rows(): var {
            const list = item("paletteList");
            return [...Array(list.count).keys()].map(row => list.itemAtIndex(row).words);
        }

        function test_listsEnabledCommands(): void {
            verify(item("paletteField").activeFocus);
            compare(rows().length, 3); // neither disabled commands nor those without an action
            verify(!rows().includes("Try again") && !rows().includes("Walk"));
        }

        function test_filtersByTyping(): void {
            root.done = "";
            type("room");
            compare(rows().length, 3);
            verify(rows()[0].startsWith("Room")); // a match at the beginning comes first
            type(" LO");
            compare(rows(), ["Look at the room"]);
            keyClick(Qt.Key_Return);
            waitUntil(() => !palette.popup.visible, "popup stays open");
            compare(root.done, "look");
        }

        function test_movesByArrowsAndRunsByClick(): void {
            root.done = "";
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Up);
            compare(item("paletteList").currentIndex, 1);
            mouseClick(item("paletteList").itemAtIndex(0));
            waitUntil(() => root.done === "leave", "click runs nothing");
            verify(!palette.popup.visible);
        }

        function test_distinguishesPersonFromCommand(): void {
            root.done = "";
            palette.fixture.enter();
            palette.fixture.join(1, "Leave the room");
            palette.fixture.join(2, "W".repeat(32));
            type("leave");
            compare(rows(), ["Leave the room", "Leave the room"]);
            compare(allItems("palettePerson").length, 1);
            verify(showsText(palette.fixture.shortAddress(1)));
            const row = item("paletteList").itemAtIndex(1);
            verify(row.Accessible.name.includes(palette.fixture.shortAddress(1)));
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            waitUntil(() => root.done === palette.fixture.address(1), "person not chosen");
        }

        function test_longNameKeepsAddressVisible(): void {
            palette.fixture.enter();
            palette.fixture.join(2, "W".repeat(32));
            type("www");
            const address = visibleItems(item => item.text === palette.fixture.shortAddress(2))[0];
            verify(address.width >= address.implicitWidth);
        }

        function test_findsRecentPlaces(): void {
            palette.fixture.room.connection.enter("offline:tavern");
            palette.fixture.room.connection.enter("offline:market");
            compare(rows().length, 3);
            type("tav");
            compare(rows(), ["Go to offline:tavern"]);
            keyClick(Qt.Key_Return);
            waitUntil(() => palette.fixture.room.connection.place === "offline:tavern", "place not joined");
        }

        function test_heightFollowsRows(): void {
            const list = item("paletteList");
            const three = palette.popup.height;
            type("leave");
            waitUntil(() => three - palette.popup.height === 2 * list.itemAtIndex(0).height, "height unchanged");
            compare(list.height, list.itemAtIndex(0).height);
        }

        function test_showsNoMatch(): void {
            root.done = "";
            type("xyz");
            verify(showsText("No matching commands"));
            keyClick(Qt.Key_Return);
            compare(root.done, "");
        }

        function test_truncatesLongCommand(): void {
            const row = item("paletteList").itemAtIndex(2);
            verify(row.width <= palette.popup.width);
            verify(visibleItems(item => item.truncated === true).length > 0);
        }

        function test_escapeRunsNothing(): void {
            root.done = "";
            item("paletteField");
            keyClick(Qt.Key_Escape);
            waitUntil(() => !palette.popup.visible, "popup stays open");
            compare(root.done, "");
        }
    }

    ViewCase {
        id: sheet

        name: "ShortcutsSheet"
        stage: Component {
            Stage {
                popup: ShortcutsSheet {
                    commands: Commands { onTriggeredAs: what => root.done = what }
                }
            }
        }

        function test_listsShortcutsBySection(): void {
            compare(item("shortcutsList").count, 5);
            verify(showsText("Navigation") && showsText("Map"));
            compare(visibleItems(item => item.text === "Map").length, 1); // one heading per section
            verify(showsText("W, A, S, D"));
            verify(showsText("Ctrl+Shift+L"));
        }

        function test_buttonCloses(): void {
            click("closeSheet");
            waitUntil(() => !sheet.popup.visible, "popup stays open");
        }

        function test_escapeCloses(): void {
            item("shortcutsList");
            keyClick(Qt.Key_Escape);
            waitUntil(() => !sheet.popup.visible, "popup stays open");
        }
    }
}
