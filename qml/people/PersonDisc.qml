// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! A person's avatar: their initials on their colour. It is grey if they are blocked; text beside it says so too.
Rectangle {
    id: root

    required property color tint
    required property color ink
    required property string initials
    property bool grey: false

    implicitWidth: Theme.disc
    implicitHeight: Theme.disc
    radius: width / 2
    color: root.grey ? Theme.grid : root.tint
    border.width: root.grey ? Theme.hairline : 0
    border.color: Theme.quiet

    PlainLabel {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        text: root.initials
        color: root.grey ? Theme.quiet : root.ink
        font { pixelSize: Theme.small; bold: true }
        Accessible.ignored: true
    }
}
