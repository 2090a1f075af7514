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
        also: qsTr("play gesture")
        enabled: root.inRoom && choice < root.emotes.choices.length
        onTriggered: root.emotes.play(choice)
    }

    Page { page: 2; text: qsTr("Check my sound"); also: qsTr("test microphone loudspeaker audio echo headset") }
    Page { page: 0; text: qsTr("Settings: you"); also: qsTr("name colour color identity key profile") }
    Page { page: 1; text: qsTr("Settings: look"); also: qsTr("theme colours colors text size font motion language") }
    Page { page: 2; text: qsTr("Settings: sound"); also: qsTr("voice microphone loudspeaker volume audio devices key to talk cues") }
    Page { page: 3; text: qsTr("Settings: places"); also: qsTr("rooms realms history encryption privacy") }
    Page { page: 4; text: qsTr("Settings: chat"); also: qsTr("notes notifications history keep") }
    Page { page: 5; text: qsTr("Settings: map"); also: qsTr("atlas ground pictures") }
    Page { page: 4; text: qsTr("Delete the kept chat…"); also: qsTr("erase clear history forget privacy") } // the page asks for confirmation

    Colours { scheme: Appearance.FollowSystem; text: qsTr("Colours: as the system"); also: qsTr("theme colors automatic") }
    Colours { scheme: Appearance.Light; text: qsTr("Colours: light"); also: qsTr("theme colors day bright white") }
    Colours { scheme: Appearance.Dark; text: qsTr("Colours: dark"); also: qsTr("theme colors night black") }
    Colours { scheme: Appearance.HighContrast; text: qsTr("Colours: high contrast"); also: qsTr("theme colors accessibility yellow") }

    Emote { choice: 0 }
    Emote { choice: 1 }
    Emote { choice: 2 }
    Emote { choice: 3 }
    Emote { choice: 4 }
    Emote { choice: 5 }
    Emote { choice: 6 }
    Emote { choice: 7 }
}
