// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! The only label type of the project. It shows plain text only, and is the only type that may show untrusted text.
Text {
    textFormat: Text.PlainText
    color: Theme.ink
    font.pixelSize: Theme.body
    clip: true
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
