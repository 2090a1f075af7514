// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! What is said, and where to say something.
Rectangle {
    id: root

    required property ChatModel chat
    required property bool inRoom
    //! The way was lost: what is written waits.
    required property bool returning

    signal done()

    function write(): void { field.forceActiveFocus(Qt.ShortcutFocusReason) }
    function send(): void { if (root.chat.send(field.text)) field.clear() }

    color: Theme.raised

    // After the lines have found their heights.
    Timer {
        id: settle

        interval: 0
        onTriggered: if (lines.atEnd) lines.positionViewAtEnd()
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gapSmall

        PlainLabel {
            Layout.leftMargin: Theme.gap
            Layout.topMargin: Theme.gapSmall
            text: qsTr("Chat")
            font.bold: true
        }

        ListView {
            id: lines

            // New lines are followed only by who reads the last one: what is being read does not move.
            property bool atEnd: true
            readonly property int spoken: root.chat.linesEver

            objectName: "chatList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.chat
            delegate: ChatLine { width: ListView.view.width }
            onMovementStarted: lines.atEnd = false
            onMovementEnded: lines.atEnd = lines.atYEnd
            onSpokenChanged: settle.restart()
            onContentHeightChanged: settle.restart()
            onHeightChanged: settle.restart()
            ScrollBar.vertical: ScrollBar { onPressedChanged: lines.atEnd = !pressed && lines.atYEnd }
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Chat")
        }

        PlainLabel {
            objectName: "chatProblem"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            visible: text !== ""
            text: root.chat.problem
            color: Theme.danger
            wrapMode: Text.Wrap
        }

        RowLayout {
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            spacing: Theme.gapSmall

            TextInputField {
                id: field

                objectName: "chatField"
                Layout.fillWidth: true
                purpose: qsTr("Write to everybody in the room")
                placeholderText: root.inRoom ? qsTr("write (Enter)")
                    : root.returning ? qsTr("write; it is sent when the way is back") : qsTr("enter a room to write")
                maximumLength: 4000
                onAccepted: root.send()
                Keys.onEscapePressed: root.done()
            }
            QuietButton {
                iconName: "send"
                purpose: qsTr("Send")
                enabled: (root.inRoom || root.returning) && field.length > 0
                onClicked: root.send()
            }
        }
    }
}
