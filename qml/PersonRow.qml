// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! One person of the list.
Item {
    id: root

    required property string address
    required property string name
    required property string fullAddress
    required property string initials
    required property color color
    required property string distanceText
    required property bool talking
    required property bool muted
    required property real volume
    required property string voiceText
    required property VoiceController voice

    implicitHeight: Theme.disc + Theme.gapSmall
    Accessible.role: Accessible.ListItem
    Accessible.name: (root.name + " " + root.fullAddress).trim()
    Accessible.description: root.distanceText + (root.talking ? " " + qsTr("talking") : "")
                            + (root.muted ? " " + qsTr("muted") : "")

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapSmall

        Rectangle {
            implicitWidth: Theme.disc
            implicitHeight: Theme.disc
            radius: Theme.disc / 2
            color: root.color

            PlainLabel {
                anchors.centerIn: parent
                text: root.initials
                color: Theme.inkOn(root.color)
                font { pixelSize: Theme.small; bold: true }
            }
        }

        PlainLabel {
            objectName: "personName"
            visible: text !== ""
            Layout.maximumWidth: Theme.column / 2
            text: root.name
            elide: Text.ElideRight
        }
        PlainLabel {
            Layout.fillWidth: true
            text: root.address
            color: root.name === "" ? Theme.ink : Theme.quiet
            elide: Text.ElideRight
        }

        PlainLabel {
            visible: root.muted
            text: qsTr("muted")
            color: Theme.warn
            font.pixelSize: Theme.small
        }

        SpeechBars {
            objectName: "personTalking"
            visible: root.talking
        }

        PlainLabel {
            text: root.distanceText
            color: Theme.quiet
        }

        QuietButton {
            objectName: "personVoiceButton"
            implicitHeight: Theme.disc
            iconName: "more"
            purpose: qsTr("Loudness of this person")
            onClicked: popup.setSource("PersonVoicePopup.qml", { person: root })
        }
    }

    // Made when it is wanted, not for everybody in the room.
    Loader {
        id: popup

        anchors { right: parent.right; rightMargin: Theme.gap; top: parent.bottom }
    }
    Connections {
        target: popup.item
        function onClosed(): void { popup.source = "" }
    }
}
