// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! People above chat, or one of them at a time in a narrow window.
ColumnLayout {
    id: root

    required property bool narrow
    required property WindowState windowState
    required property RoomConnection connection
    required property People people
    required property ChatModel chat
    required property NameCompletion completion
    property alias selected: peoplePane.selected
    readonly property bool folded: !root.windowState.peopleShown && !root.narrow
    //! Not bound to `selected`: the list can also select people who are not on the map.
    property string chosenOnMap

    signal personChosen(address: string)
    signal done()

    //! Shows a pane, even if the column is hidden or another tab is current.
    function show(tab: int): void { root.windowState.columnShown = true; tabs.currentIndex = tab }
    function write(): void { root.show(1); chatPane.write() }
    function search(): void { root.show(1); chatPane.search() }
    function find(): void { root.show(0); peoplePane.find() }
    //! Saves the result of a drag: shown with this height, or folded. A click without a drag changes nothing.
    function savePeopleHeight(): void {
        root.windowState.peopleShown = peoplePane.height > 2 * Theme.bar;
        if (root.windowState.peopleShown)
            root.windowState.peopleHeight = peoplePane.height;
    }
    //! Selects a person who is still here, in the list and on the map.
    function choose(address: string): void {
        if (root.people.isHere(address)) {
            root.selected = address;
            root.personChosen(address);
        }
    }
    function showEmotes(): void { root.show(0); peoplePane.showEmotes() }
    //! Returns the focus to the map if it is inside `pane`, which is about to be hidden.
    function releaseFocus(pane: Item): void {
        let holder = root.Window.activeFocusItem;
        while (holder && holder !== pane)
            holder = holder.parent;
        if (holder)
            root.done();
    }

    spacing: 0
    onChosenOnMapChanged: root.selected = root.chosenOnMap
    onVisibleChanged: if (!visible) root.releaseFocus(tabs)
    onFoldedChanged: if (root.folded) root.releaseFocus(peoplePane)

    SideTabs {
        id: tabs

        Layout.fillWidth: true
        visible: root.narrow
        unread: root.chat.unread
    }

    SplitView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        orientation: Qt.Vertical
        onResizingChanged: if (!resizing) root.savePeopleHeight()
        handle: PaneEdge {
            objectName: "peopleEdge"
            onCollapseWanted: root.windowState.peopleShown = !root.windowState.peopleShown
        }

        PeoplePane {
            id: peoplePane

            SplitView.preferredHeight: root.folded ? Theme.bar
                : root.windowState.peopleHeight > 0 ? root.windowState.peopleHeight : Theme.column
            SplitView.minimumHeight: Theme.bar
            SplitView.fillHeight: !chatPane.visible
            visible: !root.narrow || tabs.currentIndex === 0
            onVisibleChanged: if (!visible) root.releaseFocus(peoplePane)
            people: root.people
            inRoom: root.connection.state === RoomConnection.Connected
            reconnecting: root.connection.reconnecting
            onPersonChosen: address => root.personChosen(address)
            onDone: root.done()
        }
        ChatPane {
            id: chatPane

            SplitView.fillHeight: true
            SplitView.minimumHeight: 2 * Theme.bar
            visible: !root.narrow || tabs.currentIndex === 1
            onVisibleChanged: if (!visible) root.releaseFocus(chatPane)
            chat: root.chat
            people: root.people
            completion: root.completion
            inRoom: root.connection.state === RoomConnection.Connected
            reconnecting: root.connection.reconnecting
            onDone: root.done()
            onPersonChosen: address => root.choose(address)
        }
    }
}
