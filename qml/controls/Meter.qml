// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! A level meter, 0 to 1.
Rectangle {
    id: root

    required property real level
    //! The accessible name: what is measured.
    required property string purpose

    implicitWidth: Theme.column / 2
    implicitHeight: Theme.gap
    radius: Theme.radius
    color: Theme.trough
    Accessible.role: Accessible.Indicator
    Accessible.name: root.purpose
    Accessible.description: qsTr("%1 %").arg(Math.round(root.level * 100))

    Rectangle {
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: parent.width * root.level
        radius: Theme.radius
        // The signal distorts near full scale.
        color: root.level > 0.95 ? Theme.danger : Theme.accent
    }
}
