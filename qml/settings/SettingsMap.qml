// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Map settings: the images of the ground.
ColumnLayout {
    id: root

    required property MapTiles tiles

    spacing: Theme.gapSmall

    PlainLabel { text: qsTr("Ground"); font.bold: true }
    LabelledCheckBox {
        objectName: "tilesTick"
        text: qsTr("Show images of the ground under the grid")
        checked: root.tiles.source !== ""
        onToggled: root.tiles.source = checked ? root.tiles.usualSource : ""
    }
    PlainLabel {
        Layout.fillWidth: true
        text: qsTr("The atlas server learns which part of the map you view. While this is off, nothing is requested.")
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
    PlainLabel {
        Layout.fillWidth: true
        visible: Theme.contrast
        text: qsTr("Not shown with high contrast.")
        color: Theme.quiet
        wrapMode: Text.Wrap
    }

    PlainLabel { Layout.topMargin: Theme.gap; text: qsTr("Atlas server"); font.bold: true }
    RowLayout {
        TextInputField {
            objectName: "tilesSource"
            Layout.fillWidth: true
            purpose: qsTr("Atlas server address (empty for none)")
            text: root.tiles.source
            onEditingFinished: root.tiles.source = text
        }
        QuietButton {
            objectName: "usualTiles"
            focusPolicy: Qt.StrongFocus // so that the field beside it finishes editing first
            text: qsTr("Reset to default")
            purpose: qsTr("Use Decentraland's atlas server")
            onClicked: root.tiles.source = root.tiles.usualSource
        }
    }
    PlainLabel {
        objectName: "tilesState"
        Layout.fillWidth: true
        text: root.tiles.state
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
    QuietButton {
        objectName: "deleteTiles"
        text: qsTr("Delete saved images")
        purpose: qsTr("Delete the images of the ground saved on this computer")
        enabled: root.tiles.keepsSome
        onClicked: root.tiles.deleteKept()
    }
}
