// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Asks before following a deep link to a room.
Rectangle {
    id: root

    required property RoomConnection connection

    objectName: "offerCard"
    implicitWidth: Theme.card
    implicitHeight: column.implicitHeight + 2 * Theme.gapHuge
    radius: Theme.radiusLarge
    color: Theme.raised
    border.color: Theme.accent

    InputBlocker {}
    ColumnLayout {
        id: column

        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.gapHuge }
        spacing: Theme.gapLarge

        PlainLabel {
            Layout.fillWidth: true
            text: qsTr("Join the room in this link?")
            font { pixelSize: Theme.title }
            wrapMode: Text.Wrap
        }
        PlainLabel {
            objectName: "offerText"
            Layout.fillWidth: true
            text: root.connection.deepLink
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 8
            elide: Text.ElideRight
        }
        PlainLabel {
            Layout.fillWidth: true
            text: qsTr("Its server will see your IP address and a signature from %1.").arg(root.connection.me)
            color: Theme.quiet
            wrapMode: Text.Wrap
        }
        RowLayout {
            spacing: Theme.gapSmall

            QuietButton {
                objectName: "acceptDeepLink"
                prominent: true
                text: qsTr("Join")
                purpose: text
                onClicked: root.connection.acceptDeepLink()
            }
            QuietButton {
                objectName: "declineDeepLink"
                text: qsTr("Cancel")
                purpose: text
                onClicked: root.connection.declineDeepLink()
            }
        }
    }
}
