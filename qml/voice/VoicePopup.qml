// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! Device check and voice settings.
QuietPopup {
    id: root

    required property VoiceController voice
    readonly property real half: (root.availableWidth - Theme.gapLarge - Theme.gapHuge) / 2

    objectName: "voicePopup"
    width: 2 * Theme.card
    rightPadding: 0
    visible: true
    x: -width
    y: -height - Theme.gapSmall
    onAboutToShow: root.voice.checking = true
    onAboutToHide: root.voice.endCheck()

    contentItem: ScrollColumn {
        inset: Theme.gapLarge

        // No nested layouts, as in SettingsSound.
        Row {
            spacing: Theme.gapHuge

            VoiceDevices {
                width: root.half
                voice: root.voice
            }
            VoiceHabits {
                width: root.half
                voice: root.voice
            }
        }
    }
}
