// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! One person's voice: how loud, or not at all.
Popup {
    id: root

    required property VoiceController voice
    required property string fullAddress
    required property bool muted
    required property real volume
    required property string voiceText

    width: Theme.column
    padding: Theme.gap
    focus: true
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.grid
    }

    contentItem: ColumnLayout {
        spacing: Theme.gapSmall

        PlainLabel {
            Layout.fillWidth: true
            text: root.fullAddress
            elide: Text.ElideMiddle
            font.pixelSize: Theme.small
        }
        PlainLabel { text: qsTr("Loudness %1 %").arg(Math.round(root.volume * 100)) }
        AmountSlider {
            objectName: "volumeSlider"
            Layout.fillWidth: true
            purpose: qsTr("Loudness of this person")
            to: 2
            stepSize: 0.05
            value: root.volume
            onMoved: root.voice.setPersonVolume(root.fullAddress, value)
        }
        Tick {
            objectName: "personMuteTick"
            text: qsTr("Do not hear this person")
            checked: root.muted
            onToggled: root.voice.setPersonMuted(root.fullAddress, checked)
        }
        PlainLabel {
            Layout.fillWidth: true
            visible: root.voiceText !== ""
            text: root.voiceText
            wrapMode: Text.Wrap
            color: Theme.quiet
            font.pixelSize: Theme.small
        }
    }
}
