// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The 24 colours that people have; the chosen one once more gives back that of one's address.
Flow {
    id: root

    required property MyProfile profile

    spacing: Theme.gapTiny

    Repeater {
        model: root.profile.colors

        delegate: AbstractButton {
            id: swatch

            required property color modelData
            required property int index
            readonly property bool isChosen: swatch.index === root.profile.colorIndex

            objectName: "swatch" + swatch.index
            implicitWidth: Theme.disc
            implicitHeight: Theme.disc
            Accessible.name: qsTr("Colour %1 of 24").arg(swatch.index + 1)
            Accessible.checked: swatch.isChosen
            onClicked: root.profile.colorIndex = swatch.isChosen ? -1 : swatch.index
            background: Rectangle {
                radius: Theme.radius
                color: swatch.modelData
                border.width: swatch.isChosen || swatch.visualFocus ? 3 * Theme.hairline : 0
                border.color: Theme.ink
            }
        }
    }
}
