// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Islet.Ui

//! What is known of one line beside its text.
Popup {
    id: root

    required property string details

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Theme.card + 2 * Theme.gapLarge
    padding: Theme.gapLarge
    modal: true
    focus: true
    visible: true
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.grid
    }

    contentItem: ColumnLayout {
        spacing: Theme.gap

        PlainLabel {
            objectName: "chatDetailsText"
            Layout.fillWidth: true
            text: root.details
            wrapMode: Text.Wrap
            maximumLineCount: 20
            elide: Text.ElideRight
        }
        QuietButton {
            Layout.alignment: Qt.AlignRight
            focus: true
            text: qsTr("Close")
            purpose: qsTr("Close")
            onClicked: root.close()
        }
    }
}
