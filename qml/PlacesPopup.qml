// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The embedded room, and where one has been.
Popup {
    id: root

    required property RoomEntry entry

    padding: Theme.gapTiny
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.grid
    }

    contentItem: Column {
        spacing: Theme.gapTiny

        QuietButton {
            objectName: "embeddedPlace"
            width: parent.width
            text: qsTr("The embedded room")
            purpose: qsTr("Enter the room inside this program")
            onClicked: { root.close(); root.entry.enterEmbedded() }
        }

        Repeater {
            model: root.entry.places

            delegate: PlaceRow {
                width: root.availableWidth
                onClicked: { root.close(); root.entry.enter(modelData) }
            }
        }
    }
}
