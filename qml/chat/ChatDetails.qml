// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Islet.Ui

//! The details of one chat line, such as its sender and time.
QuietPopup {
    id: root

    required property string details

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Theme.card + 2 * Theme.gapLarge
    modal: true
    visible: true

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
