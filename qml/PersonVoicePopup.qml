// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! One person's voice: how loud, or not at all.
QuietPopup {
    id: root

    required property PersonRow person

    visible: true
    x: -width
    width: Theme.column
    padding: Theme.gap

    contentItem: ScrollColumn {
        PlainLabel {
            Layout.fillWidth: true
            text: root.person.fullAddress
            elide: Text.ElideMiddle
            font.pixelSize: Theme.small
        }
        PlainLabel { text: qsTr("Loudness %1 %").arg(Math.round(root.person.volume * 100)) }
        AmountSlider {
            objectName: "volumeSlider"
            Layout.fillWidth: true
            purpose: qsTr("Loudness of this person")
            to: 2
            stepSize: 0.05
            value: root.person.volume
            onMoved: root.person.voice.setPersonVolume(root.person.fullAddress, value)
        }
        Tick {
            objectName: "personMuteTick"
            text: qsTr("Do not hear this person")
            checked: root.person.muted
            onToggled: root.person.voice.setPersonMuted(root.person.fullAddress, checked)
        }
        PlainLabel {
            Layout.fillWidth: true
            visible: root.person.voiceText !== ""
            text: root.person.voiceText
            wrapMode: Text.Wrap
            color: Theme.quiet
            font.pixelSize: Theme.small
        }
    }
}
