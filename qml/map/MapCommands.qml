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
        toldKeys: qsTr("W, A, S, D or arrows; run with Shift")
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Give the keyboard to the map")
        keys: ["Ctrl+1"]
        onTriggered: root.map.takeKeyboard()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Zoom in")
        also: qsTr("nearer larger")
        keys: ["+", "=", "Ctrl++"]
        onTriggered: root.map.zoomIn()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Zoom out")
        also: qsTr("farther smaller")
        keys: ["-", "Ctrl+-"]
        onTriggered: root.map.zoomOut()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("See everybody")
        also: qsTr("fit whole map overview")
        keys: ["F"]
        onTriggered: root.map.fitEveryone()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Keep me in the middle, or not")
        also: qsTr("follow centre center where am I")
        keys: ["M"]
        onTriggered: root.map.toggleFollow()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Look at a parcel")
        also: qsTr("coordinates go to jump")
        keys: ["G"]
        onTriggered: root.map.askParcel()
    }
    Command {
        section: qsTr("Map")
        text: qsTr("Copy where I stand")
        also: qsTr("position coordinates clipboard")
        keys: ["Ctrl+Shift+C"]
        onTriggered: root.map.copyPosition()
    }
}
