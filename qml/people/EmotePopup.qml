// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! Plays an emote, by pointer or by digit key.
QuietPopup {
    id: root

    required property EmoteFeed emotes
    required property bool inRoom

    objectName: "emotePopup"
    visible: true
    x: -width
    margins: Theme.gap
    padding: Theme.gap

    contentItem: EmoteChoices {
        emotes: root.emotes
        inRoom: root.inRoom
        focus: true
        onPlayed: root.close()
    }
}
