// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
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
    Accessible.name: root.name + ", " + root.people

    contentItem: Item {
        PlainLabel {
            anchors { left: parent.left; right: count.left; margins: Theme.gapSmall; verticalCenter: parent.verticalCenter }
            text: root.name === "" ? root.address : root.name + "  " + root.address
            elide: Text.ElideRight
        }
        PlainLabel {
            id: count

            anchors { right: parent.right; rightMargin: Theme.gapSmall; verticalCenter: parent.verticalCenter }
            text: root.people
            color: Theme.quiet
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.hovered || root.visualFocus ? Theme.grid : "transparent"
    }
}
