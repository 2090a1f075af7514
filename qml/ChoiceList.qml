// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Islet.Ui

//! What a Choice opens: a file of its own, so that it is made when it is opened.
T.Popup {
    id: root

    required property ComboBox choice

    y: root.choice.height
    width: root.choice.width
    height: Math.min(root.contentItem.implicitHeight + root.topPadding + root.bottomPadding, Theme.highest)
    padding: Theme.hairline
    margins: Theme.gapSmall

    contentItem: ListView {
        clip: true
        implicitHeight: contentHeight
        model: root.choice.delegateModel
        currentIndex: root.choice.highlightedIndex
        highlightMoveDuration: 0

        T.ScrollIndicator.vertical: ScrollIndicator {}
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.color: Theme.edge
    }
}
