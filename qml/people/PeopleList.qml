// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The list of people. Keys: arrows, Home, End, Page Up and Page Down move, letters search, Enter or the menu key opens
//! the card, Ctrl+Shift+M mutes and Ctrl+Shift+I blocks.
ListView {
    id: root

    required property People people
    required property bool inRoom
    //! The connection is lost, and Islet is reconnecting.
    required property bool reconnecting
    //! The full address of the selected person, or empty.
    property string selected: ""

    //! The order is frozen meanwhile, so that no row moves away under the pointer.
    readonly property bool held: pointer.hovered || root.activeFocus || root.moving

    signal personChosen(address: string)
    signal cardWanted(address: string, row: PersonRow)
    //! Escape was pressed: the focus returns to the map.
    signal done()

    function select(address: string): void {
        root.selected = address;
        root.personChosen(address);
    }
    function openCard(): void {
        if (root.currentItem)
            root.cardWanted(root.people.order.addressAt(root.currentIndex), root.currentItem as PersonRow);
    }

    objectName: "peopleList"
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    model: root.people.order
    currentIndex: -1
    activeFocusOnTab: true
    keyNavigationEnabled: true
    // Without the focus, the view does not scroll when the current row changes its position.
    highlightFollowsCurrentItem: root.activeFocus
    highlightMoveDuration: 0
    reuseItems: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("People")
    Accessible.description: qsTr("Enter shows details, Ctrl+Shift+M mutes, Ctrl+Shift+I blocks, letters search")

    onHeldChanged: root.people.order.held = root.held
    onCurrentIndexChanged: if (root.activeFocus && root.people.order.addressAt(root.currentIndex) !== root.selected) root.select(root.people.order.addressAt(root.currentIndex))
    onSelectedChanged: {
        root.currentIndex = root.people.order.rowOf(root.selected);
        root.positionViewAtIndex(root.currentIndex, ListView.Contain);
    }
    onActiveFocusChanged: if (root.activeFocus && root.currentIndex < 0 && root.count > 0) root.currentIndex = 0
    Keys.onReturnPressed: root.openCard()
    Keys.onEnterPressed: root.openCard()
    Keys.onMenuPressed: root.openCard()
    Keys.onEscapePressed: root.done()
    Keys.onShortcutOverride: event => event.accepted = root.people.keys.wants(event.key, event.modifiers, event.text)
    Keys.onPressed: event => event.accepted = root.people.keys.press(event.key, event.modifiers, event.text, root.people.order.rowOf(root.selected), Math.max(1, Math.floor(root.height / (Theme.disc + Theme.gapSmall)) - 1))

    delegate: PersonRow {
        id: row

        width: ListView.view.width
        selected: root.selected !== "" && row.fullAddress === root.selected
        focused: row.selected && root.activeFocus
        onChosen: root.select(row.fullAddress)
        onCardWanted: root.cardWanted(row.fullAddress, row)
    }
    ScrollBar.vertical: ScrollBar {}

    HoverHandler { id: pointer }
    Connections {
        target: root.people
        function onReordered(): void { root.currentIndex = root.people.order.rowOf(root.selected) }
    }
    Connections {
        target: root.people.keys
        function onMoved(row: int): void { root.currentIndex = row }
    }

    PlainLabel {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gapHuge
        objectName: "peopleEmpty"
        visible: root.count === 0
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: root.reconnecting ? qsTr("Reconnecting...")
            : !root.inRoom ? qsTr("Join a room to see who's there.")
            : root.people.peers.count === 0 ? qsTr("Nobody else is here.") : qsTr("No matches")
        color: Theme.quiet
    }
}
