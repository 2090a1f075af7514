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

    spacing: Theme.gapTiny

    Swatch {
        objectName: "addressSwatch"
        tint: root.profile.addressColor
        chosen: root.profile.colorIndex === -1
        text: qsTr("As my address")
        purpose: qsTr("The colour that goes with my address")
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
