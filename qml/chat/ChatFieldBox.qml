// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The frame of the chat input. It grows with the text, up to four lines.
Rectangle {
    id: root

    required property ChatDraft draft
    required property NameCompletion completion
    required property string placeholder

    signal accepted()
    signal done()

    function clear(): void { field.clear() }
    function write(): void { field.forceActiveFocus(Qt.ShortcutFocusReason) }
    function put(content: string): void { field.put(content) }
    //! Inserts at the cursor.
    function add(content: string): void { field.insert(field.cursorPosition, content) }

    implicitHeight: Math.max(Theme.control, Math.min(field.contentHeight, 4 * Theme.metrics.lineSpacing)
                             + field.topPadding + field.bottomPadding)
    radius: Theme.radius
    color: Theme.raised
    border.width: field.activeFocus ? Theme.focusWidth : Theme.hairline
    border.color: field.activeFocus ? Theme.focusRing : Theme.edge

    Flickable {
        anchors.fill: parent
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}

        TextArea.flickable: ChatField {
            id: field

            objectName: "chatField"
            draft: root.draft
            completion: root.completion
            purpose: qsTr("Message everyone in the room")
            placeholderText: root.placeholder
            onAccepted: root.accepted()
            onDone: root.done()
        }
    }
}
