// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! A combo box. The names may come from a device, so they are shown as plain text.
ComboBox {
    id: root

    required property string purpose

    implicitHeight: Theme.control
    focusPolicy: Qt.TabFocus
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
        background: Rectangle { color: choice.hovered || choice.highlighted ? Theme.hover : "transparent" }
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: root.visualFocus ? Theme.focusWidth : Theme.hairline
        border.color: root.visualFocus || root.hovered ? Theme.focusRing : Theme.edge
    }
    // Replaces the whole popup: binding to a part of the style's popup would create it immediately.
    popup: ChoiceList { choice: root }
    indicator: Icon {
        x: root.width - width - Theme.gapTiny
        y: (root.height - height) / 2
        name: "chevron-down"
        color: Theme.quiet
    }
}
