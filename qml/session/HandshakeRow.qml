// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! One step of the handshake.
Item {
    id: root

    required property string time
    required property string name
    required property string detail
    required property bool isEnd

    implicitHeight: row.implicitHeight + Theme.gapTiny
    Accessible.role: Accessible.ListItem
    Accessible.name: root.time + " " + root.name + ": " + root.detail

    RowLayout {
        id: row

        width: parent.width
        spacing: Theme.gapSmall

        PlainLabel {
            Layout.preferredWidth: Math.max(Theme.bar + Theme.gap, implicitWidth)
            Layout.alignment: Qt.AlignTop
            horizontalAlignment: Text.AlignRight
            text: root.time
            color: Theme.quiet
        }
        PlainLabel {
            Layout.preferredWidth: Math.max(2 * Theme.bar + 2 * Theme.gapHuge, implicitWidth)
            Layout.alignment: Qt.AlignTop
            text: root.name
            font.bold: true
            color: root.isEnd ? Theme.warn : Theme.ink
        }
        PlainLabel {
            objectName: "stepDetail"
            Layout.fillWidth: true
            text: root.detail
            wrapMode: Text.Wrap
            maximumLineCount: 6
            elide: Text.ElideRight
        }
    }
}
