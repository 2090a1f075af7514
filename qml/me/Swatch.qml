// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! A colour to choose, with a word of our own on it or none. The chosen one has a tick.
FlatButton {
    id: root

    required property color tint
    required property bool chosen
    //! What it is, for people who cannot see it.
    required property string purpose

    // As wide without the tick as with it.
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
        // On a colour like its own the ring would not be seen.
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
