// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet.Ui

//! A realm of the list. Its name and address are somebody else's words.
AbstractButton {
    id: root

    required property string name
    required property string address
    required property string people

    implicitHeight: Theme.control
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.name: root.name + ", " + root.people
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) root.clicked() }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) root.clicked() }

    contentItem: RowLayout {
        PlainLabel {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gapSmall
            text: root.name === "" ? root.address : root.name + "  " + root.address
            elide: Text.ElideRight
        }
        PlainLabel {
            Layout.rightMargin: Theme.gapSmall
            text: root.people
            color: Theme.quiet
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.hovered || root.visualFocus ? Theme.hover : "transparent"
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.focusRing
    }
}
