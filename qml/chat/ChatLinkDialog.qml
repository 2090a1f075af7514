// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Templates as T
import Islet.Ui

//! Asks before opening a link from the chat. Cancel has the focus.
QuietPopup {
    id: root

    required property string link

    objectName: "chatLinkDialog"
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Theme.card + 2 * Theme.gapLarge
    modal: true
    visible: true

    contentItem: ChatLinkCard {
        link: root.link
        onDone: root.close()
    }
}
