// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Edits the name that others see beside my address.
ColumnLayout {
    id: root

    required property MyProfile profile

    spacing: Theme.gapSmall

    PlainLabel { text: qsTr("My name"); font.bold: true }
    RowLayout {
        TextInputField {
            id: name

            objectName: "nameField"
            Layout.fillWidth: true
            purpose: qsTr("My name, shown to others next to my address")
            placeholderText: qsTr("No name")
            maximumLength: 64
            text: root.profile.name
            onEditingFinished: root.profile.setName(name.text)
        }
        QuietButton {
            objectName: "setNameButton"
            text: qsTr("Save")
            purpose: text
            enabled: name.text !== root.profile.name
            onClicked: root.profile.setName(name.text)
        }
    }
    PlainLabel {
        objectName: "nameProblem"
        Layout.fillWidth: true
        visible: text !== ""
        text: root.profile.problem
        color: Theme.danger
        wrapMode: Text.Wrap
    }
}
