// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! Asks for the parcel to show.
QuietPopup {
    id: root

    signal chosen(x: int, z: int)

    objectName: "parcelPopup"
    x: -width / 2
    y: -height / 2
    visible: true

    contentItem: ParcelField {
        onChosen: (x, z) => { root.chosen(x, z); root.close() } // close() disconnects
    }
}
