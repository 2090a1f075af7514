// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! The window. Its first frame shows only the map, in its final position; MainView.qml adds the rest right after.
ThemedWindow {
    id: root

    required property RoomModels room
    required property AppModels app
    readonly property RoomMap map: map

    readonly property string whereText: root.room.connection.state === RoomConnection.Connected ? qsTr("%1 - Islet").arg(root.room.connection.placeName) : qsTr("Islet")

    appearance: root.app.appearance
    title: root.room.chat.unread > 0 ? qsTr("(%1) %2").arg(root.room.chat.unread).arg(root.whereText) : root.whereText

    Rectangle {
        anchors.fill: parent
        color: Theme.raised
        visible: map.isFirstFrame
    }
    RoomMap {
        id: map

        readonly property bool isFirstFrame: map.parent === root.contentItem
        readonly property real columnSpace: map.isFirstFrame && root.app.windowState.columnShown ? Theme.columnFor(root.app.windowState.columnWidth) + Theme.gapTiny : 0

        anchors {
            fill: parent
            topMargin: map.isFirstFrame ? Theme.bar : 0
            bottomMargin: map.isFirstFrame ? Theme.voiceBar + Theme.statusBar : 0
            leftMargin: root.mirrored ? map.columnSpace : 0
            rightMargin: root.mirrored ? 0 : map.columnSpace
        }
        peerScene: root.room.peerScene
        avatar: root.room.avatar
        voice: root.room.voice
        tiles: Theme.contrast ? null : root.app.tiles
    }
}
