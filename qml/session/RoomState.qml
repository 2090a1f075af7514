// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The connection state, the round-trip time to the server and the number of other people.
RowLayout {
    id: root

    required property RoomConnection connection
    required property PeersModel peers

    readonly property bool isConnected: root.connection.state === RoomConnection.Connected
    //! The number of other people as shown, updated at most a few times a second.
    property int others: 0

    spacing: Theme.gapSmall

    Component.onCompleted: root.others = root.peers.count
    // Shows the last change too, if late.
    Timer {
        interval: Theme.minimumWait
        running: root.others !== root.peers.count
        onTriggered: root.others = root.peers.count
    }

    Rectangle {
        implicitWidth: Theme.gapSmall
        implicitHeight: Theme.gapSmall
        radius: Theme.gapTiny
        color: root.isConnected ? Theme.accent : root.connection.state === RoomConnection.Disconnected ? Theme.quiet : Theme.warn
    }
    PlainLabel {
        objectName: "stateText"
        text: root.connection.stateText
        elide: Text.ElideRight
        Layout.maximumWidth: Theme.column
    }
    // As wide as the widest number with as many digits, so that the layout does not move.
    PlainLabel {
        objectName: "roundTrip"
        Layout.leftMargin: Theme.gapTiny
        Layout.minimumWidth: Theme.metrics.advanceWidth(text.replace(/\d/g, "0"))
        visible: root.isConnected && root.connection.roundTrip >= 0
        horizontalAlignment: Text.AlignRight
        text: qsTr("%1 ms").arg(root.connection.roundTrip)
        color: Theme.quiet
        Accessible.name: qsTr("Round trip to the server: %1 ms").arg(root.connection.roundTrip)
    }
    PlainLabel {
        objectName: "howMany"
        Layout.leftMargin: Theme.gapTiny
        Layout.minimumWidth: Theme.metrics.advanceWidth(text.replace(/\d/g, "0"))
        visible: root.isConnected
        horizontalAlignment: Text.AlignRight
        text: root.others.toString()
        color: Theme.quiet
        Accessible.name: qsTr("%n other(s) are here", "", root.others)
    }
}
