// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! A scrollable column. It scrolls to keep the item with the keyboard focus visible.
Flickable {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    //! Width reserved for the scroll bar.
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
