// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Islet.Ui

//! The popup of a Choice. It is a separate file so that it is created only when it is opened.
T.Popup {
    id: root

    required property ComboBox choice
    //! The item that had the keyboard focus before the list opened.
    property Item before: null

    // The combo box handles the keys of its list while it is open.
    function takeKeyboard(): void {
        root.before = root.choice.Window.activeFocusItem;
        if (!root.choice.activeFocus)
            root.choice.forceActiveFocus(Qt.PopupFocusReason);
    }
    function giveKeyboardBack(): void {
        if (root.choice.activeFocus && root.before && root.before !== root.choice) {
            root.choice.focus = false; // or the focus scope around both would restore it
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
