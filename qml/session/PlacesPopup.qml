// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The embedded room, recent rooms and realms.
QuietPopup {
    id: root

    required property RoomConnection connection
    required property RealmList realms
    //! A room was chosen.
    property bool chosen: false

    function go(address: string): void { root.chosen = true; root.close(); root.connection.enter(address) }

    width: root.parent.width
    padding: Theme.gapSmall
    rightPadding: 0
    visible: true

    contentItem: ScrollColumn {
        spacing: Theme.gapTiny
        inset: Theme.gapSmall

        QuietButton {
            objectName: "embeddedPlace"
            Layout.fillWidth: true
            text: qsTr("Demo room")
            purpose: qsTr("Try the demo room, with simulated people")
            onClicked: { root.chosen = true; root.close(); root.connection.enterEmbedded() }
        }

        Repeater {
            model: root.connection.places

            delegate: PlaceRow {
                Layout.fillWidth: true
                onClicked: root.go(modelData)
            }
        }

        QuietButton {
            objectName: "lookForRealms"
            Layout.fillWidth: true
            text: qsTr("Show realms")
            purpose: qsTr("Show realms and how many people are in each")
            onClicked: root.realms.fetch()
        }
        PlainLabel {
            objectName: "realmsState"
            Layout.fillWidth: true
            visible: text !== ""
            leftPadding: Theme.gapSmall
            text: root.realms.state
            color: Theme.quiet
            wrapMode: Text.Wrap
        }
        ListView {
            visible: count > 0
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, Theme.card)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.realms
            delegate: RealmRow {
                width: ListView.view.width
                onClicked: root.go(address)
            }
        }

        LabelledCheckBox {
            objectName: "plainTick"
            Layout.leftMargin: Theme.gapSmall
            text: qsTr("Allow unencrypted connections (ws://, http://)")
            checked: root.connection.plainAllowed
            onToggled: root.connection.plainAllowed = checked
        }
    }
}
