// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Templates as T
import Islet.Ui

//! What one drags to make a pane larger.
Rectangle {
    implicitWidth: Theme.gapTiny
    implicitHeight: Theme.gapTiny
    color: T.SplitHandle.pressed || T.SplitHandle.hovered ? Theme.accent : Theme.grid
}
