// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! Asks whether to open a link: shows its host, the full address and a warning if it looks suspicious.
FocusScope {
    id: root

    required property string link

    signal done()

    implicitHeight: column.implicitHeight
    Component.onCompleted: cancel.forceActiveFocus(Qt.PopupFocusReason)

    LinkQuestion { id: question; link: root.link }

    ColumnLayout {
        id: column

        width: root.width
        spacing: Theme.gap

        PlainLabel {
            Layout.fillWidth: true
            text: qsTr("Open this link in your browser?")
            font { bold: true; pixelSize: Theme.large }
        }
        PlainLabel {
            objectName: "chatLinkHost"
            Layout.fillWidth: true
            text: qsTr("This link goes to %1").arg(question.host)
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
        }
        Flickable {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(address.implicitHeight, Theme.column / 2)
            contentHeight: address.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}

            PlainLabel {
                id: address

                objectName: "chatLinkAddress"
                width: parent.width
                text: question.address
                wrapMode: Text.WrapAnywhere
                color: Theme.quiet
            }
        }
        PlainLabel {
            objectName: "chatLinkWarning"
            Layout.fillWidth: true
            visible: text !== ""
            text: question.warning
            color: Theme.warn
            wrapMode: Text.Wrap
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.gapSmall

            QuietButton {
                objectName: "chatLinkCopy"
                text: qsTr("Copy")
                purpose: qsTr("Copy the link")
                onClicked: { question.copy(); root.done() }
            }
            QuietButton {
                objectName: "chatLinkOpen"
                text: qsTr("Open")
                purpose: qsTr("Open the link in your browser")
                onClicked: { question.open(); root.done() }
            }
            QuietButton {
                id: cancel

                objectName: "chatLinkCancel"
                prominent: true
                text: qsTr("Cancel")
                purpose: qsTr("Cancel")
                onClicked: root.done()
            }
        }
    }
}
