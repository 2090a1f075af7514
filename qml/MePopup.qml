// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! Who I am: the name and the colour that others see, and the identities I may be.
Popup {
    id: root

    required property MyProfile profile
    required property MyIdentities identities

    objectName: "mePopup"
    width: Theme.card + 2 * Theme.gapLarge
    padding: Theme.gapLarge
    y: -height - Theme.gapSmall
    focus: true
    visible: true
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.edge
    }

    contentItem: ColumnLayout {
        spacing: Theme.gapSmall

        SettingsFace {
            Layout.fillWidth: true
            profile: root.profile
        }
        IdentityChoice {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            identities: root.identities
        }
    }
}
