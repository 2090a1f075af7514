// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Islet.Ui

//! A check box with a label from us, never untrusted text.
CheckBox {
    id: root

    function press(): void { root.toggle(); root.toggled() }

    Layout.fillWidth: true
    implicitHeight: Math.max(Theme.control, implicitContentHeight)
    padding: 0
    focusPolicy: Qt.TabFocus
    Accessible.name: root.text
    // Qt 6.4 announces these actions to screen readers, but does not implement them.
    Accessible.onPressAction: root.press()
    Accessible.onToggleAction: root.press()
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) root.press() }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) root.press() }

    indicator: Rectangle {
        y: (root.height - height) / 2
        implicitWidth: Theme.gapLarge
        implicitHeight: Theme.gapLarge
        radius: Theme.gapTiny
        color: root.checked ? Theme.accent : Theme.raised
        border.width: root.visualFocus ? Theme.focusWidth : Theme.hairline
        border.color: root.visualFocus || root.hovered ? Theme.focusRing : Theme.quiet

        Icon {
            anchors.fill: parent
            visible: root.checked
            name: "check"
            color: Theme.accentInk
        }
    }
    contentItem: PlainLabel {
        leftPadding: root.indicator.width + Theme.gapSmall
        text: root.text
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
    }
}
