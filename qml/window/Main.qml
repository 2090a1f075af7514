// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! The window. Its first frame shows only the map, in its final position; MainView.qml adds the rest right after.
ThemedWindow {
    id: root

    required property RoomConnection entry
    required property ChatModel chat
    required property PeerScene peerScene
    required property AvatarController avatar
    required property VoiceController voice
    required property MapTiles tiles
    required property WindowState memory
    readonly property RoomMap map: map

    readonly property string whereText: root.entry.state === RoomConnection.Connected ? qsTr("%1 - Islet").arg(root.entry.placeName) : qsTr("Islet")

    title: root.chat.unread > 0 ? qsTr("(%1) %2").arg(root.chat.unread).arg(root.whereText) : root.whereText

    Rectangle {
        anchors.fill: parent
        color: Theme.raised
        visible: map.isFirstFrame
    }
    RoomMap {
        id: map

        readonly property bool isFirstFrame: map.parent === root.contentItem
        readonly property real columnSpace: map.isFirstFrame && root.memory.columnShown ? Theme.columnFor(root.memory.columnWidth) + Theme.gapTiny : 0

        anchors {
            fill: parent
            topMargin: map.isFirstFrame ? Theme.bar : 0
            bottomMargin: map.isFirstFrame ? Theme.voiceBar + Theme.statusBar : 0
            leftMargin: root.mirrored ? map.columnSpace : 0
            rightMargin: root.mirrored ? 0 : map.columnSpace
        }
        peerScene: root.peerScene
        avatar: root.avatar
        voice: root.voice
        tiles: Theme.contrast ? null : root.tiles
    }
}
