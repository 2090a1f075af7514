// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick

//! A straightforward first version: an Item with four items per person, and only the necessary bindings.
Rectangle {
    id: root

    required property var people
    required property real scaling

    color: "#F7F5F0"
    clip: true

    Repeater {
        model: root.people

        Item {
            id: person

            required property real east
            required property real north
            required property real heading
            required property color shade
            required property string initials
            required property string name

            x: root.width / 2 + (east - 8) * root.scaling
            y: root.height / 2 - (north - 8) * root.scaling

            Rectangle {
                x: -5
                y: -16
                width: 10
                height: 10
                color: person.shade
                transform: Rotation { origin.x: 5; origin.y: 16; angle: person.heading }
            }
            Rectangle {
                x: -10
                y: -10
                width: 20
                height: 20
                radius: 10
                color: person.shade
                border { color: "#F7F5F0"; width: 1.5 }

                Text {
                    anchors.centerIn: parent
                    text: person.initials
                    textFormat: Text.PlainText
                    font { pixelSize: 10; bold: true }
                    color: "white"
                }
            }
            Text {
                anchors.horizontalCenter: parent.left
                y: 14
                text: person.name
                textFormat: Text.PlainText
                font.pixelSize: 11
            }
        }
    }
}
