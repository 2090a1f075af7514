// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

TextField {
    id: root

    //! The accessible name: what to type here.
    required property string purpose

    implicitHeight: Theme.control
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gapSmall
    color: Theme.ink
    placeholderTextColor: Theme.quiet
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.pixelSize: Theme.body
    selectByMouse: true
    Accessible.name: root.purpose

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: root.activeFocus ? Theme.focusWidth : Theme.hairline
        border.color: root.activeFocus ? Theme.focusRing : Theme.edge
    }
}
