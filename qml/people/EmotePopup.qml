// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Plays an emote, by pointer or by digit key.
QuietPopup {
    id: root

    required property EmoteFeed emotes
    required property bool inRoom

    //! The emotes to play, each with its digit key.
    component EmoteChoices: ColumnLayout {
        id: panel

        required property EmoteFeed emotes
        required property bool inRoom

        signal played()

        function play(choice: int): void {
            if (panel.emotes.play(choice))
                panel.played();
        }

        spacing: Theme.gapTiny
        Keys.onPressed: event => { event.accepted = event.text >= "1" && event.text <= "9"; if (event.accepted) panel.play(Number(event.text) - 1) }

        PlainLabel {
            text: qsTr("Play an emote")
            font.bold: true
        }
        GridLayout {
            columns: 2
            columnSpacing: Theme.gapTiny
            rowSpacing: Theme.gapTiny

            Repeater {
                model: panel.emotes.choices

                QuietButton {
                    id: choice

                    required property int index
                    required property string modelData

                    objectName: "emote" + (choice.index + 1)
                    Layout.fillWidth: true
                    enabled: panel.inRoom
                    focus: choice.index === 0
                    text: qsTr("%1  %2").arg(choice.index + 1).arg(panel.emotes.choices[choice.index])
                    purpose: text
                    onClicked: panel.play(choice.index)
                }
            }
        }
        PlainLabel {
            objectName: "emoteProblem"
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.column - 2 * Theme.gap
            visible: text !== ""
            text: panel.inRoom ? panel.emotes.problem : qsTr("Join a room to play emotes.")
            wrapMode: Text.Wrap
            color: Theme.quiet
            font.pixelSize: Theme.small
        }
    }

    objectName: "emotePopup"
    visible: true
    x: -width
    margins: Theme.gap
    padding: Theme.gap

    contentItem: EmoteChoices {
        emotes: root.emotes
        inRoom: root.inRoom
        focus: true
        onPlayed: root.close()
    }
}
