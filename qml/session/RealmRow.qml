// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! A realm of the list. Its name and address are untrusted text.
FlatButton {
    id: root

    required property string name
    required property string address
    required property string people

    implicitHeight: Theme.control
    Accessible.name: root.name + ", " + root.people

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
