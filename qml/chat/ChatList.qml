// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The chat history. It scrolls to new lines only while it is at the end, so that what the user reads does not move.
ListView {
    id: root

    required property ChatModel chat
    //! The row of the search result, or -1.
    required property int found
    required property bool inRoom
    property bool atEnd: true
    readonly property int lineCount: root.chat.linesEver
    readonly property bool isBeingRead: root.Window.active && root.visible && root.atEnd

    signal linkWanted(string link)
    signal personChosen(address: string)
    signal menuWanted(int row, ChatLine line, point where)
    signal done()

    function goToEnd(): void {
        root.atEnd = true;
        root.positionViewAtEnd();
    }
    function goTo(row: int): void {
        root.atEnd = false;
        root.positionViewAtIndex(row, ListView.Center);
    }
    function openMenu(row: int, where: point): void {
        const line = root.itemAtIndex(row) as ChatLine;
        if (line)
            root.menuWanted(row, line, where);
    }
    // Uses mapToItem() instead of currentItem.x and .y: the code that Qt 6.4.2 compiles for those two reads crashes.
    function openMenuHere(): void {
        if (root.currentIndex >= 0)
            root.openMenu(root.currentIndex, root.currentItem.mapToItem(root.contentItem, Theme.gapHuge, Theme.gapLarge));
    }

    objectName: "chatList"
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    currentIndex: -1
    highlightMoveDuration: 0
    model: root.chat
    delegate: ChatLine {
        width: ListView.view.width
        marked: index === root.found || (root.activeFocus && index === root.currentIndex)
        onLinkWanted: (link) => root.linkWanted(link)
        onAuthorChosen: root.personChosen(root.chat.addressAt(index))
    }
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Chat")

    onFoundChanged: if (root.found >= 0) root.goTo(root.found)
    onMovementStarted: root.atEnd = false
    onMovementEnded: root.atEnd = root.atYEnd
    onIsBeingReadChanged: root.chat.beingRead = root.isBeingRead
    onLineCountChanged: scrollTimer.restart()
    onContentHeightChanged: scrollTimer.restart()
    onHeightChanged: scrollTimer.restart()
    onActiveFocusChanged: root.currentIndex = !root.activeFocus ? -1 : root.atEnd ? root.count - 1 : root.indexAt(0, root.contentY + root.height / 2)
    onCurrentIndexChanged: if (root.activeFocus) root.atEnd = root.currentIndex === root.count - 1
    Keys.onEscapePressed: root.done()
    Keys.onMenuPressed: root.openMenuHere()
    Keys.onPressed: (event) => {
        if (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier)
            root.openMenuHere();
        else if (event.matches(StandardKey.Copy))
            root.chat.copyLine(root.currentIndex);
        else if (event.key === Qt.Key_End)
            root.currentIndex = root.count - 1;
    }
    ScrollBar.vertical: ScrollBar {
        minimumSize: 0.06
        onPressedChanged: root.atEnd = !pressed && root.atYEnd
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: (eventPoint) => root.openMenu(root.indexAt(eventPoint.position.x, eventPoint.position.y), eventPoint.position)
    }

    // Runs after the lines have their final heights.
    Timer {
        id: scrollTimer

        interval: 0
        onTriggered: if (root.atEnd) root.positionViewAtEnd()
    }

    PlainLabel {
        objectName: "chatEmpty"
        parent: root
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gapHuge
        visible: root.count === 0
        text: root.inRoom ? qsTr("No messages yet. Say hello!") : qsTr("Messages appear here.")
        color: Theme.quiet
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    QuietButton {
        objectName: "chatToEnd"
        parent: root
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.gap }
        visible: !root.atEnd && root.count > 0
        prominent: root.chat.unread > 0
        focusPolicy: Qt.NoFocus
        text: root.chat.unread > 0 ? qsTr("%n new", "", root.chat.unread) : ""
        iconName: root.chat.unread > 0 ? "" : "chevron-down"
        purpose: qsTr("Jump to latest")
        onClicked: root.goToEnd()
    }
}
