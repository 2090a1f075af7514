// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! A sentence below the top bar: what could not be done, while all else goes on.
Rectangle {
    id: root

    required property string text
    property string labelName: "notice"

    implicitHeight: label.implicitHeight + Theme.gapSmall
    color: Theme.warn

    PlainLabel {
        id: label

        objectName: root.labelName
        anchors { left: parent.left; right: parent.right; margins: Theme.gap; verticalCenter: parent.verticalCenter }
        text: root.text
        color: Theme.warnInk
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
    }
}
