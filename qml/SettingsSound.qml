// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Microphone, loudspeaker, how one wants to talk and hear, and the small sounds.
GridLayout {
    id: root

    required property VoiceController voice
    required property Cues cues

    columns: 2
    columnSpacing: Theme.gapHuge

    VoiceDevices {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.column
        Layout.alignment: Qt.AlignTop
        voice: root.voice
    }
    ColumnLayout {
        Layout.preferredWidth: Theme.column
        Layout.alignment: Qt.AlignTop

        VoiceHabits {
            Layout.fillWidth: true
            voice: root.voice
        }
        SoundCues {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            cues: root.cues
        }
    }

    // The microphone is open while one looks at it.
    onVisibleChanged: if (visible) root.voice.checking = true; else root.voice.endCheck()
    Component.onDestruction: if (visible) root.voice.endCheck()
}
