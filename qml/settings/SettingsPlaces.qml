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

    required property RoomConnection connection
    required property RealmList realms

    spacing: Theme.gapSmall

    PlainLabel { text: qsTr("Realm list"); font.bold: true }
    RowLayout {
        TextInputField {
            id: source

            objectName: "realmSource"
            Layout.fillWidth: true
            purpose: qsTr("Realm list address")
            text: root.realms.source
            onEditingFinished: root.realms.source = text
        }
        QuietButton {
            focusPolicy: Qt.StrongFocus // so that the field beside it finishes editing first
            text: qsTr("Reset to default")
            purpose: qsTr("Use Decentraland's realm list")
            onClicked: root.realms.source = ""
        }
    }

    PlainLabel { Layout.topMargin: Theme.gap; text: qsTr("Recent places"); font.bold: true }
    PlainLabel {
        Layout.fillWidth: true
        text: qsTr("%n place(s) saved, most recent first.", "", root.connection.places.length)
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
    QuietButton {
        objectName: "forgetPlaces"
        text: qsTr("Clear")
        purpose: qsTr("Clear recent places")
        enabled: root.connection.places.length > 0
        onClicked: root.connection.forgetPlaces()
    }

    PlainLabel { Layout.topMargin: Theme.gap; text: qsTr("Encryption"); font.bold: true }
    LabelledCheckBox {
        objectName: "settingsPlainTick"
        text: qsTr("Allow unencrypted connections (ws://, http://)")
        checked: root.connection.plainAllowed
        onToggled: root.connection.plainAllowed = checked
    }
    PlainLabel {
        Layout.fillWidth: true
        text: qsTr("Anyone along the way could read or change the data. Servers on this computer are always allowed.")
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
}
