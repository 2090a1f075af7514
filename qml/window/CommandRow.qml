// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! A command with its keys.
Rectangle {
    id: root

    required property string words
    required property string keysText
    property bool current: false

    implicitHeight: Theme.control
    radius: Theme.radius
    color: root.current ? Theme.accent : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.words
    Accessible.description: root.keysText

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapSmall
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap

        PlainLabel {
            Layout.fillWidth: true
            text: root.words
            color: root.current ? Theme.accentInk : Theme.ink
            elide: Text.ElideRight
        }
        PlainLabel {
            text: root.keysText
            color: root.current ? Theme.accentInk : Theme.quiet
        }
    }
}
