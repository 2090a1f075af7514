// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! One detail of a person, hidden while it is empty.
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
