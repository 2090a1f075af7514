// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! A short description of the hovered person. It has no controls, and sends nothing to the network.
Rectangle {
    id: root

    required property People people
    required property string address
    readonly property string summary: (details.name === "" ? "" : details.name + ", ") + details.shortAddress + ", " + details.presenceText

    objectName: "personHint"
    implicitWidth: Math.min(Theme.column, lines.implicitWidth + 2 * Theme.gap)
    implicitHeight: lines.implicitHeight + 2 * Theme.gapSmall
    radius: Theme.radius
    color: Theme.raised
    border.color: Theme.grid
    Accessible.role: Accessible.ToolTip
    Accessible.name: details.badges === "" ? root.summary : root.summary + ", " + details.badges

    PersonDetails {
        id: details

        people: root.people
        address: root.address
    }

    ColumnLayout {
        id: lines

        anchors { fill: parent; leftMargin: Theme.gap; rightMargin: Theme.gap; topMargin: Theme.gapSmall; bottomMargin: Theme.gapSmall }
        spacing: 0

        PlainLabel {
            objectName: "hintName"
            Layout.fillWidth: true
            visible: text !== ""
            text: details.name
            font.bold: true
            elide: Text.ElideRight
            maximumLineCount: 1
        }
        PlainLabel {
            objectName: "hintAddress"
            Layout.fillWidth: true
            text: details.shortAddress
            elide: Text.ElideRight
        }
        PersonFact {
            objectName: "hintPresence"
            text: details.presenceText
            color: details.here ? Theme.quiet : Theme.warn
        }
        PersonFact { objectName: "hintBadges"; text: details.badges }
    }
}
