// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! Lies over the window until one looks elsewhere; never higher than the window, or Qt would look for its place for
//! ever: what may not fit is in a ScrollColumn.
Popup {
    id: root

    height: Math.min(root.implicitHeight, Theme.highest)
    padding: Theme.gapLarge
    focus: true
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.edge
    }
}
