// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! A button with a label or icon from us, never untrusted text.
Button {
    id: root

    property bool prominent: false
    //! An icon beside the label or instead of it; see Icon.
    property string iconName: ""
    //! Uses the warning colour when lit, to show that something is switched off.
    property bool alarming: false
    //! What it does: the accessible name and the tooltip.
    required property string purpose

    readonly property bool lit: root.prominent || root.checked
    //! No tooltip after a press: it would cover what the button opened.
    property bool hintSuppressed: false

    onPressed: root.hintSuppressed = true
    onHoveredChanged: if (!root.hovered) root.hintSuppressed = false
    function press(): void { if (root.checkable) { root.toggle(); root.toggled() } else { root.clicked() } }

    implicitHeight: Theme.control
    horizontalPadding: root.text === "" ? (root.implicitHeight - Theme.icon) / 2 : Theme.gap
    verticalPadding: 0
    hoverEnabled: true
    focusPolicy: Qt.TabFocus // a click leaves the focus where it is, usually on the map
    Accessible.name: root.purpose
    // Qt 6.4 announces these actions to screen readers, but does not implement them.
    Accessible.onPressAction: root.press()
    Accessible.onToggleAction: root.press()
    // Qt handles Space only. Ignores auto-repeat: a held key would also press the next button that gets the focus.
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

        // The focus ring has the accent colour, so it would be invisible on a lit button.
        Rectangle {
            anchors { fill: parent; margins: Theme.focusWidth }
            visible: root.visualFocus && root.lit
            radius: Theme.radius - Theme.focusWidth
            color: "transparent"
            border.width: Theme.hairline
            border.color: root.alarming ? Theme.warnInk : Theme.accentInk
        }
    }

    ToolTip.visible: root.hovered && !root.hintSuppressed && root.purpose !== root.text
    ToolTip.text: root.purpose
    ToolTip.delay: Theme.hintDelay
}
