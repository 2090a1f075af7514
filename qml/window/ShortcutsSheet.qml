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

    //! A command. The first one of a section has the section's heading above it.
    component HeadedCommandRow: Column {
        id: row

        required property string words
        required property string keysText
        required property string head

        Accessible.role: Accessible.ListItem
        Accessible.name: row.words
        Accessible.description: row.keysText

        PlainLabel {
            visible: text !== ""
            topPadding: Theme.gap
            bottomPadding: Theme.gapTiny
            leftPadding: Theme.gapSmall
            text: row.head
            color: Theme.accent
            font.bold: true
            Accessible.role: Accessible.Heading
        }
        CommandRow {
            width: parent.width
            words: row.words
            keysText: row.keysText
            Accessible.ignored: true
        }
    }

    title: qsTr("Keyboard shortcuts")
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
        Accessible.name: qsTr("Keyboard shortcuts")
    }
}
