// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Settings for my name, colour and identities.
ColumnLayout {
    id: root

    required property MyProfile profile
    required property MyIdentities identities

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
