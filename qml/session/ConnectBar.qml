// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The top bar: address, join and leave, and the connection state.
Rectangle {
    id: root

    required property RoomConnection connection
    required property RealmList realms
    required property HandshakeLog handshake
    required property People people

    signal settingsWanted()
    //! The user joined a room or cancelled: the focus returns to the map.
    signal done()

    function editAddress(): void {
        address.forceActiveFocus(Qt.ShortcutFocusReason);
        address.selectAll();
    }
    function enter(): void {
        if (root.connection.enter(address.text))
            root.done();
        else
            address.forceActiveFocus(Qt.OtherFocusReason); // so that the user can correct it
    }
    //! Restores the current address and dismisses the error.
    function cancelEditing(): void {
        if (root.connection.missed === "")
            root.connection.dismissProblem();
        address.show(root.connection.place);
        root.done();
    }

    function showPlaces(): void { placesPopup.show("PlacesPopup.qml", { connection: root.connection, realms: root.realms }) }
    function showHandshake(): void { handshakePopup.show("HandshakePopup.qml", { handshake: root.handshake }) }

    implicitHeight: Theme.bar
    color: Theme.raised

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapSmall

        PlainLabel {
            text: "Islet"
            color: Theme.accent
            font { pixelSize: Theme.large; bold: true }
        }

        TextInputField {
            id: address

            objectName: "address"
            Layout.fillWidth: true
            Layout.maximumWidth: 2 * Theme.column
            purpose: qsTr("Room address")
            placeholderText: qsTr("name.dcl.eth, https://realm or ws-room:wss://host/rooms/name")
            onAccepted: root.enter()
            Keys.onEscapePressed: root.cancelEditing()
            // Shows the beginning of a long address unless it is being edited.
            onFocusChanged: if (!address.focus) address.cursorPosition = 0
            Component.onCompleted: address.show(root.connection.refused !== "" ? root.connection.refused : root.connection.place)

            function show(place: string): void {
                address.clear();
                address.insert(0, place);
                address.cursorPosition = address.focus ? address.length : 0;
            }

            Connections {
                target: root.connection
                function onPlaceChanged(): void { address.show(root.connection.place) }
                function onRefusedChanged(): void { if (root.connection.refused !== "") address.show(root.connection.refused) }
            }
        }

        QuietButton {
            objectName: "placesButton"
            iconName: "chevron-down"
            purpose: qsTr("Places")
            onClicked: root.showPlaces()

            LazyPopup {
                id: placesPopup

                x: Math.min(0, address.x - parent.x) // aligned with the address or, if mirrored, the button
                y: parent.height + Theme.gapTiny
                width: address.width + parent.width + Theme.gapSmall
                onClosed: if ((placesPopup.item as PlacesPopup).chosen) root.done()
            }
        }

        QuietButton {
            objectName: "enterButton"
            prominent: root.connection.state === RoomConnection.Disconnected || address.text !== root.connection.place
            text: qsTr("Join")
            purpose: qsTr("Join")
            onClicked: root.enter()
        }

        QuietButton {
            objectName: "leaveButton"
            visible: root.connection.state !== RoomConnection.Disconnected
            text: qsTr("Leave")
            purpose: qsTr("Leave")
            onClicked: root.connection.leave()
        }

        Item { Layout.fillWidth: true }

        RoomState {
            connection: root.connection
            peers: root.people.peers
        }

        QuietButton {
            id: handshakeButton

            objectName: "handshakeButton"
            iconName: "more"
            purpose: qsTr("Connection details (Ctrl+H)")
            onClicked: root.showHandshake()

            LazyPopup {
                id: handshakePopup

                x: handshakeButton.mirrored ? 0 : handshakeButton.width - (item?.width ?? 0)
                y: handshakeButton.height + Theme.gapTiny
            }
        }
        QuietButton {
            objectName: "settingsButton"
            iconName: "settings"
            purpose: qsTr("Settings (Ctrl+,)")
            onClicked: root.settingsWanted()
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.grid
    }
}
