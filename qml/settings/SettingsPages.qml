// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The settings: the list of sections on the left, the current one on the right.
RowLayout {
    id: root

    required property RoomModels room
    required property AppModels app
    property int section: 0

    //! One section in the list of sections.
    component SectionRow: Rectangle {
        id: row

        required property string modelData
        required property int index
        property bool current: false
        property bool focused: false

        signal chosen(index: int)

        implicitHeight: Theme.control
        radius: Theme.radius
        color: row.current ? Theme.accent : "transparent"
        border.width: row.focused ? 2 * Theme.hairline : 0
        border.color: Theme.ink
        Accessible.role: Accessible.ListItem
        Accessible.name: row.modelData
        Accessible.onPressAction: row.chosen(row.index)

        PlainLabel {
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.gapSmall }
            text: row.modelData
            color: row.current ? Theme.accentInk : Theme.ink
            elide: Text.ElideRight
        }
        TapHandler { onTapped: row.chosen(row.index) }
    }

    spacing: Theme.gapHuge

    ListView {
        id: sections

        objectName: "settingsSections"
        Layout.fillHeight: true
        Layout.preferredWidth: Theme.column / 2
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: root.section
        keyNavigationEnabled: true
        onCurrentIndexChanged: flick.contentY = 0
        model: [qsTr("You"), qsTr("Appearance"), qsTr("Sound"), qsTr("Places"), qsTr("Chat"), qsTr("Map")]
        delegate: SectionRow {
            width: ListView.view.width
            current: ListView.isCurrentItem
            focused: ListView.view.activeFocus && ListView.isCurrentItem
            onChosen: index => sections.currentIndex = index
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Sections")
    }

    ScrollColumn {
        id: flick

        objectName: "settingsPage"
        Layout.fillWidth: true
        Layout.fillHeight: true
        implicitHeight: 0
        inset: Theme.gap

        SettingsYou {
            Layout.fillWidth: true
            visible: sections.currentIndex === 0
            profile: root.room.profile
            identities: root.app.identities
        }
        SettingsLook {
            Layout.fillWidth: true
            visible: sections.currentIndex === 1
            appearance: root.app.appearance
            language: root.app.language
        }
        SettingsSound {
            Layout.fillWidth: true
            visible: sections.currentIndex === 2
            voice: root.room.voice
            cues: root.room.cues
        }
        SettingsPlaces {
            Layout.fillWidth: true
            visible: sections.currentIndex === 3
            connection: root.room.connection
            realms: root.app.realms
        }
        SettingsChat {
            Layout.fillWidth: true
            visible: sections.currentIndex === 4
            history: root.room.chat.history
            notifications: root.app.notifications
        }
        SettingsMap {
            Layout.fillWidth: true
            visible: sections.currentIndex === 5
            tiles: root.app.tiles
        }
    }
}
