// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The context menu of one chat line.
Menu {
    id: root

    required property ChatModel chat
    required property People people
    required property int row
    required property int kind
    required property int delivery
    required property bool hidden
    required property list<string> links

    signal linkWanted(string link)
    signal detailsWanted(string details)
    signal writeAgain()
    signal personChosen(address: string)
    signal cardWanted(address: string)
    signal mentionWanted(mention: string)

    readonly property string address: root.chat.addressAt(root.row)
    readonly property string mention: root.chat.mentionAt(root.row)

    //! One entry of the menu.
    component ChatMenuItem: MenuItem {
        id: item

        //! The label. It may contain untrusted text, unlike `text`.
        property string words: item.text

        height: item.visible ? implicitHeight : 0
        implicitHeight: Theme.control
        enabled: item.visible
        Accessible.name: item.words

        contentItem: PlainLabel {
            leftPadding: Theme.gapSmall
            rightPadding: Theme.gapSmall
            text: item.words
            elide: Text.ElideMiddle
            verticalAlignment: Text.AlignVCenter
        }
        background: Rectangle {
            radius: Theme.radius
            color: item.highlighted ? Theme.grid : "transparent"
        }
    }

    objectName: "chatMenu"
    padding: Theme.gapTiny
    visible: true
    focus: true
    background: Rectangle {
        implicitWidth: Theme.column * 2 / 3
        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.grid
    }

    Repeater {
        model: root.links
        delegate: ChatMenuItem {
            id: entry

            required property string modelData

            objectName: "chatOpenLink"
            words: qsTr("Open link to %1").arg(question.host)
            onTriggered: root.linkWanted(entry.modelData)

            LinkQuestion { id: question; link: entry.modelData }
        }
    }
    ChatMenuItem {
        objectName: "chatMention"
        visible: root.mention !== "" && !root.hidden
        words: qsTr("Mention %1").arg(root.mention.trim())
        onTriggered: root.mentionWanted(root.mention)
    }
    ChatMenuItem {
        objectName: "chatShowPerson"
        visible: root.people.isHere(root.address)
        text: qsTr("Show on the map")
        onTriggered: root.personChosen(root.address)
    }
    ChatMenuItem {
        objectName: "chatCard"
        visible: root.address !== ""
        text: qsTr("About this person")
        onTriggered: root.cardWanted(root.address)
    }
    ChatMenuItem {
        objectName: "chatCopyLine"
        text: qsTr("Copy message")
        onTriggered: root.chat.copyLine(root.row)
    }
    ChatMenuItem {
        objectName: "chatCopyAddress"
        visible: root.kind !== Chat.Note
        text: qsTr("Copy address")
        onTriggered: root.chat.copyAddress(root.row)
    }
    ChatMenuItem {
        objectName: "chatWriteAgain"
        visible: root.delivery === Chat.Unsent || root.delivery === Chat.Unsure
        text: qsTr("Edit and resend")
        onTriggered: root.writeAgain()
    }
    ChatMenuItem {
        objectName: "chatDetails"
        text: qsTr("Show details")
        onTriggered: root.detailsWanted(root.chat.details(root.row))
    }
    ChatMenuItem {
        objectName: "chatIgnore"
        visible: root.kind === Chat.Theirs
        text: root.hidden ? qsTr("Unblock") : qsTr("Block")
        onTriggered: root.chat.wantIgnored(root.row)
    }

    // The row may now refer to another line.
    Connections {
        target: root.chat.history
        function onFirstChanged(): void { root.close() }
        function onReplaced(): void { root.close() }
    }
}
