// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Covers the map while we are not in a room: says why and offers what to do.
Rectangle {
    id: root

    required property RoomConnection connection

    //! True if a connection was lost or failed; else the problem is an invalid address, or there is none.
    readonly property bool connectionFailed: root.connection.state === RoomConnection.Reconnecting || root.connection.missed !== ""

    signal handshakeWanted()
    signal placesWanted()

    implicitWidth: Theme.card
    implicitHeight: column.implicitHeight + 2 * Theme.gapHuge
    radius: Theme.radiusLarge
    color: Theme.raised
    border.color: Theme.edge

    InputBlocker {}
    ColumnLayout {
        id: column

        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.gapHuge }
        spacing: Theme.gapLarge

        PlainLabel {
            objectName: "cardTitle"
            Layout.fillWidth: true
            text: root.connection.state === RoomConnection.Reconnecting && root.connection.wasJoined ? qsTr("Connection lost")
                : root.connection.missed === "" ? qsTr("You're not in a room")
                : root.connection.wasJoined ? qsTr("Disconnected from %1").arg(root.connection.missed)
                : qsTr("Couldn't join %1").arg(root.connection.missed)
            font { pixelSize: Theme.title }
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
        }

        PlainLabel {
            objectName: "problem"
            Layout.fillWidth: true
            visible: root.connection.problem !== "" || !root.connectionFailed
            text: root.connection.problem !== "" ? root.connection.problem
                : qsTr("Type a room address at the top, or try the demo room.")
            wrapMode: Text.Wrap
            maximumLineCount: 12
            elide: Text.ElideRight
        }

        PlainLabel {
            objectName: "countdown"
            Layout.fillWidth: true
            visible: root.connection.state === RoomConnection.Reconnecting
            text: qsTr("Trying again in %n s", "", root.connection.retryIn)
            color: Theme.quiet
        }

        Repeater {
            // Recent rooms, unless a problem needs the space.
            model: root.connection.problem === "" && root.connection.state === RoomConnection.Disconnected ? root.connection.places : []

            delegate: PlaceRow {
                Layout.fillWidth: true
                visible: index < 4
                onClicked: root.connection.enter(modelData)
            }
        }

        RowLayout {
            spacing: Theme.gapSmall

            QuietButton {
                objectName: "tryAgain"
                visible: root.connectionFailed
                prominent: true
                text: root.connection.state === RoomConnection.Reconnecting ? qsTr("Try now") : qsTr("Try again")
                purpose: text
                onClicked: root.connection.tryAgain()
            }
            QuietButton {
                objectName: "stopTrying"
                visible: root.connection.state === RoomConnection.Reconnecting
                text: qsTr("Stop")
                purpose: qsTr("Stop trying to join this room")
                onClicked: root.connection.leave()
            }
            QuietButton {
                objectName: "enterEmbedded"
                visible: root.connection.state !== RoomConnection.Reconnecting
                prominent: root.connection.problem === ""
                text: qsTr("Demo room")
                purpose: qsTr("Try the demo room, with simulated people")
                onClicked: root.connection.enterEmbedded()
            }
            QuietButton {
                objectName: "placesAndRealms"
                visible: !root.connectionFailed
                text: qsTr("Places and realms")
                purpose: qsTr("Recent places and available realms (Ctrl+O)")
                onClicked: root.placesWanted()
            }
            QuietButton {
                objectName: "whatHappened"
                visible: root.connectionFailed
                text: qsTr("Show details")
                purpose: qsTr("Show details of the connection")
                onClicked: root.handshakeWanted()
            }
        }
    }
}
