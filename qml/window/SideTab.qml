// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

TabButton {
    id: root

    //! The number of unread lines.
    property int unread: 0

    implicitHeight: Theme.control
    focusPolicy: Qt.TabFocus
    Accessible.name: root.text
    Accessible.description: root.unread > 0 ? qsTr("%n unread lines", "", root.unread) : ""

    contentItem: PlainLabel {
        text: root.text
        color: root.checked || root.unread > 0 ? Theme.accent : Theme.quiet
        font.bold: root.checked || root.unread > 0
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        color: Theme.raised
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.focusRing

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 2 * Theme.hairline
            color: root.checked ? Theme.accent : Theme.grid
        }
    }
}
