// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! One of several. What they are called may come from a device, so it is shown as plain text.
ComboBox {
    id: root

    required property string purpose

    implicitHeight: Theme.control
    Accessible.name: root.purpose

    contentItem: PlainLabel {
        text: root.displayText
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapHuge
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
    }
    delegate: AbstractButton {
        id: choice

        required property string modelData
        required property int index
        readonly property bool highlighted: root.highlightedIndex === choice.index

        width: ListView.view.width
        implicitHeight: Theme.control
        hoverEnabled: true
        Accessible.name: choice.modelData

        contentItem: PlainLabel {
            text: choice.modelData
            leftPadding: Theme.gapSmall
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
        }
        background: Rectangle { color: choice.hovered || choice.highlighted ? Theme.grid : "transparent" }
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: root.visualFocus ? 2 * Theme.hairline : Theme.hairline
        border.color: root.visualFocus || root.hovered ? Theme.accent : Theme.grid
    }
    popup.background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.color: Theme.grid
    }
    indicator: PlainLabel {
        x: root.width - width - Theme.gapSmall
        anchors.verticalCenter: parent?.verticalCenter
        text: "▾"
        color: Theme.quiet
    }
}
