// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! The content of a button: an icon, a label, or both.
Item {
    id: root

    required property string label
    required property string iconName
    required property color color

    readonly property real iconSpace: root.iconName === "" ? 0
        : icon.width + (root.label === "" ? 0 : Theme.gapSmall)

    implicitWidth: root.iconSpace + (root.label === "" ? 0 : caption.implicitWidth)
    implicitHeight: Math.max(icon.implicitHeight, caption.implicitHeight)

    Row {
        anchors.centerIn: parent
        spacing: Theme.gapSmall

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            color: root.color
        }
        PlainLabel {
            id: caption

            anchors.verticalCenter: parent.verticalCenter
            // Elides if the button is narrower than its content.
            width: Math.min(implicitWidth, root.width - root.iconSpace)
            visible: root.label !== ""
            text: root.label
            color: root.color
            elide: Text.ElideRight
            Accessible.ignored: true // the button has the accessible name
        }
    }
}
