// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! A recent room. Its address is untrusted text: it may come from a link.
FlatButton {
    id: root

    required property string modelData
    required property int index

    implicitHeight: Theme.control
    Accessible.name: root.modelData

    contentItem: PlainLabel {
        text: root.modelData
        leftPadding: Theme.gapSmall
        elide: Text.ElideMiddle
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.hovered || root.visualFocus ? Theme.hover : "transparent"
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.focusRing
    }
}
