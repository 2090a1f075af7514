// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet

//! The keys of a command. Keys that are told only are somebody else's to listen to.
Item {
    id: root

    required property Command command

    Shortcut {
        sequences: root.command.keys
        enabled: root.command.enabled
        onActivated: root.command.trigger()
    }
}
