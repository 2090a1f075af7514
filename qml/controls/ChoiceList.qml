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
    property Item previousFocus: null

    // The combo box handles the keys of its list while it is open.
    function takeFocus(): void {
        root.previousFocus = root.choice.Window.activeFocusItem;
        if (!root.choice.activeFocus)
            root.choice.forceActiveFocus(Qt.PopupFocusReason);
    }
    function restoreFocus(): void {
        if (root.choice.activeFocus && root.previousFocus && root.previousFocus !== root.choice) {
            root.choice.focus = false; // or the focus scope around both would restore it
            root.previousFocus.forceActiveFocus(Qt.PopupFocusReason);
        }
        root.previousFocus = null;
    }

    y: root.choice.height
    width: root.choice.width
    height: Math.min(root.contentItem.implicitHeight + root.topPadding + root.bottomPadding, Theme.popupMaximumHeight)
    padding: Theme.hairline
    margins: Theme.gapSmall
    onAboutToShow: root.takeFocus()
    onClosed: root.restoreFocus()

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
