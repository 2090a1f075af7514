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

    PlainLabel { text: qsTr("The ground"); font.bold: true }
    LabelledCheckBox {
        objectName: "tilesTick"
        text: qsTr("Show pictures of the ground under the grid")
        checked: root.tiles.source !== ""
        onToggled: root.tiles.source = checked ? root.tiles.usualSource : ""
    }
    PlainLabel {
        Layout.fillWidth: true
        text: qsTr("An atlas server draws them. It learns which part of the map you look at, so nobody is asked unless you say so.")
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
    PlainLabel {
        Layout.fillWidth: true
        visible: Theme.contrast
        text: qsTr("With high contrast there are none.")
        color: Theme.quiet
        wrapMode: Text.Wrap
    }

    PlainLabel { Layout.topMargin: Theme.gap; text: qsTr("They come from"); font.bold: true }
    RowLayout {
        TextInputField {
            objectName: "tilesSource"
            Layout.fillWidth: true
            purpose: qsTr("Address of an atlas server; empty for none")
            text: root.tiles.source
            onEditingFinished: root.tiles.source = text
        }
        QuietButton {
            objectName: "usualTiles"
            focusPolicy: Qt.StrongFocus // so that the field beside it finishes editing first
            text: qsTr("Usual")
            purpose: qsTr("The atlas server that Decentraland keeps")
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
        text: qsTr("Delete kept pictures")
        purpose: qsTr("Delete the pictures of the ground that are kept on this machine")
        enabled: root.tiles.keepsSome
        onClicked: root.tiles.deleteKept()
    }
}
