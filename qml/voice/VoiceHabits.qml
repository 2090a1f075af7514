// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Voice settings: push-to-talk, voice activation, processing and distance falloff.
ColumnLayout {
    id: root

    required property VoiceController voice
    readonly property VoiceSettings settings: root.voice.settings

    spacing: Theme.gapTiny

    PlainLabel { text: qsTr("Talking"); font.bold: true }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gapTiny

        PlainLabel {
            objectName: "talkKeys"
            width: Math.min(Math.ceil(implicitWidth), parent.width)
            height: Math.max(Theme.control, implicitHeight)
            rightPadding: Theme.gapTiny
            wrapMode: Text.Wrap
            verticalAlignment: Text.AlignVCenter
            text: root.voice.capturingKey ? qsTr("Press a key (Esc to cancel)")
                : qsTr("Hold %1").arg(root.settings.keyNames)
        }
        QuietButton {
            objectName: "keyButton"
            text: qsTr("Change...")
            purpose: qsTr("Choose the push-to-talk key")
            onClicked: root.voice.capturingKey = true
        }
        QuietButton {
            objectName: "usualKeys"
            text: qsTr("Reset to default")
            purpose: qsTr("Reset to T and Space")
            onClicked: root.settings.resetKeys()
        }
    }
    LabelledCheckBox {
        objectName: "byVoiceTick"
        text: qsTr("Voice activation: transmit when I speak")
        checked: root.settings.byVoice
        onToggled: root.settings.byVoice = checked
    }
    PlainLabel {
        visible: root.settings.byVoice
        text: qsTr("Sensitivity: %1 dB above background noise").arg(Math.round(root.settings.margin))
    }
    AmountSlider {
        Layout.fillWidth: true
        visible: root.settings.byVoice
        purpose: qsTr("Sensitivity, in decibels above background noise")
        from: 3
        to: 30
        stepSize: 1
        value: root.settings.margin
        onMoved: root.settings.margin = value
    }

    PlainLabel { Layout.topMargin: Theme.gapSmall; text: qsTr("Voice processing"); font.bold: true }
    LabelledCheckBox {
        text: qsTr("Echo cancellation")
        checked: root.settings.echoCancellation
        onToggled: root.settings.echoCancellation = checked
    }
    LabelledCheckBox {
        text: qsTr("Noise suppression")
        checked: root.settings.noiseSuppression
        onToggled: root.settings.noiseSuppression = checked
    }
    LabelledCheckBox {
        text: qsTr("Automatic gain")
        checked: root.settings.gainControl
        onToggled: root.settings.gainControl = checked
    }

    PlainLabel { Layout.topMargin: Theme.gapSmall; text: qsTr("Distance falloff"); font.bold: true }
    Choice {
        objectName: "curveChoice"
        Layout.fillWidth: true
        purpose: qsTr("Distance falloff")
        model: [qsTr("Far: half the volume at twice the distance"), qsTr("Near: only up to 16 m"),
                qsTr("Off: everyone equally loud")]
        currentIndex: root.settings.curve
        onActivated: index => root.settings.curve = index
    }
}
