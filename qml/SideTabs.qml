// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! In a narrow window people and chat share one place.
TabBar {
    id: root

    objectName: "sideTabs"
    Accessible.name: qsTr("People or chat")
    background: Rectangle { color: Theme.raised }

    SideTab { text: qsTr("People") }
    SideTab { text: qsTr("Chat") }
}
