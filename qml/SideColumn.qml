// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! People above chat; in a narrow window one of them.
ColumnLayout {
    id: root

    required property bool narrow
    required property WindowMemory memory
    required property RoomEntry entry
    required property People everybody
    required property ChatModel chat
    required property NameCompletion completion
    property alias selected: people.selected
    //! No binding of the above: the list selects those too who stand nowhere on the map.
    property string chosenOnMap

    signal personChosen(address: string)
    signal done()

    //! Brings a pane up, wherever it was put away.
    function show(tab: int): void { root.memory.columnShown = true; tabs.currentIndex = tab }
    function write(): void { root.show(1); talk.write() }
    function search(): void { root.show(1); talk.search() }
    function find(): void { root.show(0); people.find() }
    //! Dragged open they are shown, dragged shut they are folded; a mere click does neither.
    function keepPeople(): void {
        root.memory.peopleShown = people.height > 2 * Theme.bar;
        if (root.memory.peopleShown)
            root.memory.peopleHeight = people.height;
    }
    function showEmotes(): void { root.show(0); people.showEmotes() }
    //! What is hidden cannot be written into.
    function leaveHidden(): void { if (root.Window.activeFocusItem?.visible === false) root.done() }

    spacing: 0
    onChosenOnMapChanged: root.selected = root.chosenOnMap

    SideTabs {
        id: tabs

        Layout.fillWidth: true
        visible: root.narrow
    }

    SplitView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        orientation: Qt.Vertical
        onResizingChanged: if (!resizing) root.keepPeople()
        handle: PaneEdge {
            objectName: "peopleEdge"
            onCollapseWanted: root.memory.peopleShown = !root.memory.peopleShown
        }

        PeoplePane {
            id: people

            SplitView.preferredHeight: !root.memory.peopleShown && !root.narrow ? Theme.bar
                : root.memory.peopleHeight > 0 ? root.memory.peopleHeight : Theme.column
            SplitView.minimumHeight: Theme.bar
            SplitView.fillHeight: !talk.visible
            visible: !root.narrow || tabs.currentIndex === 0
            onVisibleChanged: root.leaveHidden()
            people: root.everybody
            inRoom: root.entry.state === RoomEntry.In
            onPersonChosen: address => root.personChosen(address)
            onDone: root.done()
        }
        ChatPane {
            id: talk

            SplitView.fillHeight: true
            SplitView.minimumHeight: 2 * Theme.bar
            visible: !root.narrow || tabs.currentIndex === 1
            onVisibleChanged: root.leaveHidden()
            chat: root.chat
            completion: root.completion
            inRoom: root.entry.state === RoomEntry.In
            returning: root.entry.returning
            onDone: root.done()
        }
    }
}
