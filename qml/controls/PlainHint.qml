// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! A tooltip with the full text of an elided label. It may contain untrusted text, unlike the tooltip of a button.
ToolTip {
    id: root

    required property string message

    width: Math.min(Math.ceil(root.implicitContentWidth) + root.leftPadding + root.rightPadding, Theme.card)
    delay: Theme.hintDelay
    contentItem: PlainLabel {
        text: root.message
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.color: Theme.edge
    }
}
