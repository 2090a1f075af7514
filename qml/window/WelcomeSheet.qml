// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The welcome wizard in three steps: name, microphone, room. Each step can be skipped; Escape skips all.
Popup {
    id: root

    required property RoomConnection connection
    required property RealmList realms
    required property VoiceController voice
    required property MyProfile profile

    objectName: "welcomeSheet"
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(Theme.unit * (Theme.card + Theme.column / 2), (parent?.width ?? 0) - 2 * Theme.gapHuge)
    height: Math.min(Theme.unit * (Theme.card + Theme.column / 2), (parent?.height ?? 0) - 2 * Theme.gapHuge)
    padding: Theme.gapHuge
    modal: true
    focus: true
    visible: true
    closePolicy: Popup.CloseOnEscape
    onOpened: (root.contentItem as WelcomeSteps).takeKeyboard() // shows which button Enter presses
    T.Overlay.modal: Rectangle { color: Theme.veil }
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.grid
    }

    contentItem: WelcomeSteps {
        connection: root.connection
        realms: root.realms
        voice: root.voice
        profile: root.profile
        onDone: root.close()
    }
}
