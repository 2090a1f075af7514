// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! One line of what is known of a person; gone when there is nothing.
PlainLabel {
    id: root

    property int mostLines: 2

    Layout.fillWidth: true
    visible: root.text !== ""
    wrapMode: Text.Wrap
    elide: Text.ElideRight
    maximumLineCount: root.mostLines
    color: Theme.quiet
    font.pixelSize: Theme.small
}
