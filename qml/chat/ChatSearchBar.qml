// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The search field of the chat, with the number of matches.
RowLayout {
    id: root

    required property ChatSearch search

    signal done()

    function begin(): void {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    spacing: Theme.gapTiny
    Component.onCompleted: root.begin()
    Component.onDestruction: root.search.end()

    TextInputField {
        id: field

        objectName: "chatSearchField"
        Layout.fillWidth: true
        purpose: qsTr("Search the chat")
        placeholderText: qsTr("Search")
        maximumLength: 200
        onTextChanged: root.search.wanted = field.text
        Keys.onEscapePressed: root.done()
        Keys.onReturnPressed: (event) => event.modifiers & Qt.ShiftModifier ? root.search.newer() : root.search.older()
        Keys.onEnterPressed: (event) => event.modifiers & Qt.ShiftModifier ? root.search.newer() : root.search.older()
        Keys.onUpPressed: root.search.older()
        Keys.onDownPressed: root.search.newer()
    }
    PlainLabel {
        objectName: "chatSearchState"
        text: root.search.stateText
        color: Theme.quiet
        font.pixelSize: Theme.small
    }
    QuietButton {
        iconName: "chevron-up"
        purpose: qsTr("Previous match (Enter)")
        onClicked: root.search.older()
    }
    QuietButton {
        iconName: "chevron-down"
        purpose: qsTr("Next match (Shift+Enter)")
        onClicked: root.search.newer()
    }
    QuietButton {
        objectName: "chatSearchEnd"
        iconName: "close"
        purpose: qsTr("Close search (Esc)")
        onClicked: root.done()
    }

    Shortcut { sequence: "F3"; onActivated: root.search.older() }
    Shortcut { sequence: "Shift+F3"; onActivated: root.search.newer() }
}
