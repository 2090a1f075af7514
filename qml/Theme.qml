// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma Singleton

import QtQuick

//! All colours, sizes and times; nowhere else stands a literal of them.
QtObject {
    id: root

    readonly property SystemPalette system: SystemPalette {}
    readonly property bool dark: root.system.window.hslLightness < 0.5

    readonly property color paper: root.dark ? "#14171A" : "#F7F5F0"
    readonly property color veil: Qt.alpha(root.paper, 0.6)
    readonly property color raised: root.dark ? "#1C2024" : "#FFFFFF"
    readonly property color ink: root.dark ? "#E6E8EB" : "#1F2328"
    readonly property color quiet: root.dark ? "#A6ACB3" : "#5A6067"
    readonly property color grid: root.dark ? "#23282D" : "#E2DED4"
    readonly property color accent: root.dark ? "#3CCFB4" : "#0F7B6C"
    readonly property color accentInk: root.dark ? "#0C1A17" : "#FFFFFF"
    readonly property color warn: root.dark ? "#F0B35A" : "#B45309"
    readonly property color warnInk: root.dark ? "#14171A" : "#FFFFFF"
    readonly property color danger: root.dark ? "#F2777A" : "#B42318"

    readonly property FontMetrics metrics: FontMetrics {}
    readonly property real base: root.metrics.font.pixelSize
    readonly property int small: Math.round(root.base * 11 / 13)
    readonly property int body: Math.round(root.base)
    readonly property int large: Math.round(root.base * 15 / 13)
    readonly property int title: Math.round(root.base * 20 / 13)

    readonly property int gapTiny: 4
    readonly property int gapSmall: 8
    readonly property int gap: 12
    readonly property int gapLarge: 16
    readonly property int gapHuge: 24
    readonly property int radius: 6
    readonly property int radiusLarge: 10
    readonly property int hairline: 1

    readonly property int bar: 48
    readonly property int statusBar: 28
    readonly property int voiceBar: 56
    readonly property int control: 32
    readonly property int disc: 28
    readonly property int column: 320
    readonly property int card: 380
    readonly property int narrow: 1000

    readonly property int quick: 90
    readonly property int easy: 160
}
