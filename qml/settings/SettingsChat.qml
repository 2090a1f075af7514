// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Islet
import Islet.Ui

//! Chat settings: notifications and history.
ColumnLayout {
    id: root

    required property ChatHistory history
    required property DesktopNotifications notifications
    //! Asks for confirmation before all is deleted.
    property bool confirming: false

    spacing: Theme.gapSmall
    onVisibleChanged: root.confirming = false

    PlainLabel { text: qsTr("In the background"); font.bold: true }
    LabelledCheckBox {
        objectName: "notifyTick"
        text: qsTr("Show desktop notifications for new messages")
        checked: root.notifications.wanted
        onToggled: root.notifications.wanted = checked
    }
    PlainLabel {
        Layout.fillWidth: true
        text: qsTr("Notifications show the message and its sender to anyone who can see the screen.")
        color: Theme.quiet
        wrapMode: Text.Wrap
    }

    PlainLabel { Layout.topMargin: Theme.gap; text: qsTr("Chat history"); font.bold: true }
    LabelledCheckBox {
        objectName: "keepTick"
        text: qsTr("Save messages")
        checked: root.history.kept
        onToggled: root.history.kept = checked
    }
    PlainLabel {
        Layout.fillWidth: true
        text: qsTr("Messages stay on this computer, separately for each identity. Temporary guests are never saved.")
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
    QuietButton {
        objectName: "deleteChat"
        visible: !root.confirming
        text: qsTr("Delete all...")
        purpose: qsTr("Delete all saved messages of all identities")
        onClicked: { root.confirming = true; keepButton.forceActiveFocus(Qt.TabFocusReason) }
    }
    PlainLabel {
        Layout.fillWidth: true
        visible: root.confirming
        text: qsTr("Delete all saved messages of all identities? This can't be undone.")
        wrapMode: Text.Wrap
    }
    RowLayout {
        visible: root.confirming
        spacing: Theme.gapSmall

        QuietButton {
            id: keepButton

            objectName: "deleteChatNot"
            text: qsTr("Cancel")
            purpose: qsTr("Keep the saved messages")
            onClicked: root.confirming = false
        }
        QuietButton {
            objectName: "deleteChatReally"
            text: qsTr("Delete all")
            purpose: qsTr("Delete all saved messages now")
            onClicked: { root.history.deleteAll(); root.confirming = false }
        }
    }
}
