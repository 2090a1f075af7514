// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet.Ui

//! One row of the people list: name, address, distance and state.
Item {
    id: root

    required property string address
    required property string name
    required property string fullAddress
    required property string initials
    required property color color
    required property color ink
    required property string distanceText
    required property bool talking
    required property bool ignored
    required property string badges
    required property string summary

    property bool selected: false
    //! Selected, and the list has the keyboard focus.
    property bool focused: false

    signal chosen()
    signal cardWanted()

    implicitHeight: Theme.disc + Theme.gapSmall
    Accessible.role: Accessible.ListItem
    Accessible.name: (root.name + " " + root.fullAddress).trim()
    Accessible.description: root.summary
    Accessible.focusable: true
    Accessible.focused: root.focused
    Accessible.selected: root.selected
    Accessible.onPressAction: root.cardWanted()

    Rectangle {
        objectName: "personGround"
        anchors { fill: parent; leftMargin: Theme.gapTiny; rightMargin: Theme.gapTiny }
        visible: root.selected || hover.hovered
        radius: Theme.radius
        color: Theme.hover
        border.width: root.focused ? Theme.focusWidth : 0
        border.color: Theme.focusRing
    }
    Rectangle {
        objectName: "personSelected"
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom; margins: Theme.gapTiny }
        width: 3 * Theme.hairline
        visible: root.selected
        radius: width / 2
        color: Theme.accent
    }

    HoverHandler { id: hover }
    TapHandler {
        onTapped: root.chosen()
        onDoubleTapped: root.cardWanted()
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: { root.chosen(); root.cardWanted() }
    }

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.gap; rightMargin: Theme.gap }
        spacing: Theme.gapSmall

        PersonDisc {
            tint: root.color
            ink: root.ink
            initials: root.initials
            grey: root.ignored
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapSmall

                PlainLabel {
                    objectName: "personName"
                    visible: text !== ""
                    Layout.fillWidth: true
                    Layout.minimumWidth: 0
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    text: root.name
                    elide: Text.ElideRight
                    maximumLineCount: 1
                }
                // A long name must not push the address out: it identifies the person.
                PlainLabel {
                    Layout.fillWidth: true
                    Layout.minimumWidth: Math.ceil(implicitWidth) // a name is never shown without it
                    text: root.address
                    color: root.name === "" ? Theme.ink : Theme.quiet
                    elide: Text.ElideRight
                }
            }
            PlainLabel {
                objectName: "personBadges"
                visible: text !== ""
                Layout.fillWidth: true
                text: root.badges
                color: Theme.quiet
                font.pixelSize: Theme.small
                elide: Text.ElideRight
                maximumLineCount: 1
            }
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
            objectName: "personCardButton"
            implicitHeight: Theme.disc
            focusPolicy: Qt.NoFocus // Enter opens it
            iconName: "more"
            purpose: qsTr("Details and volume (Enter)")
            onClicked: { root.chosen(); root.cardWanted() }
        }
    }
}
