// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet

//! The shortcut of a command. Other code handles the keys of a command that are only displayed (toldKeys).
Item {
    id: root

    required property Command command

    Shortcut {
        sequences: root.command.keys
        enabled: root.command.enabled
        onActivated: root.command.trigger()
    }
}
