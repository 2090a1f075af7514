// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Templates as T
import Islet.Ui

//! What one drags to make a pane larger; two clicks put the pane away.
Rectangle {
    id: root

    signal collapseWanted()

    implicitWidth: Theme.gapTiny
    implicitHeight: Theme.gapTiny
    color: T.SplitHandle.pressed || T.SplitHandle.hovered ? Theme.accent : Theme.grid

    // The split view keeps all presses to itself and tells no double click, so they are counted here.
    readonly property bool held: T.SplitHandle.pressed
    property bool isSecond: false

    // Told after the split view has let go, which says so itself and keeps the size that there is then.
    onHeldChanged: {
        if (root.held) { root.isSecond = again.running; again.restart() } else if (root.isSecond) later.start()
    }

    Timer {
        id: later

        interval: 0
        onTriggered: root.collapseWanted()
    }
    Timer {
        id: again

        interval: Application.styleHints.mouseDoubleClickInterval
    }
}
