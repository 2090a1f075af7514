// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! The only label of the project. Plain text and nothing else: what a peer wrote may be shown here, and nowhere else.
Text {
    textFormat: Text.PlainText
    color: Theme.ink
    font.pixelSize: Theme.body
    clip: true
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
