// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! Microphone, loudspeaker, how one wants to talk and hear, and the small sounds. No layouts within each other: such a
//! one may miss that words took another line.
Item {
    id: root

    required property VoiceController voice
    required property SoundCues cues
    readonly property real half: (root.width - Theme.gapHuge) / 2

    implicitHeight: Math.max(devices.height, habits.height)

    VoiceDevices {
        id: devices

        anchors.left: parent.left
        width: root.half
        voice: root.voice
    }
    Column {
        id: habits

        anchors.right: parent.right
        spacing: Theme.gapSmall

        VoiceHabits {
            width: root.half
            voice: root.voice
        }
        SoundCueSettings {
            width: root.half
            cues: root.cues
        }
    }

    // The microphone is open while one looks at it.
    onVisibleChanged: if (visible) root.voice.checking = true; else root.voice.endCheck()
    Component.onDestruction: if (visible) root.voice.endCheck()
}
