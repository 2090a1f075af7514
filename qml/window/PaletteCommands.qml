// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! Commands without keys, for the palette only.
CommandList {
    id: root

    required property EmoteFeed emotes
    required property bool inRoom

    signal settingsWanted(section: int)

    component Page: Command {
        required property int page

        onTriggered: root.settingsWanted(page)
    }
    component Colours: Command {
        required property int scheme

        enabled: Theme.appearance !== null
        onTriggered: Theme.appearance.scheme = scheme
    }
    component Emote: Command {
        required property int choice

        text: qsTr("Emote: %1").arg(root.emotes.choices[choice] ?? "")
        also: qsTr("play gesture reaction animation")
        enabled: root.inRoom && choice < root.emotes.choices.length
        onTriggered: root.emotes.play(choice)
    }

    Page {
        page: 2
        text: qsTr("Check my sound")
        also: qsTr("test microphone speakers loudspeaker audio echo headset headphones")
    }
    Page { page: 0; text: qsTr("Settings: you"); also: qsTr("name colour color identity key account profile guest") }
    Page {
        page: 1
        text: qsTr("Settings: appearance")
        also: qsTr("look theme colours colors dark mode text size font motion animations language")
    }
    Page {
        page: 2
        text: qsTr("Settings: sound")
        also: qsTr("voice microphone speakers loudspeaker volume audio devices push to talk key activation noise echo cues")
    }
    Page {
        page: 3
        text: qsTr("Settings: places")
        also: qsTr("rooms realms recent history encryption unencrypted privacy")
    }
    Page { page: 4; text: qsTr("Settings: chat"); also: qsTr("notes desktop notifications messages history keep save") }
    Page { page: 5; text: qsTr("Settings: map"); also: qsTr("atlas ground pictures images server") }
    Page {
        page: 4 // the page asks for confirmation
        text: qsTr("Delete chat history...")
        also: qsTr("erase clear remove kept saved messages forget privacy")
    }

    Colours {
        scheme: Appearance.FollowSystem
        text: qsTr("Theme: system default")
        also: qsTr("appearance colours colors mode automatic")
    }
    Colours {
        scheme: Appearance.Light
        text: qsTr("Theme: light")
        also: qsTr("appearance colours colors mode day bright white")
    }
    Colours {
        scheme: Appearance.Dark
        text: qsTr("Theme: dark")
        also: qsTr("appearance colours colors mode night black")
    }
    Colours {
        scheme: Appearance.HighContrast
        text: qsTr("Theme: high contrast")
        also: qsTr("appearance colours colors mode accessibility yellow")
    }

    Emote { choice: 0 }
    Emote { choice: 1 }
    Emote { choice: 2 }
    Emote { choice: 3 }
    Emote { choice: 4 }
    Emote { choice: 5 }
    Emote { choice: 6 }
    Emote { choice: 7 }
}
