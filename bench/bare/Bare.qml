// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick.Controls.Basic

ApplicationWindow {
    width: 1280
    height: 800
    visible: true
    title: "Bare"

    Button {
        x: 560
        y: 380
        text: "A button"
    }
}
