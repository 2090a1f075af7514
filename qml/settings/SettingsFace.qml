// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! The name and colour that others see.
ColumnLayout {
    id: root

    required property MyProfile profile

    spacing: Theme.gapSmall

    NameChoice {
        Layout.fillWidth: true
        profile: root.profile
    }
    PlainLabel { text: qsTr("My colour"); font.bold: true }
    ColorChoice {
        Layout.fillWidth: true
        profile: root.profile
    }
}
