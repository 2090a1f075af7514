// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! A warning below the top bar that does not block anything else.
Rectangle {
    id: root

    required property string text
    property string labelName: "notice"
    //! Whether the user can dismiss it.
    property bool closable: false

    signal closed()

    implicitHeight: row.implicitHeight + Theme.gapSmall
    color: Theme.warn
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    RowLayout {
        id: row

        anchors { left: parent.left; right: parent.right; leftMargin: Theme.gap; rightMargin: Theme.gap }
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gapSmall

        Icon { name: "warning"; color: Theme.warnInk }
        PlainLabel {
            objectName: root.labelName
            Layout.fillWidth: true
            text: root.text
            color: Theme.warnInk
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        QuietButton {
            objectName: "closeNotice"
            implicitHeight: Theme.disc
            visible: root.closable
            iconName: "close"
            purpose: qsTr("Dismiss")
            onClicked: root.closed()
        }
    }
}
