// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! A button with a word or a sign of our own on it; never a peer's text.
Button {
    id: root

    property bool prominent: false
    //! What it does, for people who cannot see it, and in the hint.
    required property string purpose

    implicitHeight: Theme.control
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    hoverEnabled: true
    Accessible.name: root.purpose

    contentItem: PlainLabel {
        text: root.text
        color: !root.enabled ? Theme.quiet : root.prominent || root.checked ? Theme.accentInk : Theme.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.enabled && (root.prominent || root.checked) ? Theme.accent : Theme.raised
        border.width: root.visualFocus ? 2 * Theme.hairline : Theme.hairline
        border.color: root.visualFocus || root.hovered ? Theme.accent : Theme.grid
        opacity: root.down ? 0.8 : 1
    }

    ToolTip.visible: root.hovered && root.purpose !== root.text
    ToolTip.text: root.purpose
    ToolTip.delay: 600
}
