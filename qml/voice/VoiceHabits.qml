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

    PlainLabel { text: qsTr("To talk"); font.bold: true }
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
            text: root.voice.capturingKey ? qsTr("Press the key (Esc: leave it)") : qsTr("hold %1").arg(root.settings.keyNames)
        }
        QuietButton {
            objectName: "keyButton"
            text: qsTr("Another key")
            purpose: qsTr("Choose the key that is held to talk")
            onClicked: root.voice.capturingKey = true
        }
        QuietButton {
            objectName: "usualKeys"
            text: qsTr("Usual")
            purpose: qsTr("T and Space")
            onClicked: root.settings.resetKeys()
        }
    }
    LabelledCheckBox {
        objectName: "byVoiceTick"
        text: qsTr("or just speak: the voice opens the microphone")
        checked: root.settings.byVoice
        onToggled: root.settings.byVoice = checked
    }
    PlainLabel {
        visible: root.settings.byVoice
        text: qsTr("when it is %1 dB louder than the room").arg(Math.round(root.settings.margin))
    }
    AmountSlider {
        Layout.fillWidth: true
        visible: root.settings.byVoice
        purpose: qsTr("How much louder than the room a voice must be, in decibels")
        from: 3
        to: 30
        stepSize: 1
        value: root.settings.margin
        onMoved: root.settings.margin = value
    }

    PlainLabel { Layout.topMargin: Theme.gapSmall; text: qsTr("My voice"); font.bold: true }
    LabelledCheckBox {
        text: qsTr("Take out the echo of my loudspeaker")
        checked: root.settings.echoCancellation
        onToggled: root.settings.echoCancellation = checked
    }
    LabelledCheckBox {
        text: qsTr("Take out noise")
        checked: root.settings.noiseSuppression
        onToggled: root.settings.noiseSuppression = checked
    }
    LabelledCheckBox {
        text: qsTr("Even out loudness")
        checked: root.settings.gainControl
        onToggled: root.settings.gainControl = checked
    }

    PlainLabel { Layout.topMargin: Theme.gapSmall; text: qsTr("How distance is heard"); font.bold: true }
    Choice {
        objectName: "curveChoice"
        Layout.fillWidth: true
        purpose: qsTr("How distance is heard")
        model: [qsTr("Far: half as loud at twice the distance"), qsTr("Near: up to 16 m, and no further"),
                qsTr("Not at all: everybody alike")]
        currentIndex: root.settings.curve
        onActivated: index => root.settings.curve = index
    }
}
