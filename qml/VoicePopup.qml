// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The check of microphone and loudspeaker, and how one wants to talk and hear.
QuietPopup {
    id: root

    required property VoiceController voice

    objectName: "voicePopup"
    width: 2 * Theme.card
    visible: true
    x: -width
    y: -height - Theme.gapSmall
    onAboutToShow: root.voice.checking = true
    onAboutToHide: root.voice.endCheck()

    contentItem: ScrollColumn {
        RowLayout {
            spacing: Theme.gapHuge

            VoiceDevices {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.card
                Layout.alignment: Qt.AlignTop
                voice: root.voice
            }

            VoiceHabits {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.card
                Layout.alignment: Qt.AlignTop
                voice: root.voice
            }
        }
    }
}
