// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! The map with the theme and the user's settings applied, and its keys. It is all that the window shows in its first
//! frame.
MapItem {
    id: root

    required property VoiceController voice

    signal writeWanted()

    function takeKeyboard(): void { root.forceActiveFocus(Qt.OtherFocusReason) }

    objectName: "map"
    LayoutMirroring.enabled: false // east is always on the right
    focus: true
    clip: true
    talking: root.voice.sending
    hearing: root.voice.settings.earshot
    still: Theme.still
    paper: Theme.paper
    ink: Theme.ink
    quiet: Theme.quiet
    grid: Theme.grid
    accent: Theme.accent
    warn: Theme.warn
    font.pixelSize: Theme.small
    activeFocusOnTab: true
    Accessible.role: Accessible.Canvas
    Accessible.name: qsTr("Map")
    Accessible.description: qsTr("Walk with W, A, S, D or the arrow keys, hold Shift to run, hold %1 to talk").arg(root.voice.settings.keyNames)
                            + qsTr("; %n people in view", "", root.shownCount)

    Keys.onPressed: event => event.accepted = root.avatar.press(event.key)
    Keys.onReleased: event => event.accepted = !event.isAutoRepeat && root.avatar.release(event.key)
    Keys.onReturnPressed: root.writeWanted()
    Keys.onEscapePressed: event => event.accepted = root.clearSelection()
    onActiveFocusChanged: if (!root.activeFocus) root.avatar.releaseAll()
}
