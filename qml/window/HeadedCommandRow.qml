// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! A command. The first one of a section has the section's heading above it.
Column {
    id: root

    required property string words
    required property string keysText
    required property string head

    Accessible.role: Accessible.ListItem
    Accessible.name: root.words
    Accessible.description: root.keysText

    PlainLabel {
        visible: text !== ""
        topPadding: Theme.gap
        bottomPadding: Theme.gapTiny
        leftPadding: Theme.gapSmall
        text: root.head
        color: Theme.accent
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    CommandRow {
        width: parent.width
        words: root.words
        keysText: root.keysText
        Accessible.ignored: true
    }
}
