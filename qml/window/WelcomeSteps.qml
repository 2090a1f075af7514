// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The three steps of the welcome wizard.
ColumnLayout {
    id: root

    required property RoomConnection connection
    required property RealmList realms
    required property VoiceController voice
    required property MyProfile profile
    property int step: 0

    signal done()

    function takeKeyboard(): void { next.forceActiveFocus(Qt.TabFocusReason) }

    // The item with the focus may be hidden now. Moving the focus also finishes the editing of a text field.
    onStepChanged: root.takeKeyboard()

    spacing: Theme.gap

    PlainLabel {
        text: qsTr("Step %1 of 3").arg(root.step + 1)
        color: Theme.quiet
    }
    PlainLabel {
        objectName: "welcomeTitle"
        Layout.fillWidth: true
        text: [qsTr("Choose a name"), qsTr("Check your microphone"), qsTr("Choose a room")][root.step]
        font { pixelSize: Theme.title; bold: true }
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }
    PlainLabel {
        Layout.fillWidth: true
        text: [qsTr("Others see your name, your colour and your address, %1. No one else can have that address.")
                   .arg(root.connection.me),
               qsTr("Say something and watch the bar. In a room, others hear you only while you hold %1.")
                   .arg(root.voice.settings.keyNames),
               qsTr("The map shows who is nearby. Walk with W, A, S and D. Press Ctrl+K for everything else.")
              ][root.step]
        color: Theme.quiet
        wrapMode: Text.Wrap
    }

    ScrollColumn {
        Layout.fillWidth: true
        Layout.fillHeight: true
        implicitHeight: 0
        inset: Theme.gap

        SettingsFace {
            Layout.fillWidth: true
            visible: root.step === 0
            profile: root.profile
        }
        VoiceDevices {
            Layout.fillWidth: true
            visible: root.step === 1
            voice: root.voice
            simple: true
            onVisibleChanged: if (visible) root.voice.checking = true; else root.voice?.endCheck()
        }
        PlaceList {
            Layout.fillWidth: true
            visible: root.step === 2
            connection: root.connection
            realms: root.realms
            onDone: root.done()
        }
    }

    RowLayout {
        spacing: Theme.gapSmall

        Item { Layout.fillWidth: true }
        QuietButton {
            objectName: "welcomeBack"
            visible: root.step > 0
            text: qsTr("Back")
            purpose: qsTr("Previous step")
            onClicked: --root.step
        }
        QuietButton {
            objectName: "welcomeSkip"
            text: root.step < 2 ? qsTr("Skip") : qsTr("Look around first")
            purpose: root.step < 2 ? qsTr("Skip this step") : qsTr("Don't join a room yet")
            onClicked: root.step < 2 ? ++root.step : root.done()
        }
        QuietButton {
            id: next

            objectName: "welcomeNext"
            prominent: true
            text: root.step < 2 ? qsTr("Next") : qsTr("Try the demo room")
            purpose: root.step < 2 ? qsTr("Next step") : qsTr("Try the demo room, with simulated people")
            onClicked: {
                if (root.step === 2) { root.done(); root.connection.enterEmbedded() } else ++root.step
            }
        }
    }
}
