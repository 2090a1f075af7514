// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The candidates of the name completion.
Rectangle {
    id: root

    required property NameCompletion completion

    implicitHeight: column.implicitHeight + 2 * Theme.gapTiny
    radius: Theme.radius
    color: Theme.raised
    border.color: Theme.grid
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Mention suggestions")

    Column {
        id: column

        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.gapTiny }

        Repeater {
            model: root.completion.names

            delegate: Rectangle {
                id: row

                required property string modelData
                required property int index

                width: column.width
                implicitHeight: name.implicitHeight + Theme.gapTiny
                radius: Theme.radius
                color: row.index === root.completion.current ? Theme.grid : "transparent"

                PlainLabel {
                    id: name

                    objectName: "chatName"
                    anchors { left: parent.left; right: parent.right; margins: Theme.gapSmall; verticalCenter: parent.verticalCenter }
                    text: row.modelData
                    elide: Text.ElideRight
                }
            }
        }
    }
}
