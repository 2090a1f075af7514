// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! A command or a person. The avatar and the address distinguish people from commands, whatever name they choose.
Rectangle {
    id: root

    required property string words
    required property string keysText
    required property string address
    required property string initials
    required property color tint
    required property color ink
    required property bool ignored
    property bool current: false

    readonly property bool isPerson: root.address !== ""
    readonly property string hint: root.isPerson ? qsTr("Show on the map") : root.keysText

    implicitHeight: Theme.control
    radius: Theme.radius
    color: root.current ? Theme.accent : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: (root.words + " " + root.address).trim()
    Accessible.description: root.hint

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapSmall
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapSmall

        PersonDisc {
            objectName: "palettePerson"
            visible: root.isPerson
            tint: root.tint
            ink: root.ink
            initials: root.initials
            grey: root.ignored
        }
        PlainLabel {
            visible: text !== ""
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            Layout.maximumWidth: root.isPerson ? Math.ceil(implicitWidth) : -1
            text: root.words
            color: root.current ? Theme.accentInk : Theme.ink
            elide: Text.ElideRight
            maximumLineCount: 1
        }
        PlainLabel {
            visible: root.isPerson
            Layout.fillWidth: true
            Layout.minimumWidth: Math.ceil(implicitWidth) // a name is never shown without it
            text: root.address
            color: root.current ? Theme.accentInk : Theme.quiet
        }
        PlainLabel {
            text: root.hint
            color: root.current ? Theme.accentInk : Theme.quiet
        }
    }
}
