// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! The tab bar that SideTabs loads.
TabBar {
    id: root

    required property SideTabs tabs

    objectName: "sideTabs"
    Accessible.name: qsTr("People or chat")
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
