// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma Singleton

import QtQuick
import Islet

//! All colours, sizes and times; nowhere else stands a literal of them.
QtObject {
    id: root

    //! What all of it depends on; light, full-sized and moving while there is none.
    property Appearance appearance: null
    readonly property bool dark: root.appearance?.dark ?? false
    readonly property bool contrast: root.appearance?.contrast ?? false
    readonly property bool still: root.appearance?.still ?? false

    // Grounds. Under the pointer or chosen (hover) stand ink, quiet and danger alone: the others are too pale for it.
    readonly property color paper: root.contrast ? "#000000" : root.dark ? "#14171A" : "#F7F5F0"
    readonly property color raised: root.contrast ? "#000000" : root.dark ? "#1C2024" : "#FFFFFF"
    readonly property color hover: root.contrast ? "#4D4D4D" : root.dark ? "#2B3137" : "#E9E6DE"
    readonly property color veil: Qt.alpha(root.paper, 0.6)
    // Lines: of the map and between panes, what a bar runs in, and around what can be used.
    readonly property color grid: root.contrast ? "#6E6E6E" : root.dark ? "#23282D" : "#E2DED4"
    readonly property color trough: root.contrast ? "#4D4D4D" : root.dark ? "#3A4149" : "#E2DED4"
    readonly property color edge: root.contrast ? "#FFFFFF" : root.dark ? "#3A4149" : "#CFCABD"
    // Words, on each of the grounds.
    readonly property color ink: root.contrast ? "#FFFFFF" : root.dark ? "#E6E8EB" : "#1F2328"
    readonly property color quiet: root.contrast ? "#FFFFFF" : root.dark ? "#A6ACB3" : "#5A6067"
    readonly property color accent: root.contrast ? "#FFE600" : root.dark ? "#3CCFB4" : "#0F7B6C"
    readonly property color warn: root.contrast ? "#FFE600" : root.dark ? "#F0B35A" : "#B45309"
    readonly property color danger: root.contrast ? "#FFE600" : root.dark ? "#F2777A" : "#B42318"
    // Words on a ground of that colour.
    readonly property color accentInk: root.contrast ? "#000000" : root.dark ? "#0C1A17" : "#FFFFFF"
    readonly property color warnInk: root.contrast ? "#000000" : root.dark ? "#14171A" : "#FFFFFF"
    readonly property color focusRing: root.accent

    // Of the system's size, as the person wants it.
    readonly property FontMetrics system: FontMetrics {}
    readonly property real base: root.system.font.pixelSize * (root.appearance?.textSize ?? 1)
    readonly property int small: Math.round(root.base * 11 / 13)
    readonly property int body: Math.round(root.base)
    readonly property int large: Math.round(root.base * 15 / 13)
    readonly property int title: Math.round(root.base * 20 / 13)
    readonly property int banner: Math.round(root.base * 28 / 13)
    //! Of words of the sizes that most have.
    readonly property FontMetrics metrics: FontMetrics { font.pixelSize: root.body }
    readonly property FontMetrics smallMetrics: FontMetrics { font.pixelSize: root.small }
    //! What holds a line of text grows with it.
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
    //! Of what lies over the window, which says how high it is.
    property real windowRoom: root.windowLeastHeight
    readonly property int highest: root.windowRoom - 2 * root.gap
    readonly property int windowWidth: 1280
    readonly property int windowHeight: 800
    readonly property int windowLeastWidth: 900
    readonly property int windowLeastHeight: 600
    readonly property int narrow: 1000

    // ms; how long things move, and none does when motion is reduced.
    readonly property int quick: root.still ? 0 : 90
    readonly property int easy: root.still ? 0 : 160
    readonly property int slow: root.still ? 0 : 240
    //! How long the pointer rests before a hint comes.
    readonly property int hintDelay: 600
    //! A sign of waiting stays for so long at least, and not longer than that without words.
    readonly property int leastWait: 300
    readonly property int longestSilentWait: 2000

    //! How wide the column is that somebody left so wide; 0: never touched.
    function columnFor(kept: real): real { return kept > 0 ? kept : Math.round(root.column * root.unit) }
    //! Black or white: what is read best on a colour that somebody chose.
    function inkOn(ground: color): color { return root.appearance?.inkOn(ground) ?? root.accentInk }
}
