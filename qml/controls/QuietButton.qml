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
    //! Lit, it says that something is off: in the colour of a warning.
    property bool alarming: false
    //! What it does, for people who cannot see it, and in the hint.
    required property string purpose

    readonly property bool lit: root.prominent || root.checked
    //! Whoever pressed it knows; the hint would lie over what it opened.
    property bool known: false

    onPressed: root.known = true
    onHoveredChanged: if (!root.hovered) root.known = false
    function press(): void { if (root.checkable) { root.toggle(); root.toggled() } else { root.clicked() } }

    implicitHeight: Theme.control
    horizontalPadding: root.text === "" ? (root.implicitHeight - Theme.icon) / 2 : Theme.gap
    verticalPadding: 0
    hoverEnabled: true
    focusPolicy: Qt.TabFocus // a click leaves the keyboard where it is: mostly on the map
    Accessible.name: root.purpose
    // Qt 6.4 offers these to screen readers, and does nothing.
    Accessible.onPressAction: root.press()
    Accessible.onToggleAction: root.press()
    // Nor does it know more than Space. Held down it would press what comes next, too.
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) root.press() }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) root.press() }

    contentItem: ButtonFace {
        label: root.text
        iconName: root.iconName
        color: !root.enabled ? Theme.quiet : !root.lit ? Theme.ink : root.alarming ? Theme.warnInk : Theme.accentInk
    }
    background: Rectangle {
        radius: Theme.radius
        color: !root.enabled || !root.lit ? Theme.raised : root.alarming ? Theme.warn : Theme.accent
        border.width: root.visualFocus ? Theme.focusWidth : Theme.hairline
        border.color: root.visualFocus || root.hovered ? Theme.focusRing : Theme.edge
        opacity: root.down ? 0.8 : 1

        // On a ground of its own colour the ring would not be seen.
        Rectangle {
            anchors { fill: parent; margins: Theme.focusWidth }
            visible: root.visualFocus && root.lit
            radius: Theme.radius - Theme.focusWidth
            color: "transparent"
            border.width: Theme.hairline
            border.color: root.alarming ? Theme.warnInk : Theme.accentInk
        }
    }

    ToolTip.visible: root.hovered && !root.known && root.purpose !== root.text
    ToolTip.text: root.purpose
    ToolTip.delay: Theme.hintDelay
}
