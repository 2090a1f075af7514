// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Chooses my identity, and creates, imports and exports identities.
ColumnLayout {
    id: root

    required property MyIdentities identities

    spacing: Theme.gapSmall

    PlainLabel { text: qsTr("My identity"); font.bold: true }
    Choice {
        objectName: "identityChoice"
        Layout.fillWidth: true
        purpose: qsTr("My identity; switching leaves the room")
        model: root.identities.names
        currentIndex: root.identities.current
        onActivated: index => root.identities.choose(index)
    }
    PlainLabel {
        objectName: "myAddress"
        Layout.fillWidth: true
        text: root.identities.address
        font.pixelSize: Theme.small
        wrapMode: Text.WrapAnywhere
    }
    PlainLabel {
        objectName: "keptText"
        Layout.fillWidth: true
        text: root.identities.keptText
        color: Theme.quiet
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
    }
    RowLayout {
        QuietButton {
            objectName: "exportIdentity"
            text: qsTr("Export...")
            purpose: qsTr("Export a backup of this identity. Anyone with the file can impersonate you.")
            enabled: root.identities.current >= 0
            onClicked: dialog.setSource("IdentityDialog.qml", { identities: root.identities, isExport: true, name: "" })
        }
    }

    PlainLabel { text: qsTr("Add an identity"); font.bold: true }
    TextInputField {
        id: name

        objectName: "identityName"
        Layout.fillWidth: true
        purpose: qsTr("Private label for the new identity")
        placeholderText: qsTr("Private label, e.g. Work")
        maximumLength: 32
    }
    RowLayout {
        QuietButton {
            objectName: "createIdentity"
            text: qsTr("Create")
            purpose: qsTr("Create an identity with a new key")
            enabled: name.text.trim() !== ""
            onClicked: root.identities.create(name.text)
        }
        QuietButton {
            objectName: "importIdentity"
            text: qsTr("Import...")
            purpose: qsTr("Import a private key or an auth chain from a file")
            enabled: name.text.trim() !== ""
            onClicked: dialog.setSource("IdentityDialog.qml", { identities: root.identities, isExport: false, name: name.text })
        }
    }
    PlainLabel {
        objectName: "identityProblem"
        Layout.fillWidth: true
        visible: text !== ""
        text: root.identities.problem
        color: Theme.danger
        wrapMode: Text.Wrap
    }

    Loader { id: dialog }
}
