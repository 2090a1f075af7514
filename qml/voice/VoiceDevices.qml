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
        purpose: qsTr("Loudness of the microphone")
    }
    PlainLabel {
        objectName: "deviceProblem"
        Layout.fillWidth: true
        wrapMode: Text.Wrap
        color: root.voice.problem === "" ? Theme.quiet : Theme.warn
        text: root.voice.problem === "" ? qsTr("Say something: the bar moves when the microphone works.") : root.voice.problem
    }

    PlainLabel { Layout.topMargin: Theme.gapSmall; text: qsTr("Loudspeaker"); font.bold: true }
    Choice {
        objectName: "loudspeakerChoice"
        Layout.fillWidth: true
        purpose: qsTr("Loudspeaker")
        model: root.voice.loudspeakers
        currentIndex: root.voice.loudspeaker
        onActivated: index => root.voice.loudspeaker = index
    }
    RowLayout {
        QuietButton {
            objectName: "chimeButton"
            text: qsTr("Play two notes")
            purpose: qsTr("Hear whether the loudspeaker works")
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

    PlainLabel { Layout.topMargin: Theme.gapSmall; text: qsTr("Hear myself"); font.bold: true }
    QuietButton {
        objectName: "selfTestButton"
        text: root.voice.selfTest.active ? qsTr("Stop") : qsTr("Hear what others would hear")
        purpose: qsTr("My voice goes the whole way and comes back to me, not into the room")
        checkable: true
        checked: root.voice.selfTest.active
        onToggled: root.voice.selfTest.active = checked
    }
    PlainLabel { visible: !root.simple; text: qsTr("with %1 % of it lost").arg(root.voice.selfTest.loss) }
    AmountSlider {
        objectName: "lossSlider"
        visible: !root.simple
        Layout.fillWidth: true
        purpose: qsTr("Lost packets, in percent")
        to: 50
        stepSize: 1
        value: root.voice.selfTest.loss
        onMoved: root.voice.selfTest.loss = value
    }
    PlainLabel { visible: !root.simple; text: qsTr("and up to %1 ms late").arg(root.voice.selfTest.jitter) }
    AmountSlider {
        objectName: "jitterSlider"
        visible: !root.simple
        Layout.fillWidth: true
        purpose: qsTr("Lateness of packets, in milliseconds")
        to: 500
        stepSize: 10
        value: root.voice.selfTest.jitter
        onMoved: root.voice.selfTest.jitter = value
    }
}
