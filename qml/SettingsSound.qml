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

    ColumnLayout {
        Layout.preferredWidth: Theme.column
        Layout.alignment: Qt.AlignTop

        VoiceDevices {
            Layout.fillWidth: true
            voice: root.voice
        }
        SoundCues {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            cues: root.cues
        }
    }
    VoiceHabits {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.column
        Layout.alignment: Qt.AlignTop
        voice: root.voice
    }

    // The microphone is open while one looks at it.
    onVisibleChanged: if (visible) root.voice.checking = true; else root.voice.endCheck()
    Component.onDestruction: if (visible) root.voice.endCheck()
}
