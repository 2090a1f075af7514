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
    //! Who had the keyboard before the list came down.
    property Item before: null

    // The keys are the list's while it is there.
    function takeKeyboard(): void {
        root.before = root.choice.Window.activeFocusItem;
        if (!root.choice.activeFocus)
            root.choice.forceActiveFocus(Qt.PopupFocusReason);
    }
    function giveKeyboardBack(): void {
        if (root.choice.activeFocus && root.before && root.before !== root.choice) {
            root.choice.focus = false; // or what both are in would give it back again
            root.before.forceActiveFocus(Qt.PopupFocusReason);
        }
        root.before = null;
    }

    y: root.choice.height
    width: root.choice.width
    height: Math.min(root.contentItem.implicitHeight + root.topPadding + root.bottomPadding, Theme.highest)
    padding: Theme.hairline
    margins: Theme.gapSmall
    onAboutToShow: root.takeKeyboard()
    onClosed: root.giveKeyboardBack()

    contentItem: ListView {
        clip: true
        implicitHeight: contentHeight
        model: root.choice.delegateModel // qmllint disable
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
