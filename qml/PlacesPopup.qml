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

            delegate: AbstractButton {
                id: place

                required property string modelData

                width: root.availableWidth
                implicitHeight: Theme.control
                hoverEnabled: true
                Accessible.name: place.modelData
                onClicked: { root.close(); root.entry.enter(place.modelData) }

                contentItem: PlainLabel {
                    text: place.modelData
                    leftPadding: Theme.gapSmall
                    elide: Text.ElideMiddle
                    verticalAlignment: Text.AlignVCenter
                }
                background: Rectangle {
                    radius: Theme.radius
                    color: place.hovered || place.visualFocus ? Theme.grid : "transparent"
                }
            }
        }
    }
}
