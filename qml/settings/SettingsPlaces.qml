// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Settings for realms, recent rooms and encryption.
ColumnLayout {
    id: root

    required property RoomConnection entry
    required property RealmList realms

    spacing: Theme.gapSmall

    PlainLabel { text: qsTr("The list of realms comes from"); font.bold: true }
    RowLayout {
        TextInputField {
            id: source

            objectName: "realmSource"
            Layout.fillWidth: true
            purpose: qsTr("Address of a list of realms")
            text: root.realms.source
            onEditingFinished: root.realms.source = text
        }
        QuietButton {
            focusPolicy: Qt.StrongFocus // so that the field beside it finishes editing first
            text: qsTr("Usual")
            purpose: qsTr("The list that Decentraland keeps")
            onClicked: root.realms.source = ""
        }
    }

    PlainLabel { Layout.topMargin: Theme.gap; text: qsTr("Where I have been"); font.bold: true }
    PlainLabel {
        Layout.fillWidth: true
        text: qsTr("%n place(s) are kept, the latest first.", "", root.entry.places.length)
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
    QuietButton {
        objectName: "forgetPlaces"
        text: qsTr("Forget them")
        purpose: qsTr("Forget where I have been")
        enabled: root.entry.places.length > 0
        onClicked: root.entry.forgetPlaces()
    }

    PlainLabel { Layout.topMargin: Theme.gap; text: qsTr("Encryption"); font.bold: true }
    LabelledCheckBox {
        objectName: "settingsPlainTick"
        text: qsTr("Allow unencrypted connections (ws://, http://)")
        checked: root.entry.plainAllowed
        onToggled: root.entry.plainAllowed = checked
    }
    PlainLabel {
        Layout.fillWidth: true
        text: qsTr("Everybody on the way can then read and change what is said. On this machine they are always allowed.")
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
}
