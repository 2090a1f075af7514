// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! A colour to choose, with an optional label from us. The chosen one has a check mark.
FlatButton {
    id: root

    required property color tint
    required property bool chosen
    //! The accessible name.
    required property string purpose

    // The width does not depend on the check mark.
    implicitWidth: root.text === "" ? Theme.disc
        : root.implicitContentWidth + (root.chosen ? 0 : Theme.icon + Theme.gapSmall) + 2 * Theme.gapSmall
    implicitHeight: Theme.disc
    Accessible.name: root.purpose
    Accessible.checkable: true
    Accessible.checked: root.chosen

    contentItem: ButtonFace {
        label: root.text
        iconName: root.chosen ? "check" : ""
        color: Theme.inkOn(root.tint)
    }
    background: Item {
        // A gap around the colour, or the focus ring would be invisible on a similar colour.
        Rectangle {
            anchors { fill: parent; margins: root.visualFocus ? 2 * Theme.focusWidth : 0 }
            radius: Theme.radius
            color: root.tint
            border.width: root.chosen ? Theme.focusWidth : root.hovered ? Theme.hairline : 0
            border.color: Theme.ink
        }
        Rectangle {
            anchors.fill: parent
            visible: root.visualFocus
            radius: Theme.radius
            color: "transparent"
            border.width: Theme.focusWidth
            border.color: Theme.focusRing
        }
    }
}
