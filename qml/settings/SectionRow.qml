// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! One section in the list of sections.
Rectangle {
    id: root

    required property string modelData
    required property int index
    property bool current: false
    property bool focused: false

    signal chosen(index: int)

    implicitHeight: Theme.control
    radius: Theme.radius
    color: root.current ? Theme.accent : "transparent"
    border.width: root.focused ? 2 * Theme.hairline : 0
    border.color: Theme.ink
    Accessible.role: Accessible.ListItem
    Accessible.name: root.modelData
    Accessible.onPressAction: root.chosen(root.index)

    PlainLabel {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.gapSmall }
        text: root.modelData
        color: root.current ? Theme.accentInk : Theme.ink
        elide: Text.ElideRight
    }
    TapHandler { onTapped: root.chosen(root.index) }
}
