// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! A themed slider for a number.
Slider {
    id: root

    required property string purpose

    implicitHeight: Theme.control
    focusPolicy: Qt.TabFocus
    Accessible.name: root.purpose

    background: Rectangle {
        x: root.leftPadding
        y: root.topPadding + (root.availableHeight - height) / 2
        width: root.availableWidth
        height: Theme.gapTiny
        radius: height / 2
        color: Theme.trough

        Rectangle {
            width: root.visualPosition * parent.width
            height: parent.height
            radius: height / 2
            color: Theme.accent
        }
    }
    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: root.topPadding + (root.availableHeight - height) / 2
        implicitWidth: Theme.gapLarge
        implicitHeight: Theme.gapLarge
        radius: width / 2
        color: Theme.raised
        border.width: root.visualFocus ? Theme.focusWidth : Theme.hairline
        border.color: root.visualFocus || root.hovered || root.pressed ? Theme.focusRing : Theme.quiet
    }
}
