// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma Singleton

import QtQuick
import Islet

//! All colours, sizes and durations. Other files contain no such literals.
QtObject {
    id: root

    //! The settings that the values depend on. While it is null: light, default text size, with animations.
    property Appearance appearance: null
    readonly property bool dark: root.appearance?.dark ?? false
    readonly property bool contrast: root.appearance?.contrast ?? false
    readonly property bool still: root.appearance?.still ?? false

    // Backgrounds. On `hover` (hovered or selected) use only ink, quiet and danger: the others lack contrast there.
    readonly property color paper: root.contrast ? "#000000" : root.dark ? "#14171A" : "#F7F5F0"
    readonly property color raised: root.contrast ? "#000000" : root.dark ? "#1C2024" : "#FFFFFF"
    readonly property color hover: root.contrast ? "#4D4D4D" : root.dark ? "#2B3137" : "#E9E6DE"
    readonly property color veil: Qt.alpha(root.paper, 0.6)
    // Lines: grid lines and pane separators, the track of a slider or meter, and the outline of controls.
    readonly property color grid: root.contrast ? "#6E6E6E" : root.dark ? "#23282D" : "#E2DED4"
    readonly property color trough: root.contrast ? "#4D4D4D" : root.dark ? "#3A4149" : "#E2DED4"
    readonly property color edge: root.contrast ? "#FFFFFF" : root.dark ? "#3A4149" : "#CFCABD"
    // Text, on each of the backgrounds.
    readonly property color ink: root.contrast ? "#FFFFFF" : root.dark ? "#E6E8EB" : "#1F2328"
    readonly property color quiet: root.contrast ? "#FFFFFF" : root.dark ? "#A6ACB3" : "#5A6067"
    readonly property color accent: root.contrast ? "#FFE600" : root.dark ? "#3CCFB4" : "#0F7B6C"
    readonly property color warn: root.contrast ? "#FFE600" : root.dark ? "#F0B35A" : "#B45309"
    readonly property color danger: root.contrast ? "#FFE600" : root.dark ? "#F2777A" : "#B42318"
    // Text on a background of that colour.
    readonly property color accentInk: root.contrast ? "#000000" : root.dark ? "#0C1A17" : "#FFFFFF"
    readonly property color warnInk: root.contrast ? "#000000" : root.dark ? "#14171A" : "#FFFFFF"
    readonly property color focusRing: root.accent

    // The system's font size, scaled by the user's setting.
    readonly property FontMetrics system: FontMetrics {}
    readonly property real base: root.system.font.pixelSize * (root.appearance?.textSize ?? 1)
    readonly property int small: Math.round(root.base * 11 / 13)
    readonly property int body: Math.round(root.base)
    readonly property int large: Math.round(root.base * 15 / 13)
    readonly property int title: Math.round(root.base * 20 / 13)
    readonly property int banner: Math.round(root.base * 28 / 13)
    //! Metrics of the two most common sizes.
    readonly property FontMetrics metrics: FontMetrics { font.pixelSize: root.body }
    readonly property FontMetrics smallMetrics: FontMetrics { font.pixelSize: root.small }
    //! Scale factor for controls that hold a line of text.
    readonly property real unit: Math.max(1, root.base / 13)

    readonly property int gapTiny: 4
    readonly property int gapSmall: 8
    readonly property int gap: 12
    readonly property int gapLarge: 16
    readonly property int gapHuge: 24
    readonly property int radius: 6
    readonly property int radiusLarge: 10
    readonly property int hairline: 1
    readonly property int focusWidth: 2

    readonly property int bar: Math.round(48 * root.unit)
    readonly property int statusBar: Math.round(28 * root.unit)
    readonly property int voiceBar: Math.round(56 * root.unit)
    readonly property int control: Math.round(32 * root.unit)
    readonly property int disc: Math.round(28 * root.unit)
    readonly property int icon: Math.round(20 * root.unit)
    readonly property int column: 320
    readonly property int card: 380
    //! The window's height, set by ThemedWindow.
    property real currentWindowHeight: root.windowMinimumHeight
    readonly property int popupMaximumHeight: root.currentWindowHeight - 2 * root.gap
    readonly property int windowWidth: 1280
    readonly property int windowHeight: 800
    readonly property int windowMinimumWidth: 900
    readonly property int windowMinimumHeight: 600
    readonly property int narrow: 1000

    // Animation durations in ms; 0 when motion is reduced.
    readonly property int quick: root.still ? 0 : 90
    readonly property int easy: root.still ? 0 : 160
    readonly property int slow: root.still ? 0 : 240
    //! Delay before a tooltip, in ms.
    readonly property int hintDelay: 600
    //! A busy state shows for at least this long, in ms.
    readonly property int minimumWait: 300

    //! The width of the side column. `kept` is the width the user set, or 0 if they never changed it.
    function columnFor(kept: real): real { return kept > 0 ? kept : Math.round(root.column * root.unit) }
    //! Black or white, whichever has more contrast on a colour that a user chose.
    function inkOn(ground: color): color { return root.appearance?.inkOn(ground) ?? root.accentInk }
}
