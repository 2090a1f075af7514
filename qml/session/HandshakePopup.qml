// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The steps of the last handshake, with their times.
QuietPopup {
    id: root

    required property HandshakeLog handshake

    objectName: "handshakePopup"
    width: 2 * Theme.column
    height: Math.min(Theme.card, root.contentItem.implicitHeight + 2 * Theme.gapLarge, Theme.popupMaximumHeight)
    visible: true

    contentItem: ColumnLayout {
        spacing: Theme.gapSmall

        PlainLabel {
            text: qsTr("How getting in went")
            font.bold: true
        }
        PlainLabel {
            objectName: "handshakeEmpty"
            Layout.fillWidth: true
            visible: text !== ""
            text: root.handshake.emptyText
            color: Theme.quiet
            wrapMode: Text.Wrap
        }
        ListView {
            objectName: "handshakeList"
            focus: true
            activeFocusOnTab: true
            Layout.fillWidth: true
            Layout.preferredHeight: contentHeight
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.handshake
            delegate: HandshakeRow { width: ListView.view.width }
            ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("How getting in went")
        }
    }
}
