// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Appearance settings.
ColumnLayout {
    id: root

    required property Appearance appearance
    required property Language language

    spacing: Theme.gapSmall

    PlainLabel { text: qsTr("Language"); font.bold: true }
    Choice {
        objectName: "languageChoice"
        Layout.fillWidth: true
        purpose: qsTr("Language")
        model: root.language.names
        currentIndex: root.language.current
        onActivated: index => root.language.current = index
    }

    PlainLabel { Layout.topMargin: Theme.gap; text: qsTr("Theme"); font.bold: true }
    Choice {
        objectName: "schemeChoice"
        Layout.fillWidth: true
        purpose: qsTr("Theme")
        model: [qsTr("System default"), qsTr("Light"), qsTr("Dark"), qsTr("High contrast")]
        currentIndex: root.appearance.scheme
        onActivated: index => root.appearance.scheme = index
    }

    PlainLabel { Layout.topMargin: Theme.gap; text: qsTr("Animations"); font.bold: true }
    Choice {
        objectName: "motionChoice"
        Layout.fillWidth: true
        purpose: qsTr("Animations")
        model: [qsTr("System default"), qsTr("Full"), qsTr("Reduced")]
        currentIndex: root.appearance.motion
        onActivated: index => root.appearance.motion = index
    }

    PlainLabel {
        Layout.topMargin: Theme.gap
        text: qsTr("Text size: %1 %").arg(Math.round(100 * root.appearance.textSize))
        font.bold: true
    }
    AmountSlider {
        objectName: "textSizeSlider"
        Layout.fillWidth: true
        purpose: qsTr("Text size, in percent")
        from: 85
        to: 150
        stepSize: 5
        value: 100 * root.appearance.textSize
        onMoved: root.appearance.textSize = value / 100
    }
}
