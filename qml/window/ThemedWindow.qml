// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! A window with the theme's colours. It passes the appearance settings and its height to the theme.
ApplicationWindow {
    id: root

    required property Appearance appearance
    //! Right-to-left layout.
    readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft

    width: Theme.windowWidth
    height: Theme.windowHeight
    minimumWidth: Theme.windowMinimumWidth
    minimumHeight: Theme.windowMinimumHeight
    visible: true
    color: Theme.paper
    LayoutMirroring.enabled: root.mirrored
    LayoutMirroring.childrenInherit: true

    // For what the Basic style draws itself: tooltips, scroll bars, text selection.
    palette {
        window: Theme.paper
        windowText: Theme.ink
        base: Theme.raised
        text: Theme.ink
        button: Theme.raised
        buttonText: Theme.ink
        mid: Theme.quiet
        dark: Theme.quiet
        highlight: Theme.accent
        highlightedText: Theme.accentInk
        placeholderText: Theme.quiet
        toolTipBase: Theme.raised
        toolTipText: Theme.ink
    }

    Binding { target: Theme; property: "appearance"; value: root.appearance }
    Binding { target: Theme; property: "currentWindowHeight"; value: root.height }
}
