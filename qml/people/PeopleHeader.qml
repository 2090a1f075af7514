// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The number of people, the search field and the sort order.
RowLayout {
    id: root

    required property People people

    signal emotesWanted()
    //! The focus moves from the search field to the list.
    signal done()

    function find(): void { searchField.forceActiveFocus(Qt.ShortcutFocusReason) }

    spacing: Theme.gapSmall

    PlainLabel {
        objectName: "peopleCount"
        text: qsTr("People %1").arg(root.people.peers.count)
        font.bold: true
    }
    TextInputField {
        id: searchField

        objectName: "peopleFind"
        Layout.fillWidth: true
        Layout.minimumWidth: 0
        purpose: qsTr("Search by name, address or status, such as muted or talking")
        placeholderText: qsTr("Search")
        onTextChanged: root.people.order.wanted = searchField.text
        Keys.onEscapePressed: event => { event.accepted = searchField.text !== ""; searchField.clear() }
        Keys.onDownPressed: root.done()
        onAccepted: root.done()
    }
    Choice {
        objectName: "peopleOrder"
        Layout.preferredWidth: Math.round(Theme.column * Theme.unit / 3)
        purpose: qsTr("Sort people")
        model: [qsTr("Nearest"), qsTr("Name"), qsTr("Talking")]
        currentIndex: root.people.order.order
        onActivated: index => root.people.order.order = index
    }
    QuietButton {
        objectName: "emotesButton"
        iconName: "smile"
        purpose: qsTr("Play an emote (Ctrl+E)")
        onClicked: root.emotesWanted()
    }
}
