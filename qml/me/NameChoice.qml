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
            purpose: qsTr("The name that others see beside my address")
            placeholderText: qsTr("no name")
            maximumLength: 64
            text: root.profile.name
            onEditingFinished: root.profile.setName(name.text)
        }
        QuietButton {
            objectName: "setNameButton"
            text: qsTr("Set")
            purpose: qsTr("Tell it to everybody in the room")
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
