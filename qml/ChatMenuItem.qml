// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! One thing to do with a line, in words of our own.
MenuItem {
    id: root

    height: root.visible ? implicitHeight : 0
    implicitHeight: Theme.control
    enabled: root.visible
    Accessible.name: root.text

    contentItem: PlainLabel {
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        text: root.text
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.highlighted ? Theme.grid : "transparent"
    }
}
