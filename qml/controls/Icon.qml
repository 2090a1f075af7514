// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! One of our signs, by its name in resources/icons. What it means is said beside it, or by what it stands in.
IconItem {
    implicitWidth: Theme.icon
    implicitHeight: Theme.icon
    color: Theme.ink
}
