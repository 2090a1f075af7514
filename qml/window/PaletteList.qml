// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The content of the palette: the search field and the matching commands, rooms and people.
ColumnLayout {
    id: root

    required property CommandList commands
    property RoomConnection connection: null
    property People people: null

    //! An entry was chosen. It runs after the palette has closed.
    signal done()

    function run(row: int): void { root.done(); finder.run(row) }

    spacing: Theme.gapSmall

    CommandFinder {
        id: finder

        commands: root.commands
        connection: root.connection
        people: root.people
        wanted: field.text
        onModelReset: list.currentIndex = 0
    }

    TextInputField {
        id: field

        objectName: "paletteField"
        Layout.fillWidth: true
        focus: true
        purpose: qsTr("What do you want to do?")
        placeholderText: purpose
        onAccepted: if (list.count > 0) root.run(list.currentIndex)
        Keys.onDownPressed: list.incrementCurrentIndex()
        Keys.onUpPressed: list.decrementCurrentIndex()
    }
    ListView {
        id: list

        objectName: "paletteList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: Math.max(1, list.count) * Theme.control
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: finder
        delegate: PaletteRow {
            id: row

            required property int index

            width: ListView.view.width
            current: ListView.isCurrentItem
            TapHandler { onTapped: root.run(row.index) }
        }
        ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Commands, places and people")

        PlainLabel {
            anchors.centerIn: parent
            visible: list.count === 0
            text: qsTr("No matching commands")
            color: Theme.quiet
        }
    }
}
