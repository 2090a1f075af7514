// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! The tab bar that SideTabs loads.
TabBar {
    id: root

    required property SideTabs tabs

    component SideTab: TabButton {
        id: tab

        //! The number of unread messages.
        property int unread: 0

        implicitHeight: Theme.control
        focusPolicy: Qt.TabFocus
        Accessible.name: tab.text
        Accessible.description: tab.unread > 0 ? qsTr("%n unread messages", "", tab.unread) : ""

        contentItem: PlainLabel {
            text: tab.text
            color: tab.checked || tab.unread > 0 ? Theme.accent : Theme.quiet
            font.bold: tab.checked || tab.unread > 0
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
        background: Rectangle {
            color: Theme.raised
            border.width: tab.visualFocus ? Theme.focusWidth : 0
            border.color: Theme.focusRing

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 2 * Theme.hairline
                color: tab.checked ? Theme.accent : Theme.grid
            }
        }
    }

    objectName: "sideTabs"
    Accessible.name: qsTr("People and chat")
    background: Rectangle { color: Theme.raised }

    onCurrentIndexChanged: if (root.currentIndex >= 0) root.tabs.currentIndex = root.currentIndex
    Component.onCompleted: root.currentIndex = root.tabs.currentIndex
    Connections {
        target: root.tabs
        function onCurrentIndexChanged(): void { root.currentIndex = root.tabs.currentIndex }
    }

    SideTab { text: qsTr("People") }
    SideTab { text: unread > 0 ? qsTr("Chat (%1)").arg(unread) : qsTr("Chat"); unread: root.tabs.unread }
}
