// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! Chooses my colour: the one derived from my address, or one of 24.
Flow {
    id: root

    required property MyProfile profile

    //! A colour to choose, with an optional label from us. The chosen one has a check mark.
    component Swatch: FlatButton {
        id: button

        required property color tint
        required property bool chosen
        //! The accessible name.
        required property string purpose

        // The width does not depend on the check mark.
        implicitWidth: button.text === "" ? Theme.disc
            : button.implicitContentWidth + (button.chosen ? 0 : Theme.icon + Theme.gapSmall) + 2 * Theme.gapSmall
        implicitHeight: Theme.disc
        Accessible.name: button.purpose
        Accessible.checkable: true
        Accessible.checked: button.chosen

        contentItem: ButtonFace {
            label: button.text
            iconName: button.chosen ? "check" : ""
            color: Theme.inkOn(button.tint)
        }
        background: Item {
            // A gap around the colour, or the focus ring would be invisible on a similar colour.
            Rectangle {
                anchors { fill: parent; margins: button.visualFocus ? 2 * Theme.focusWidth : 0 }
                radius: Theme.radius
                color: button.tint
                border.width: button.chosen ? Theme.focusWidth : button.hovered ? Theme.hairline : 0
                border.color: Theme.ink
            }
            Rectangle {
                anchors.fill: parent
                visible: button.visualFocus
                radius: Theme.radius
                color: "transparent"
                border.width: Theme.focusWidth
                border.color: Theme.focusRing
            }
        }
    }

    spacing: Theme.gapTiny

    Swatch {
        objectName: "addressSwatch"
        tint: root.profile.addressColor
        chosen: root.profile.colorIndex === -1
        text: qsTr("Automatic")
        purpose: qsTr("Automatic: a colour derived from my address")
        onClicked: root.profile.colorIndex = -1
    }
    Repeater {
        model: root.profile.colors

        delegate: Swatch {
            id: swatch

            required property color modelData
            required property int index

            objectName: "swatch" + swatch.index
            tint: swatch.modelData
            chosen: swatch.index === root.profile.colorIndex
            purpose: qsTr("Colour %1 of 24").arg(swatch.index + 1)
            onClicked: root.profile.colorIndex = swatch.index
        }
    }
}
