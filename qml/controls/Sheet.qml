// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import QtQuick.Controls.Basic
import Islet.Ui

//! A modal page over the window, such as the settings or the shortcuts. Escape closes it.
Popup {
    id: root

    required property string title
    //! The objectName, for tests.
    required property string sheetName
    //! The preferred size at the default text size.
    property real wantedWidth: 2 * Theme.card
    property real wantedHeight: Theme.card

    //! The background of a sheet, with its title and close button.
    component SheetGround: Rectangle {
        id: ground

        required property string title

        signal closeWanted()

        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.grid
        Accessible.role: Accessible.Dialog
        Accessible.name: ground.title

        PlainLabel {
            anchors { left: parent.left; top: parent.top; margins: Theme.gapHuge }
            text: ground.title
            font { pixelSize: Theme.title; bold: true }
            Accessible.role: Accessible.Heading
        }
        QuietButton {
            objectName: "closeSheet"
            parent: ground.parent // a sibling: the popup item takes all clicks before its background
            anchors { right: parent?.right; top: parent?.top; margins: Theme.gapLarge }
            iconName: "close"
            purpose: qsTr("Close (Esc)")
            onClicked: ground.closeWanted()
        }
    }

    objectName: root.sheetName
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(Theme.unit * root.wantedWidth, (parent?.width ?? 0) - 2 * Theme.gapHuge)
    height: Math.min(Theme.unit * root.wantedHeight, (parent?.height ?? 0) - 2 * Theme.gapHuge)
    padding: Theme.gapHuge
    topPadding: Theme.gapHuge + Theme.control + Theme.gapSmall
    modal: true
    focus: true
    visible: true
    T.Overlay.modal: Rectangle { color: Theme.veil }
    background: SheetGround {
        title: root.title
        onCloseWanted: root.close()
    }
}
