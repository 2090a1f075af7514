// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Templates as T
import Islet.Ui

//! The handle between two panes: drag to resize, double-click to collapse.
Rectangle {
    id: root

    signal collapseWanted()

    implicitWidth: Theme.gapTiny
    implicitHeight: Theme.gapTiny
    color: T.SplitHandle.pressed || T.SplitHandle.hovered ? Theme.accent : Theme.grid

    // SplitView grabs all presses and reports no double clicks, so they are detected here.
    readonly property bool isPressed: T.SplitHandle.pressed
    property bool isDoubleClick: false

    // Deferred until SplitView has handled the release, because it stores the current size then.
    onIsPressedChanged: {
        if (root.isPressed) { root.isDoubleClick = doubleClickTimer.running; doubleClickTimer.restart() } else if (root.isDoubleClick) collapseTimer.start()
    }

    Timer {
        id: collapseTimer

        interval: 0
        onTriggered: root.collapseWanted()
    }
    Timer {
        id: doubleClickTimer

        interval: Application.styleHints.mouseDoubleClickInterval
    }
}
