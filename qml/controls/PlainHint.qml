// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! A sentence in full, above where it has no room. It may hold a stranger's words, as the hint of a button may not.
ToolTip {
    id: root

    required property string words

    width: Math.min(Math.ceil(root.implicitContentWidth) + root.leftPadding + root.rightPadding, Theme.card)
    delay: Theme.hintDelay
    contentItem: PlainLabel {
        text: root.words
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.color: Theme.edge
    }
}
