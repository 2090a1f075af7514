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

    required property RoomConnection entry

    //! True if a connection was lost or failed; else the problem is an invalid address, or there is none.
    readonly property bool connectionFailed: root.entry.state === RoomConnection.Reconnecting || root.entry.missed !== ""

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
            text: root.entry.state === RoomConnection.Reconnecting ? qsTr("Connection lost")
                : root.entry.missed === "" ? qsTr("You're not in a room")
                : root.entry.wasJoined ? qsTr("Disconnected from %1").arg(root.entry.missed)
                : qsTr("Couldn't join %1").arg(root.entry.missed)
            font { pixelSize: Theme.title }
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
        }

        PlainLabel {
            objectName: "problem"
            Layout.fillWidth: true
            visible: root.entry.problem !== "" || !root.connectionFailed
            text: root.entry.problem !== "" ? root.entry.problem
                : qsTr("Type a room address at the top, or try the demo room.")
            wrapMode: Text.Wrap
            maximumLineCount: 12
            elide: Text.ElideRight
        }

        PlainLabel {
            objectName: "countdown"
            Layout.fillWidth: true
            visible: root.entry.state === RoomConnection.Reconnecting
            text: qsTr("Trying again in %n s", "", root.entry.retryIn)
            color: Theme.quiet
        }

        Repeater {
            // Recent rooms, unless a problem needs the space.
            model: root.entry.problem === "" && root.entry.state === RoomConnection.Disconnected ? root.entry.places : []

            delegate: PlaceRow {
                Layout.fillWidth: true
                visible: index < 4
                onClicked: root.entry.enter(modelData)
            }
        }

        RowLayout {
            spacing: Theme.gapSmall

            QuietButton {
                objectName: "tryAgain"
                visible: root.connectionFailed
                prominent: true
                text: root.entry.state === RoomConnection.Reconnecting ? qsTr("Try now") : qsTr("Try again")
                purpose: text
                onClicked: root.entry.tryAgain()
            }
            QuietButton {
                objectName: "enterEmbedded"
                prominent: root.entry.problem === ""
                text: qsTr("Demo room")
                purpose: qsTr("Try the demo room, with simulated people")
                onClicked: root.entry.enterEmbedded()
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
