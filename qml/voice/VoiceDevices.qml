// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Chooses and tests the microphone and the loudspeaker.
ColumnLayout {
    id: root

    required property VoiceController voice
    //! Hides the simulated packet loss and jitter.
    property bool simple: false

    spacing: Theme.gapSmall

    PlainLabel { text: qsTr("Microphone"); font.bold: true }
    Choice {
        objectName: "microphoneChoice"
        Layout.fillWidth: true
        purpose: qsTr("Microphone")
        model: root.voice.microphones
        currentIndex: root.voice.microphone
        onActivated: index => root.voice.microphone = index
    }
    Meter {
        objectName: "microphoneMeter"
        Layout.fillWidth: true
        level: root.voice.microphoneLevel
        purpose: qsTr("Microphone level")
    }
    PlainLabel {
        objectName: "deviceProblem"
        Layout.fillWidth: true
        wrapMode: Text.Wrap
        color: root.voice.problem === "" ? Theme.quiet : Theme.warn
        text: root.voice.problem === "" ? qsTr("Say something. The bar moves if the microphone works.")
            : root.voice.problem
    }

    PlainLabel { Layout.topMargin: Theme.gapSmall; text: qsTr("Speakers"); font.bold: true }
    Choice {
        objectName: "loudspeakerChoice"
        Layout.fillWidth: true
        purpose: qsTr("Speakers")
        model: root.voice.loudspeakers
        currentIndex: root.voice.loudspeaker
        onActivated: index => root.voice.loudspeaker = index
    }
    RowLayout {
        QuietButton {
            objectName: "chimeButton"
            text: qsTr("Test speakers")
            purpose: qsTr("Play a short test sound")
            onClicked: root.voice.playChime()
        }
        PlainLabel {
            objectName: "loudspeakerText"
            Layout.fillWidth: true
            elide: Text.ElideRight
            color: Theme.quiet
            font.pixelSize: Theme.small
            text: root.voice.loudspeakerText
        }
    }

    PlainLabel { Layout.topMargin: Theme.gapSmall; text: qsTr("Microphone test"); font.bold: true }
    QuietButton {
        objectName: "selfTestButton"
        text: root.voice.selfTest.active ? qsTr("Stop") : qsTr("Listen to myself")
        purpose: qsTr("Play my voice back as others would hear it, without sending it to the room")
        checkable: true
        checked: root.voice.selfTest.active
        onToggled: root.voice.selfTest.active = checked
    }
    PlainLabel { visible: !root.simple; text: qsTr("Simulated packet loss: %1 %").arg(root.voice.selfTest.loss) }
    AmountSlider {
        objectName: "lossSlider"
        visible: !root.simple
        Layout.fillWidth: true
        purpose: qsTr("Simulated packet loss, in percent")
        to: 50
        stepSize: 1
        value: root.voice.selfTest.loss
        onMoved: root.voice.selfTest.loss = value
    }
    PlainLabel { visible: !root.simple; text: qsTr("Simulated jitter: up to %1 ms").arg(root.voice.selfTest.jitter) }
    AmountSlider {
        objectName: "jitterSlider"
        visible: !root.simple
        Layout.fillWidth: true
        purpose: qsTr("Simulated jitter, in milliseconds")
        to: 500
        stepSize: 10
        value: root.voice.selfTest.jitter
        onMoved: root.voice.selfTest.jitter = value
    }
}
