// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! A person's card in a popup, to the left of the list.
QuietPopup {
    id: root

    required property People people
    required property string address

    visible: true
    x: -width - Theme.gapTiny
    margins: Theme.gap
    padding: 0
    background: null

    contentItem: PersonCard {
        people: root.people
        address: root.address
        focus: true
    }
}
