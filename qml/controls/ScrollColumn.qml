// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! Things below each other that scroll where there is no room for all of them, so that what has the keyboard is seen.
Flickable {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    //! Room beside them for the scroll bar.
    property real inset: 0

    implicitHeight: column.implicitHeight
    contentWidth: root.width
    contentHeight: column.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: SteadyBar {}

    FocusFollower { flickable: root; margin: Theme.gapSmall }
    ColumnLayout {
        id: column

        width: root.width - root.inset
        spacing: Theme.gapSmall
    }
}
