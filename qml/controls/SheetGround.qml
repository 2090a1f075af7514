// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! The background of a sheet, with its title and close button.
Rectangle {
    id: root

    required property string title

    signal closeWanted()

    radius: Theme.radiusLarge
    color: Theme.raised
    border.color: Theme.grid
    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    PlainLabel {
        anchors { left: parent.left; top: parent.top; margins: Theme.gapHuge }
        text: root.title
        font { pixelSize: Theme.title; bold: true }
        Accessible.role: Accessible.Heading
    }
    QuietButton {
        objectName: "closeSheet"
        parent: root.parent // a sibling of the background: the popup item receives all clicks before its background
        anchors { right: parent?.right; top: parent?.top; margins: Theme.gapLarge }
        iconName: "close"
        purpose: qsTr("Close (Esc)")
        onClicked: root.closeWanted()
    }
}
