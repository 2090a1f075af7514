// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet.Ui

//! Things below each other that scroll where there is no room for all of them.
Flickable {
    id: root

    default property alias content: column.data

    implicitHeight: column.implicitHeight
    contentWidth: root.width
    contentHeight: column.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar {}

    ColumnLayout {
        id: column

        width: root.width
        spacing: Theme.gapSmall
    }
}
