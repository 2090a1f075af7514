// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! Asks for the parcel to show.
QuietPopup {
    id: root

    signal chosen(x: int, z: int)

    //! Input for a parcel: two integers, such as "12, -7".
    component ParcelField: ColumnLayout {
        id: form

        signal chosen(x: int, z: int)

        spacing: Theme.gapSmall

        PlainLabel { text: qsTr("Show parcel"); font.bold: true }
        TextInputField {
            id: field

            objectName: "parcelField"
            focus: true
            Layout.preferredWidth: Theme.column / 2
            purpose: qsTr("Parcel, e.g. 12, -7")
            placeholderText: "12, -7"
            validator: RegularExpressionValidator { regularExpression: /\s*-?\d{1,5}[\s,;]+-?\d{1,5}\s*/ }
            onAccepted: form.chosen(parseInt(field.text.trim().split(/[\s,;]+/)[0]), parseInt(field.text.trim().split(/[\s,;]+/)[1]))
        }
    }

    objectName: "parcelPopup"
    x: -width / 2
    y: -height / 2
    visible: true

    contentItem: ParcelField {
        onChosen: (x, z) => { root.chosen(x, z); root.close() } // close() disconnects
    }
}
