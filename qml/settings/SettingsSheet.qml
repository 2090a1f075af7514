// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! All settings. They apply immediately and are saved.
Sheet {
    id: root

    required property RoomConnection entry
    required property RealmList realms
    required property VoiceController voice
    required property SoundCues cues
    required property MyIdentities identities
    required property MyProfile profile
    required property Appearance appearance
    required property Language language
    required property ChatHistory history
    required property DesktopNotifications notes
    required property MapTiles tiles
    property int section: 0

    title: qsTr("Settings")
    sheetName: "settingsSheet"
    wantedWidth: 2 * Theme.card + Theme.column / 2
    wantedHeight: Theme.card + Theme.column / 2

    contentItem: SettingsPages {
        entry: root.entry
        realms: root.realms
        voice: root.voice
        cues: root.cues
        identities: root.identities
        profile: root.profile
        appearance: root.appearance
        language: root.language
        history: root.history
        notes: root.notes
        tiles: root.tiles
        section: root.section
    }
}
