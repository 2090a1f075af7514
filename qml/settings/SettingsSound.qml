// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! Sound settings: devices, voice and notification sounds. It avoids nested layouts: a layout inside another may miss
//! that wrapped text needs another line.
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

    // The microphone is open while this page is visible.
    onVisibleChanged: if (visible) root.voice.checking = true; else root.voice.endCheck()
    Component.onDestruction: if (visible) root.voice.endCheck()
}
