// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Templates as T
import Islet.Ui

//! Whether a stranger's link is to be opened. It is not, unless somebody says so.
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
