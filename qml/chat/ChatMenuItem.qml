// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! One entry of the menu.
MenuItem {
    id: root

    //! The label. It may contain untrusted text, unlike `text`.
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
