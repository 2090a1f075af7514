// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! A separator in the chat with a label from us: a date, or the start of the unread lines.
Item {
    id: root

    required property string label
    property color tint: Theme.quiet

    Accessible.role: Accessible.Separator
    Accessible.name: root.label

    Rectangle {
        anchors { left: parent.left; right: labelItem.left; margins: Theme.gapSmall; verticalCenter: labelItem.verticalCenter }
        height: Theme.hairline
        color: root.tint
        opacity: 0.5
    }
    PlainLabel {
        id: labelItem

        objectName: "chatRule"
        anchors.centerIn: parent
        text: root.label
        color: root.tint
        font.pixelSize: Theme.small
    }
    Rectangle {
        anchors { left: labelItem.right; right: parent.right; margins: Theme.gapSmall; verticalCenter: labelItem.verticalCenter }
        height: Theme.hairline
        color: root.tint
        opacity: 0.5
    }
}
