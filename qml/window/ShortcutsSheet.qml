// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! All commands with keys, by section.
Sheet {
    id: root

    required property CommandList commands

    title: qsTr("Shortcuts")
    sheetName: "shortcutsSheet"
    wantedHeight: 2 * Theme.card

    contentItem: ListView {
        objectName: "shortcutsList"
        clip: true
        focus: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.commands
        delegate: HeadedCommandRow { width: ListView.view.width - Theme.gap } // leaves space for the scroll bar
        ScrollBar.vertical: SteadyBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Shortcuts")
    }
}
