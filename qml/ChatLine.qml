// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! One line of chat. Everything in it may come from a stranger.
Item {
    id: root

    required property string author
    required property color color
    required property string line
    required property string time
    required property int kind
    required property int delivery

    implicitHeight: column.implicitHeight + Theme.gapSmall
    Accessible.role: Accessible.ListItem
    Accessible.name: root.kind === ChatModel.Note ? root.line : root.author + ": " + root.line

    Rectangle {
        id: edge

        x: Theme.gap
        y: Theme.gapTiny
        width: 3 * Theme.hairline
        height: column.implicitHeight
        radius: width / 2
        color: root.kind === ChatModel.Mine ? Theme.accent : root.color
        visible: root.kind !== ChatModel.Note
    }

    Column {
        id: column

        anchors { left: edge.right; right: parent.right; leftMargin: Theme.gapSmall; rightMargin: Theme.gap }
        y: Theme.gapTiny

        Row {
            spacing: Theme.gapSmall

            PlainLabel {
                visible: root.kind !== ChatModel.Note
                text: root.author
                font { bold: true; pixelSize: Theme.small }
            }
            PlainLabel {
                text: root.time
                color: Theme.quiet
                font.pixelSize: Theme.small
            }
            PlainLabel {
                objectName: "chatDelivery"
                visible: root.delivery !== ChatModel.Sent
                text: root.delivery === ChatModel.Waiting ? qsTr("not sent yet")
                    : root.delivery === ChatModel.Unsure ? qsTr("perhaps not sent") : qsTr("not sent")
                color: Theme.warn
                font.pixelSize: Theme.small
            }
        }

        PlainLabel {
            objectName: "chatText"
            width: parent.width
            text: root.line
            color: root.kind === ChatModel.Note ? Theme.quiet : Theme.ink
            wrapMode: Text.Wrap
            maximumLineCount: 20
            elide: Text.ElideRight
        }
    }
}
