// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! One thing to do with a line.
MenuItem {
    id: root

    //! What it says; may hold words of a stranger, as the text may not.
    property string words: root.text

    height: root.visible ? implicitHeight : 0
    implicitHeight: Theme.control
    enabled: root.visible
    Accessible.name: root.words

    contentItem: PlainLabel {
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        text: root.words
        elide: Text.ElideMiddle
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.highlighted ? Theme.grid : "transparent"
    }
}
