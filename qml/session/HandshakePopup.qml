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

    //! One step of the handshake.
    component HandshakeRow: Item {
        id: step

        required property string time
        required property string name
        required property string detail
        required property bool isEnd

        implicitHeight: row.implicitHeight + Theme.gapTiny
        Accessible.role: Accessible.ListItem
        Accessible.name: step.time + " " + step.name + ": " + step.detail

        RowLayout {
            id: row

            width: parent.width
            spacing: Theme.gapSmall

            PlainLabel {
                Layout.preferredWidth: Math.max(Theme.bar + Theme.gap, implicitWidth)
                Layout.alignment: Qt.AlignTop
                horizontalAlignment: Text.AlignRight
                text: step.time
                color: Theme.quiet
            }
            PlainLabel {
                Layout.preferredWidth: Math.max(2 * Theme.bar + 2 * Theme.gapHuge, implicitWidth)
                Layout.alignment: Qt.AlignTop
                text: step.name
                font.bold: true
                color: step.isEnd ? Theme.warn : Theme.ink
            }
            PlainLabel {
                objectName: "stepDetail"
                Layout.fillWidth: true
                text: step.detail
                wrapMode: Text.Wrap
                maximumLineCount: 6
                elide: Text.ElideRight
            }
        }
    }

    objectName: "handshakePopup"
    width: 2 * Theme.column
    height: Math.min(Theme.card, root.contentItem.implicitHeight + 2 * Theme.gapLarge, Theme.popupMaximumHeight)
    visible: true

    contentItem: ColumnLayout {
        spacing: Theme.gapSmall

        PlainLabel {
            text: qsTr("Connection details")
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
            Accessible.name: qsTr("Connection details")
        }
    }
}
