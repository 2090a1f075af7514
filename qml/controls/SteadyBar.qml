// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! A scroll bar that is always visible while the content does not fit, so that users see that there is more.
ScrollBar {
    id: root

    policy: root.size < 1 ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
    padding: Theme.hairline
    contentItem: Rectangle {
        implicitWidth: Theme.gapSmall - 2 * Theme.hairline
        implicitHeight: Theme.gapSmall - 2 * Theme.hairline
        radius: width / 2
        color: root.pressed || root.hovered ? Theme.ink : Theme.quiet
        opacity: 0.75
    }
}
