// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Details of one person, with volume, mute and block controls. It scrolls if it does not fit. It is shown in a popup,
//! where it stays when the person leaves, or on the map.
Rectangle {
    id: root

    required property People people
    required property string address

    objectName: "personCard"
    implicitWidth: Theme.column
    implicitHeight: lines.implicitHeight + 2 * Theme.gap
    radius: Theme.radiusLarge
    color: Theme.raised
    border.color: Theme.grid
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("About %1").arg((details.name + " " + details.shortAddress).trim())

    PersonDetails {
        id: details

        people: root.people
        address: root.address
        measures: true
    }

    InputBlocker {}
    ScrollColumn {
        id: lines

        anchors { fill: parent; margins: Theme.gap; rightMargin: 0 }
        inset: Theme.gap
        spacing: Theme.gapTiny

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            PersonDisc {
                tint: details.color
                ink: details.ink
                initials: details.initials
                grey: details.ignored
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                PlainLabel {
                    objectName: "cardName"
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: details.name
                    font.bold: true
                    elide: Text.ElideRight
                    maximumLineCount: 1
                }
                PlainLabel {
                    objectName: "cardAddress"
                    Layout.fillWidth: true
                    text: details.shortAddress
                    elide: Text.ElideRight
                }
            }
            SpeechBars { visible: details.talking }
            QuietButton {
                objectName: "copyAddress"
                implicitHeight: Theme.disc
                text: qsTr("Copy")
                purpose: qsTr("Copy full address")
                onClicked: details.copyAddress()
            }
        }

        PersonFact {
            objectName: "cardPresence"
            text: details.presenceText
            color: details.here ? Theme.quiet : Theme.warn
        }
        PersonFact { objectName: "cardBadges"; text: details.badges }
        PersonFact {
            objectName: "cardDescription"
            text: details.description
            mostLines: 4
            color: Theme.ink
        }
        PersonFact {
            objectName: "cardEmote"
            text: details.emoteText === "" ? "" : qsTr("Emote: %1").arg(details.emoteText)
        }
        PersonFact { objectName: "cardDelay"; text: details.delayText }
        PersonFact { objectName: "cardRates"; text: details.ratesText }
        PersonFact { objectName: "cardVoice"; text: details.voiceText; mostLines: 3 }

        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapTiny
            implicitHeight: Theme.hairline
            color: Theme.grid
        }
        PeerControls {
            Layout.fillWidth: true
            details: details
        }
    }
}
