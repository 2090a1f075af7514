// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The status bar: my name, my parcel and the network traffic.
Rectangle {
    id: root

    required property RoomConnection connection
    required property AvatarController avatar
    required property MyProfile profile
    required property MyIdentities identities

    implicitHeight: Theme.statusBar
    color: Theme.raised

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap - meButton.leftPadding // space for its focus ring
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapLarge

        FlatButton {
            id: meButton

            objectName: "meButton"
            Accessible.name: qsTr("You're %1: change name, colour or identity").arg(root.connection.me)
            horizontalPadding: Theme.gapTiny
            background: Rectangle {
                radius: Theme.radius
                color: "transparent"
                border.width: meButton.visualFocus ? Theme.focusWidth : 0
                border.color: Theme.focusRing
            }
            contentItem: Row {
                spacing: Theme.gapTiny

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.gap
                    height: width
                    radius: width / 2
                    color: root.profile.color
                }
                PlainLabel {
                    text: qsTr("You're %1").arg((root.profile.name + " " + root.connection.me).trim())
                    font { pixelSize: Theme.small; underline: meButton.hovered }
                }
            }
            onClicked: popup.show("MePopup.qml", { profile: root.profile, identities: root.identities })

            LazyPopup { id: popup; x: meButton.mirrored ? meButton.width - (item?.width ?? 0) : 0 }
        }
        PlainLabel {
            text: qsTr("Parcel %1").arg(root.avatar.parcel)
            font.pixelSize: Theme.small
        }
        Item { Layout.fillWidth: true }
        PlainLabel {
            text: root.connection.traffic
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
