// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! One line of chat, all of it untrusted text. A Repeater with a model of 0 or 1 creates each part that few lines have,
//! because a Loader cannot create items with bindings to the line.
Item {
    id: root

    required property int index
    required property string author
    required property color color
    required property string line
    required property string time
    required property int kind
    required property int delivery
    required property string day
    required property bool grouped
    required property bool isUnread
    required property bool hidden
    required property list<string> links
    //! True if it is the search result or the current line of the keyboard.
    required property bool marked

    signal linkWanted(string link)
    signal authorChosen()

    // Heights are bindings: positioners would set them one frame later, and lines would overlap until then.
    readonly property int ruleHeight: Theme.metrics.lineSpacing + Theme.gapSmall
    readonly property int rulesHeight: (root.day === "" ? 0 : root.ruleHeight) + (root.isUnread ? root.ruleHeight : 0)
    readonly property int bodyTop: root.rulesHeight + (root.grouped ? 0 : Theme.gapTiny)
    readonly property bool hasHeader: !root.grouped || root.delivery !== Chat.Sent
    readonly property int bodyHeight: (root.hasHeader ? header.height : 0) + lineText.height
                                      + root.links.length * (Theme.metrics.lineSpacing + Theme.gapTiny)

    implicitHeight: root.hidden ? root.rulesHeight + Theme.gapTiny
                    : root.bodyTop + root.bodyHeight + (root.grouped ? Theme.hairline : Theme.gapTiny)
    Accessible.role: Accessible.ListItem
    Accessible.ignored: root.hidden
    Accessible.name: root.kind === Chat.Note ? root.line : root.author + ": " + root.line.replace(/\n/g, " ")
    Accessible.description: root.time + " " + delivery.text

    Repeater {
        model: root.day === "" ? 0 : 1
        delegate: ChatRule { width: root.width; height: root.ruleHeight; label: root.day }
    }
    Repeater {
        model: root.isUnread ? 1 : 0
        delegate: ChatRule {
            y: root.day === "" ? 0 : root.ruleHeight
            width: root.width
            height: root.ruleHeight
            label: qsTr("New")
            tint: Theme.accent
        }
    }

    Rectangle {
        anchors { fill: body; leftMargin: -Theme.gapLarge; topMargin: -Theme.gapTiny / 2; bottomMargin: -Theme.gapTiny / 2 }
        radius: Theme.radius
        visible: root.marked
        color: Theme.grid
    }

    Rectangle {
        id: edge

        objectName: "chatEdge"
        anchors { left: parent.left; leftMargin: Theme.gap }
        y: body.y
        width: 3 * Theme.hairline
        height: body.height
        radius: width / 2
        color: root.kind === Chat.Mine ? Theme.accent : root.color
        visible: root.kind !== Chat.Note && !root.hidden
    }

    Item {
        id: body

        anchors { left: edge.right; right: parent.right; leftMargin: Theme.gapSmall; rightMargin: Theme.gap }
        y: root.bodyTop
        height: root.bodyHeight
        visible: !root.hidden

        Row {
            id: header

            anchors.left: parent.left
            height: Math.ceil(Theme.smallMetrics.lineSpacing)
            visible: root.hasHeader
            spacing: Theme.gapSmall

            PlainLabel {
                objectName: "chatAuthor"
                visible: root.kind !== Chat.Note && !root.grouped
                width: Math.min(implicitWidth, body.width - time.width - (delivery.visible ? delivery.width + header.spacing : 0) - header.spacing)
                text: root.author
                elide: Text.ElideMiddle // keeps the address, which is at the end
                font { bold: true; pixelSize: Theme.small; underline: hover.hovered }

                HoverHandler { id: hover; enabled: root.kind === Chat.Theirs; cursorShape: Qt.PointingHandCursor }
                TapHandler { enabled: root.kind === Chat.Theirs; onTapped: root.authorChosen() }
            }
            PlainLabel {
                id: time

                visible: !root.grouped
                text: root.time
                color: Theme.quiet
                font.pixelSize: Theme.small
            }
            PlainLabel {
                id: delivery

                objectName: "chatDelivery"
                visible: root.delivery !== Chat.Sent
                text: root.delivery === Chat.Waiting ? qsTr("Not sent yet")
                    : root.delivery === Chat.Unsure ? qsTr("May not have been delivered")
                    : root.delivery === Chat.Unsent ? qsTr("Not sent") : ""
                color: Theme.warn
                font.pixelSize: Theme.small
            }
        }

        PlainLabel {
            id: lineText

            objectName: "chatText"
            y: root.hasHeader ? header.height : 0
            width: parent.width
            text: root.line
            color: root.kind === Chat.Note ? Theme.quiet : Theme.ink
            wrapMode: Text.Wrap
            maximumLineCount: 20
            elide: Text.ElideRight
        }

        Repeater {
            model: root.links.length === 0 ? 0 : 1
            delegate: ChatLinks {
                y: lineText.y + lineText.height
                width: body.width
                links: root.links
                onWanted: (link) => root.linkWanted(link)
            }
        }
    }
}
