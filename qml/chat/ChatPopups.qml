// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! Loads the popups of the chat, one at a time.
LazyPopup {
    id: root

    required property ChatModel chat
    required property People people
    property string lineText

    signal writeAgain(string content)
    signal mentionWanted(string content)
    signal personChosen(string address)

    function ask(link: string): void { root.show("ChatLinkDialog.qml", { link: link }) }
    function openMenu(row: int, line: ChatLine, where: point): void {
        root.lineText = line.line;
        root.show("ChatMenu.qml", { chat: root.chat, people: root.people, row: row, kind: line.kind, delivery: line.delivery,
                                    hidden: line.hidden, links: line.links, x: where.x, y: where.y });
    }

    Connections {
        target: root.item
        ignoreUnknownSignals: true
        function onDetailsWanted(details: string): void { root.show("ChatDetails.qml", { details: details }) }
        function onLinkWanted(link: string): void { root.ask(link) }
        function onWriteAgain(): void { root.writeAgain(root.lineText) }
        function onMentionWanted(mention: string): void { root.mentionWanted(mention) }
        function onPersonChosen(address: string): void { root.personChosen(address) }
        function onCardWanted(address: string): void { root.show("PersonPopup.qml", { people: root.people, address: address }) }
    }
}
