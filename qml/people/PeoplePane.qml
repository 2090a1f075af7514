// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The people in the room.
Rectangle {
    id: root

    required property People people
    required property bool inRoom
    //! The connection is lost, and Islet is reconnecting.
    required property bool reconnecting
    //! The full address of the selected person, or empty.
    property alias selected: list.selected

    signal personChosen(address: string)
    signal done()

    function showEmotes(): void { emotes.show("EmotePopup.qml", { emotes: root.people.emotes, inRoom: Qt.binding(() => root.inRoom) }) }
    function find(): void { header.find() }

    color: Theme.raised

    ColumnLayout {
        anchors { fill: parent; topMargin: Theme.gapSmall }
        spacing: Theme.gapSmall

        PeopleHeader {
            id: header

            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            people: root.people
            onEmotesWanted: root.showEmotes()
            onDone: list.forceActiveFocus(Qt.TabFocusReason)
        }
        PeopleList {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            people: root.people
            inRoom: root.inRoom
            reconnecting: root.reconnecting
            onDone: root.done()
            onPersonChosen: address => root.personChosen(address)
            onCardWanted: (address, row) => card.showBeside(row, address)
        }
    }

    LazyPopup {
        id: card

        function showBeside(row: Item, address: string): void {
            card.y = Math.max(0, row.mapToItem(root, 0, 0).y);
            card.show("PersonPopup.qml", { people: root.people, address: address });
        }
    }
    LazyPopup {
        id: emotes

        anchors { right: parent.right; rightMargin: Theme.gap }
        y: header.y + header.height + Theme.gap
    }
}
