// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! All commands of the window and their keys. The shortcuts, their sheet and the palette are generated from this list.
CommandList {
    id: root

    required property RoomConnection connection
    required property VoiceController voice
    required property WindowState windowState
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
        inRoom: root.connection.state === RoomConnection.Connected
        onSettingsWanted: section => root.settingsWanted(section)
    }

    Command {
        section: qsTr("Navigation")
        text: qsTr("Go to address...")
        also: qsTr("enter join room place url link connect")
        keys: ["Ctrl+L"]
        onTriggered: root.bar.editAddress()
    }
    Command {
        section: qsTr("Navigation")
        text: qsTr("Places and realms")
        also: qsTr("worlds rooms servers recent history")
        keys: ["Ctrl+O"]
        onTriggered: root.bar.showPlaces()
    }
    Command {
        section: qsTr("Navigation")
        text: qsTr("Try the demo room")
        also: qsTr("enter join embedded residents simulated local offline")
        onTriggered: root.connection.enterEmbedded()
    }
    Command {
        section: qsTr("Navigation")
        text: qsTr("Try again now")
        also: qsTr("reconnect rejoin retry connect")
        keys: ["Ctrl+R"]
        enabled: root.connection.place !== "" && root.connection.state !== RoomConnection.Connected
        onTriggered: root.connection.tryAgain()
    }
    Command {
        section: qsTr("Navigation")
        text: qsTr("Leave the room")
        also: qsTr("exit disconnect go away")
        keys: ["Ctrl+Shift+L"]
        enabled: root.connection.state !== RoomConnection.Disconnected
        onTriggered: root.connection.leave()
    }
    Command {
        section: qsTr("Navigation")
        text: qsTr("Connection details")
        also: qsTr("handshake steps log diagnostics")
        keys: ["Ctrl+H"]
        onTriggered: root.bar.showHandshake()
    }

    MapCommands { map: root.map }

    Command {
        section: qsTr("Voice")
        text: qsTr("Hold to talk; double-tap to keep it on")
        toldKeys: root.voice.settings.keyNames
    }
    Command {
        section: qsTr("Voice")
        text: qsTr("Mute/unmute microphone")
        also: qsTr("mic silence my voice")
        keys: ["Ctrl+M"]
        onTriggered: root.voice.muted = !root.voice.muted
    }
    Command {
        section: qsTr("Voice")
        text: qsTr("Deafen/undeafen")
        also: qsTr("hear nobody no one everyone mute all sound volume silence")
        keys: ["Ctrl+D"]
        onTriggered: root.voice.deafened = !root.voice.deafened
    }

    Command {
        section: qsTr("Chat and people")
        text: qsTr("Message everyone")
        also: qsTr("write send say chat")
        keys: ["Ctrl+Return", "Ctrl+2"]
        onTriggered: root.column.write()
    }
    Command {
        section: qsTr("Chat and people")
        text: qsTr("Search chat")
        also: qsTr("find messages history")
        keys: ["Ctrl+F"]
        onTriggered: root.column.search()
    }
    Command {
        section: qsTr("Chat and people")
        text: qsTr("Search people")
        also: qsTr("find someone person name list")
        keys: ["Ctrl+P", "Ctrl+3"]
        onTriggered: root.column.find()
    }
    Command {
        section: qsTr("Chat and people")
        text: qsTr("Play an emote")
        also: qsTr("emotes gestures reactions wave dance clap")
        keys: ["Ctrl+E"]
        enabled: root.connection.state === RoomConnection.Connected
        onTriggered: root.column.showEmotes()
    }
    Command {
        section: qsTr("Chat and people")
        text: qsTr("Mute/unmute a person")
        toldKeys: qsTr("Ctrl+Shift+M in the list")
    }
    Command {
        section: qsTr("Chat and people")
        text: qsTr("Block/unblock a person")
        toldKeys: qsTr("Ctrl+Shift+I in the list")
    }

    Command {
        section: qsTr("Window")
        text: qsTr("Command palette")
        keys: ["Ctrl+K"]
        onTriggered: root.paletteWanted()
    }
    Command {
        section: qsTr("Window")
        text: qsTr("Keyboard shortcuts")
        also: qsTr("keys hotkeys help")
        keys: ["F1"]
        onTriggered: root.shortcutsWanted()
    }
    Command {
        section: qsTr("Window")
        text: qsTr("Settings")
        also: qsTr("preferences options configuration")
        keys: ["Ctrl+,"]
        onTriggered: root.settingsWanted(0)
    }
    Command {
        section: qsTr("Window")
        text: qsTr("Show/hide people and chat")
        also: qsTr("column sidebar panel fold collapse")
        keys: ["F9"]
        onTriggered: root.windowState.columnShown = !root.windowState.columnShown
    }
    Command {
        section: qsTr("Window")
        text: qsTr("Full screen on/off")
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
