// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! All commands of the window and their keys. The shortcuts, their sheet and the palette are generated from this list.
CommandList {
    id: root

    required property RoomConnection entry
    required property VoiceController voice
    required property WindowState memory
    required property MapPane map
    required property ConnectBar bar
    required property SideColumn column

    signal settingsWanted(section: int)
    signal paletteWanted()
    signal shortcutsWanted()
    signal closeWanted()
    signal fullScreenWanted()

    onPersonChosen: address => root.column.choose(address)
    more: PaletteCommands {
        emotes: root.column.people.emotes
        inRoom: root.entry.state === RoomConnection.Connected
        onSettingsWanted: section => root.settingsWanted(section)
    }

    Command {
        section: qsTr("Going")
        text: qsTr("Write where to go")
        also: qsTr("address enter place url")
        keys: ["Ctrl+L"]
        onTriggered: root.bar.editAddress()
    }
    Command {
        section: qsTr("Going")
        text: qsTr("Places and realms")
        also: qsTr("worlds rooms history")
        keys: ["Ctrl+O"]
        onTriggered: root.bar.showPlaces()
    }
    Command {
        section: qsTr("Going")
        text: qsTr("Enter the embedded room")
        also: qsTr("residents demo local offline")
        onTriggered: root.entry.enterEmbedded()
    }
    Command {
        section: qsTr("Going")
        text: qsTr("Try again, now")
        also: qsTr("reconnect retry")
        keys: ["Ctrl+R"]
        enabled: root.entry.place !== "" && root.entry.state !== RoomConnection.Connected
        onTriggered: root.entry.tryAgain()
    }
    Command {
        section: qsTr("Going")
        text: qsTr("Leave the room")
        also: qsTr("exit disconnect go away")
        keys: ["Ctrl+Shift+L"]
        enabled: root.entry.state !== RoomConnection.Disconnected
        onTriggered: root.entry.leave()
    }
    Command {
        section: qsTr("Going")
        text: qsTr("How getting in went, step by step")
        also: qsTr("handshake connection log")
        keys: ["Ctrl+H"]
        onTriggered: root.bar.showHandshake()
    }

    MapCommands { map: root.map }

    Command {
        section: qsTr("Voice")
        text: qsTr("Hold to talk; two short taps keep it on")
        toldKeys: root.voice.settings.keyNames
    }
    Command {
        section: qsTr("Voice")
        text: qsTr("Mute my microphone, or not")
        also: qsTr("unmute mic silence")
        keys: ["Ctrl+M"]
        onTriggered: root.voice.muted = !root.voice.muted
    }
    Command {
        section: qsTr("Voice")
        text: qsTr("Hear nobody, or everybody")
        also: qsTr("deafen sound silence")
        keys: ["Ctrl+D"]
        onTriggered: root.voice.deafened = !root.voice.deafened
    }

    Command {
        section: qsTr("Chat and people")
        text: qsTr("Write to everybody")
        keys: ["Ctrl+Return", "Ctrl+2"]
        onTriggered: root.column.write()
    }
    Command {
        section: qsTr("Chat and people")
        text: qsTr("Find what was said")
        also: qsTr("search chat history")
        keys: ["Ctrl+F"]
        onTriggered: root.column.search()
    }
    Command {
        section: qsTr("Chat and people")
        text: qsTr("Find somebody")
        also: qsTr("search people list")
        keys: ["Ctrl+P", "Ctrl+3"]
        onTriggered: root.column.find()
    }
    Command {
        section: qsTr("Chat and people")
        text: qsTr("Wave, dance, clap")
        also: qsTr("emotes gestures")
        keys: ["Ctrl+E"]
        enabled: root.entry.state === RoomConnection.Connected
        onTriggered: root.column.showEmotes()
    }
    Command {
        section: qsTr("Chat and people")
        text: qsTr("Mute somebody, or not")
        toldKeys: qsTr("Ctrl+Shift+M in the list")
    }
    Command {
        section: qsTr("Chat and people")
        text: qsTr("Ignore somebody, or not")
        toldKeys: qsTr("Ctrl+Shift+I in the list")
    }

    Command {
        section: qsTr("Window")
        text: qsTr("Do anything by its name")
        keys: ["Ctrl+K"]
        onTriggered: root.paletteWanted()
    }
    Command {
        section: qsTr("Window")
        text: qsTr("Shortcuts")
        also: qsTr("keys keyboard help")
        keys: ["F1"]
        onTriggered: root.shortcutsWanted()
    }
    Command {
        section: qsTr("Window")
        text: qsTr("Settings")
        also: qsTr("preferences options")
        keys: ["Ctrl+,"]
        onTriggered: root.settingsWanted(0)
    }
    Command {
        section: qsTr("Window")
        text: qsTr("Show or hide people and chat")
        also: qsTr("column sidebar fold")
        keys: ["F9"]
        onTriggered: root.memory.columnShown = !root.memory.columnShown
    }
    Command {
        section: qsTr("Window")
        text: qsTr("Full screen, or not")
        keys: ["F11"]
        onTriggered: root.fullScreenWanted()
    }
    Command {
        section: qsTr("Window")
        text: qsTr("Quit")
        also: qsTr("exit close end")
        keys: ["Ctrl+Q"]
        onTriggered: root.closeWanted()
    }
}
