// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic

//! A button without a face of its own. A click leaves the keyboard where it is; Enter presses it as Space does, and
//! screen readers press it too, which Qt 6.4 offers them and does not do.
AbstractButton {
    id: root

    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Accessible.onPressAction: root.clicked()
    // Held down it would press what comes next, too.
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) root.clicked() }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) root.clicked() }
}
