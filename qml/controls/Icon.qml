// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! One of our icons, by its name in resources/icons. A label beside it or its container says what it means.
IconItem {
    implicitWidth: Theme.icon
    implicitHeight: Theme.icon
    color: Theme.ink
}
