// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Settings for the notification sounds.
ColumnLayout {
    id: root

    required property SoundCues cues

    spacing: Theme.gapTiny

    PlainLabel { text: qsTr("Notification sounds"); font.bold: true }
    LabelledCheckBox {
        objectName: "cuesTick"
        text: qsTr("Play notification sounds")
        checked: root.cues.on
        onToggled: root.cues.on = checked
    }
    LabelledCheckBox {
        objectName: "peopleCueTick"
        visible: root.cues.on
        text: qsTr("Someone joins or leaves (rooms of up to 20 people)")
        checked: root.cues.people
        onToggled: root.cues.people = checked
    }
    LabelledCheckBox {
        objectName: "messageCueTick"
        visible: root.cues.on
        text: qsTr("New message while I'm not looking at the chat")
        checked: root.cues.messages
        onToggled: root.cues.messages = checked
    }
    LabelledCheckBox {
        objectName: "talkCueTick"
        visible: root.cues.on
        text: qsTr("Push to talk turns the microphone on or off")
        checked: root.cues.talk
        onToggled: root.cues.talk = checked
    }
}
