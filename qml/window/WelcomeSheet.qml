// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The first start, in three steps: who one is, the microphone, where to go. Each can be skipped; Escape skips them all.
Popup {
    id: root

    required property RoomConnection entry
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
    onOpened: (root.contentItem as WelcomeSteps).takeKeyboard() // so that it is seen which key leads on
    T.Overlay.modal: Rectangle { color: Theme.veil }
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.grid
    }

    contentItem: WelcomeSteps {
        entry: root.entry
        realms: root.realms
        voice: root.voice
        profile: root.profile
        onDone: root.close()
    }
}
