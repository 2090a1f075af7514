// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! A line across the chat with a word of our own on it: a day, or where the unread begins.
Item {
    id: root

    required property string words
    property color tint: Theme.quiet

    Accessible.role: Accessible.Separator
    Accessible.name: root.words

    Rectangle {
        anchors { left: parent.left; right: label.left; margins: Theme.gapSmall; verticalCenter: label.verticalCenter }
        height: Theme.hairline
        color: root.tint
        opacity: 0.5
    }
    PlainLabel {
        id: label

        objectName: "chatRule"
        anchors.centerIn: parent
        text: root.words
        color: root.tint
        font.pixelSize: Theme.small
    }
    Rectangle {
        anchors { left: label.right; right: parent.right; margins: Theme.gapSmall; verticalCenter: label.verticalCenter }
        height: Theme.hairline
        color: root.tint
        opacity: 0.5
    }
}
