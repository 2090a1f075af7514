// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! Searches commands, rooms and people by a few letters (Ctrl+K). Its height fits the matches.
Popup {
    id: root

    required property CommandList commands
    property RoomConnection connection: null
    property People people: null

    objectName: "commandPalette"
    parent: T.Overlay.overlay
    x: ((parent?.width ?? 0) - width) / 2
    y: Theme.bar
    width: Theme.card + Theme.column / 2
    height: Math.min(implicitHeight, Theme.card, (parent?.height ?? 0) - 2 * Theme.bar)
    padding: Theme.gapSmall
    modal: true
    focus: true
    visible: true
    T.Overlay.modal: Item {}
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.accent
    }

    contentItem: PaletteList {
        commands: root.commands
        connection: root.connection
        people: root.people
        onDone: root.close()
    }
}
