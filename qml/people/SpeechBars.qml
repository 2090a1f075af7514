// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! Three bars that show that a person is talking.
Row {
    spacing: Theme.gapTiny / 2
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("talking")

    Repeater {
        model: [0.5, 1, 0.7]

        Rectangle {
            required property real modelData

            anchors.bottom: parent?.bottom
            width: Theme.gapTiny - Theme.hairline
            height: Theme.gap * modelData
            radius: Theme.hairline
            color: Theme.accent
        }
    }
}
