// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! A button with a word or a sign of our own on it; never a peer's text.
Button {
    id: root

    property bool prominent: false
    //! A sign beside the word, or instead of one; see Icon.
    property string iconName: ""
    //! What it does, for people who cannot see it, and in the hint.
    required property string purpose

    function press(): void { if (root.checkable) { root.toggle(); root.toggled() } else { root.clicked() } }

    implicitHeight: Theme.control
    horizontalPadding: root.text === "" ? (root.implicitHeight - Theme.icon) / 2 : Theme.gap
    verticalPadding: 0
    hoverEnabled: true
    Accessible.name: root.purpose
    // Qt 6.4 offers these to screen readers, and does nothing.
    Accessible.onPressAction: root.press()
    Accessible.onToggleAction: root.press()

    contentItem: ButtonFace {
        label: root.text
        iconName: root.iconName
        color: !root.enabled ? Theme.quiet : root.prominent || root.checked ? Theme.accentInk : Theme.ink
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.enabled && (root.prominent || root.checked) ? Theme.accent : Theme.raised
        border.width: root.visualFocus ? Theme.focusWidth : Theme.hairline
        border.color: root.visualFocus || root.hovered ? Theme.focusRing : Theme.edge
        opacity: root.down ? 0.8 : 1

        // On a ground of its own colour the ring would not be seen.
        Rectangle {
            anchors { fill: parent; margins: Theme.focusWidth }
            visible: root.visualFocus && (root.prominent || root.checked)
            radius: Theme.radius - Theme.focusWidth
            color: "transparent"
            border.width: Theme.hairline
            border.color: Theme.accentInk
        }
    }

    ToolTip.visible: root.hovered && root.purpose !== root.text
    ToolTip.text: root.purpose
    ToolTip.delay: Theme.hintDelay
}
