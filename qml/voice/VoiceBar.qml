// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The voice bar: push-to-talk, the sent level, mute, deafen and the devices.
Rectangle {
    id: root

    required property VoiceController voice
    required property bool inRoom

    implicitHeight: Theme.voiceBar
    color: Theme.raised

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap

        QuietButton {
            objectName: "talkButton"
            text: root.voice.latched ? qsTr("Talking: press to stop")
                : root.voice.talking ? qsTr("Talking") : qsTr("Hold to talk")
            purpose: qsTr("Hold to talk (%1); double-tap to keep it on").arg(root.voice.settings.keyNames)
            // A width that rarely changes with the text, and that leaves space for the label beside it.
            Layout.preferredWidth: Math.max(Math.min(Math.round(Theme.column * Theme.unit * 0.62), root.width / 5), implicitWidth)
            enabled: root.inRoom
            prominent: root.voice.talking
            onPressed: root.voice.press()
            onReleased: root.voice.release()
            onCanceled: root.voice.release()
        }

        Meter {
            objectName: "sentMeter"
            Layout.preferredWidth: Theme.column / 4
            level: root.voice.sentLevel
            purpose: qsTr("Outgoing voice level")
        }

        PlainLabel {
            id: stateLabel

            objectName: "voiceState"
            Layout.fillWidth: true
            elide: Text.ElideRight
            wrapMode: Text.Wrap
            maximumLineCount: 3
            color: root.voice.problem !== "" || root.voice.speakingMuted ? Theme.warn : Theme.quiet
            text: root.voice.speakingMuted ? qsTr("You're muted: no one can hear you.")
                : root.voice.problem !== "" ? root.voice.problem
                : root.voice.talking && !root.voice.sending ? qsTr("Not sending: the connection is congested.")
                : root.voice.sending
                ? root.voice.selfTest.active ? qsTr("You're listening to yourself.") : qsTr("You're live.")
                : root.voice.deafened ? qsTr("You're deafened: you can't hear anyone.")
                : root.inRoom ? qsTr("%n in earshot", "", root.voice.inEarshot) : ""

            HoverHandler { id: pointer }
            LazyLoader {
                anchors.fill: parent
                file: "PlainHint.qml"
                initialProperties: ({ message: Qt.binding(() => stateLabel.text), visible: true })
                wanted: pointer.hovered && stateLabel.truncated
            }
        }

        QuietButton {
            objectName: "muteButton"
            alarming: true
            iconName: root.voice.muted ? "mic-off" : "mic"
            text: root.voice.muted ? qsTr("Muted") : qsTr("Mute")
            purpose: qsTr("Mute my microphone (Ctrl+M)")
            checkable: true
            checked: root.voice.muted
            onToggled: root.voice.muted = checked
        }
        QuietButton {
            objectName: "deafenButton"
            alarming: true
            iconName: root.voice.deafened ? "headset-off" : "headset"
            text: root.voice.deafened ? qsTr("Deafened") : qsTr("Deafen")
            purpose: qsTr("Deafen: hear no one (Ctrl+D)")
            checkable: true
            checked: root.voice.deafened
            onToggled: root.voice.deafened = checked
        }
        QuietButton {
            objectName: "soundButton"
            text: root.voice.settings.isChecked ? qsTr("Sound") : qsTr("Check my sound")
            purpose: qsTr("Microphone, speakers and push-to-talk key")
            prominent: !root.voice.settings.isChecked
            onClicked: popup.show("VoicePopup.qml", { voice: root.voice })
        }
    }

    LazyPopup {
        id: popup

        anchors { right: parent.right; rightMargin: Theme.gap }
    }

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.grid
    }
}
