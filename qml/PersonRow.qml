// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! One person of the list.
Item {
    id: root

    required property string address
    required property string fullAddress
    required property string initials
    required property color color
    required property string distanceText

    implicitHeight: Theme.disc + Theme.gapSmall
    Accessible.role: Accessible.ListItem
    Accessible.name: root.fullAddress
    Accessible.description: root.distanceText

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapSmall

        Rectangle {
            implicitWidth: Theme.disc
            implicitHeight: Theme.disc
            radius: Theme.disc / 2
            color: root.color

            PlainLabel {
                anchors.centerIn: parent
                text: root.initials
                color: "white"
                font { pixelSize: Theme.small; bold: true }
            }
        }

        PlainLabel {
            Layout.fillWidth: true
            text: root.address
            elide: Text.ElideRight
        }

        PlainLabel {
            text: root.distanceText
            color: Theme.quiet
        }
    }
}
