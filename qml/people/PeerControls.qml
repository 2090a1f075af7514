// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Volume, mute and block controls for one person.
ColumnLayout {
    id: root

    required property PersonDetails details

    spacing: Theme.gapTiny

    PlainLabel { text: qsTr("Volume %1 %").arg(Math.round(root.details.volume * 100)) }
    AmountSlider {
        objectName: "volumeSlider"
        Layout.fillWidth: true
        purpose: qsTr("Volume of this person")
        enabled: !root.details.ignored
        to: 2
        stepSize: 0.05
        value: root.details.volume
        onMoved: root.details.setVolume(value)
    }
    LabelledCheckBox {
        objectName: "personMuteTick"
        text: qsTr("Mute")
        enabled: !root.details.ignored
        checked: root.details.muted || root.details.ignored
        onToggled: root.details.setMuted(checked)
    }
    LabelledCheckBox {
        objectName: "personIgnoreTick"
        text: qsTr("Block: hide voice, chat and emotes")
        checked: root.details.ignored
        onToggled: root.details.setIgnored(checked)
    }
}
