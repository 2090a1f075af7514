// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The bottom line: who and where I am, and what goes over the wire.
Rectangle {
    id: root

    required property RoomEntry entry
    required property Walker walker

    implicitHeight: Theme.statusBar
    color: Theme.raised

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapLarge

        PlainLabel {
            text: qsTr("I am %1").arg(root.entry.me)
            font.pixelSize: Theme.small
        }
        PlainLabel {
            text: qsTr("parcel %1").arg(root.walker.parcel)
            font.pixelSize: Theme.small
        }
        Item { Layout.fillWidth: true }
        PlainLabel {
            text: root.entry.traffic
            color: Theme.quiet
            font.pixelSize: Theme.small
        }
    }

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.grid
    }
}
