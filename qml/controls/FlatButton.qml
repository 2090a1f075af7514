// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic

//! A button without a background. A click does not take the keyboard focus. Enter presses it, as Space does. It handles
//! the press action of screen readers, which Qt 6.4 announces but does not implement.
AbstractButton {
    id: root

    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Accessible.onPressAction: root.clicked()
    // Ignores auto-repeat: a held key would also press the next button that gets the focus.
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) root.clicked() }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) root.clicked() }
}
