// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! My name, colour and identities.
QuietPopup {
    id: root

    required property MyProfile profile
    required property MyIdentities identities

    objectName: "mePopup"
    width: Theme.card + 2 * Theme.gapLarge
    rightPadding: 0
    y: -height - Theme.gapSmall
    visible: true

    contentItem: ScrollColumn {
        inset: Theme.gapLarge

        SettingsYou {
            Layout.fillWidth: true
            profile: root.profile
            identities: root.identities
        }
    }
}
