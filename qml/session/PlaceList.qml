// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Chooses a room: by address, from recent ones, or from the list of realms.
ColumnLayout {
    id: root

    required property RoomConnection connection
    required property RealmList realms

    //! A room was chosen.
    signal done()

    function go(address: string): void { root.done(); root.connection.enter(address) }

    spacing: Theme.gapTiny

    RowLayout {
        TextInputField {
            id: address

            objectName: "placeField"
            Layout.fillWidth: true
            purpose: qsTr("Room address")
            placeholderText: qsTr("name.dcl.eth, https://realm or ws-room:wss://host/rooms/name")
            onAccepted: root.go(address.text)
        }
        QuietButton {
            text: qsTr("Join")
            purpose: qsTr("Join")
            enabled: address.text.trim() !== ""
            onClicked: root.go(address.text)
        }
    }

    PlainLabel {
        visible: root.connection.places.length > 0
        Layout.topMargin: Theme.gapSmall
        text: qsTr("Recent places")
        font.bold: true
    }
    Repeater {
        model: root.connection.places

        delegate: PlaceRow {
            Layout.fillWidth: true
            onClicked: root.go(modelData)
        }
    }

    QuietButton {
        objectName: "listRealms"
        Layout.topMargin: Theme.gapSmall
        text: qsTr("Show realms")
        purpose: qsTr("Show realms and how many people are in each")
        onClicked: root.realms.fetch()
    }
    PlainLabel {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.realms.state
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
    ListView {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, Theme.card / 2)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.realms
        delegate: RealmRow {
            width: ListView.view.width
            onClicked: root.go(address)
        }
    }
}
