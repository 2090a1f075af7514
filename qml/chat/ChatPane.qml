// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The chat: search, history and input.
Rectangle {
    id: root

    required property ChatModel chat
    required property People people
    required property NameCompletion completion
    required property bool inRoom
    //! The connection is lost. Messages are queued until it is back.
    required property bool reconnecting

    signal personChosen(address: string)
    signal done()

    function write(): void { field.write() }
    function send(): void { if (root.chat.send(root.chat.draft.text)) field.clear() }
    function search(): void {
        if (searchLoader.item)
            (searchLoader.item as ChatSearchBar).begin();
        else
            searchLoader.setSource("ChatSearchBar.qml", { search: chatSearch });
    }
    function endSearch(): void { searchLoader.source = ""; root.write() }

    color: Theme.raised

    ChatSearch { id: chatSearch; chat: root.chat }

    ColumnLayout {
        anchors.fill: parent
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gapSmall

        RowLayout {
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.topMargin: Theme.gapSmall
            spacing: Theme.gapSmall

            PlainLabel {
                text: qsTr("Chat")
                font.bold: true
            }
            Item { Layout.fillWidth: true }
            QuietButton {
                objectName: "chatSearchButton"
                implicitHeight: Theme.disc
                visible: !searchLoader.visible
                text: qsTr("Search")
                purpose: qsTr("Search the chat (Ctrl+F)")
                onClicked: root.search()
            }
        }

        Loader {
            id: searchLoader

            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            visible: item !== null

            Connections {
                target: searchLoader.item
                function onDone(): void { root.endSearch() }
            }
        }

        ChatList {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            chat: root.chat
            found: chatSearch.row
            inRoom: root.inRoom
            onDone: root.write()
            onLinkWanted: (link) => popups.ask(link)
            onPersonChosen: (address) => root.personChosen(address)
            onMenuWanted: (row, line, where) => popups.openMenu(row, line, list.contentItem.mapToItem(popups, where))

            ChatNames {
                parent: list
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.gap }
                visible: root.completion.names.length > 1
                completion: root.completion
            }
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
        PlainLabel {
            objectName: "chatWarning"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            visible: text !== ""
            text: root.chat.draft.warning
            color: Theme.warn
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
        }

        RowLayout {
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            spacing: Theme.gapSmall

            ChatFieldBox {
                id: field

                Layout.fillWidth: true
                draft: root.chat.draft
                completion: root.completion
                placeholder: root.inRoom ? qsTr("Message everyone")
                    : root.reconnecting ? qsTr("Message (sent when reconnected)") : qsTr("Join a room to chat")
                onAccepted: root.send()
                onDone: root.done()
            }
            QuietButton {
                Layout.alignment: Qt.AlignBottom
                iconName: "send"
                purpose: qsTr("Send")
                enabled: (root.inRoom || root.reconnecting) && root.chat.draft.text !== ""
                onClicked: root.send()
            }
        }
    }

    // Created on demand: the menu of a line, its details, or the question about a link.
    ChatPopups {
        id: popups

        chat: root.chat
        people: root.people
        onWriteAgain: (content) => { field.put(content); root.write() }
        onMentionWanted: (content) => { field.add(content); root.write() }
        onPersonChosen: (address) => root.personChosen(address)
    }
}
