// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The commands of the map.
CommandList {
    id: root

    required property MapPane map

    Command {
        section: qsTr("Map")
        text: qsTr("Walk")
        toldKeys: qsTr("W, A, S, D or arrow keys; Shift to run")
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Focus the map")
        keys: ["Ctrl+1"]
        onTriggered: root.map.takeKeyboard()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Zoom in")
        also: qsTr("closer nearer bigger larger enlarge magnify")
        keys: ["+", "=", "Ctrl++"]
        onTriggered: root.map.zoomIn()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Zoom out")
        also: qsTr("farther smaller reduce shrink")
        keys: ["-", "Ctrl+-"]
        onTriggered: root.map.zoomOut()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Show everyone")
        also: qsTr("see fit whole map overview zoom all")
        keys: ["F"]
        onTriggered: root.map.fitEveryone()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Follow me on/off")
        also: qsTr("keep centre center middle locate lock where am I")
        keys: ["M"]
        onTriggered: root.map.toggleFollow()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Show parcel...")
        also: qsTr("look at coordinates go to jump find")
        keys: ["G"]
        onTriggered: root.map.askParcel()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Copy my position")
        also: qsTr("location coordinates clipboard where I stand")
        keys: ["Ctrl+Shift+C"]
        onTriggered: root.map.copyPosition()
    }
}
