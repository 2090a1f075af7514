// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! The links of one chat line. A click asks before opening.
Column {
    id: root

    required property list<string> links

    signal wanted(string link)

    Repeater {
        model: root.links

        delegate: AbstractButton {
            id: link

            required property string modelData

            objectName: "chatLink"
            width: Math.min(implicitWidth, root.width)
            height: Theme.metrics.lineSpacing + Theme.gapTiny
            focusPolicy: Qt.NoFocus
            hoverEnabled: true
            Accessible.name: qsTr("Link to %1").arg(link.modelData)
            Accessible.onPressAction: link.clicked()
            contentItem: PlainLabel {
                text: qsTr("Open %1").arg(link.modelData)
                color: Theme.accent
                elide: Text.ElideRight
                verticalAlignment: Text.AlignVCenter
                font { pixelSize: Theme.small; underline: link.hovered }
            }
            onClicked: root.wanted(link.modelData)
        }
    }
}
