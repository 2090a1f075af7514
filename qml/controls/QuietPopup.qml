// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Ui

//! A themed popup. It is never higher than the window, or Qt would reposition it forever. Put content that may not fit
//! in a ScrollColumn.
Popup {
    id: root

    height: Math.min(root.implicitHeight, Theme.popupMaximumHeight)
    padding: Theme.gapLarge
    focus: true
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.color: Theme.edge
    }
}
