// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! All settings. They apply immediately and are saved.
Sheet {
    id: root

    required property RoomModels room
    required property AppModels app
    property int section: 0

    title: qsTr("Settings")
    sheetName: "settingsSheet"
    wantedWidth: 2 * Theme.card + Theme.column / 2
    wantedHeight: Theme.card + Theme.column / 2

    contentItem: SettingsPages {
        room: root.room
        app: root.app
        section: root.section
    }
}
