// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! Who is here, the nearest first.
Rectangle {
    id: root

    required property NearestFirst people
    required property int count
    required property VoiceController voice

    function find(): void { wanted.forceActiveFocus(Qt.ShortcutFocusReason) }

    color: Theme.raised

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.gapSmall
        spacing: Theme.gapSmall

        RowLayout {
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            spacing: Theme.gapSmall

            PlainLabel {
                text: qsTr("People %1").arg(root.count)
                font.bold: true
            }

            TextInputField {
                id: wanted

                Layout.fillWidth: true
                purpose: qsTr("Find an address")
                placeholderText: qsTr("find")
                onTextChanged: root.people.wanted = wanted.text
            }
        }

        ListView {
            objectName: "peopleList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.people
            delegate: PersonRow {
                width: ListView.view.width
                voice: root.voice
            }
            ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("People")

            PlainLabel {
                anchors.centerIn: parent
                visible: root.count === 0
                text: qsTr("Nobody else is here.")
                color: Theme.quiet
            }
        }
    }
}
