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
    required property DesktopNotifications notes
    //! Asks for confirmation before all is deleted.
    property bool confirming: false

    spacing: Theme.gapSmall
    onVisibleChanged: root.confirming = false

    PlainLabel { text: qsTr("When I look elsewhere"); font.bold: true }
    LabelledCheckBox {
        objectName: "notifyTick"
        text: qsTr("Show a note on the desktop when somebody writes")
        checked: root.notes.wanted
        onToggled: root.notes.wanted = checked
    }
    PlainLabel {
        Layout.fillWidth: true
        text: qsTr("The note shows the line, and who wrote it, to whoever sees the screen.")
        color: Theme.quiet
        wrapMode: Text.Wrap
    }

    PlainLabel { Layout.topMargin: Theme.gap; text: qsTr("What was said"); font.bold: true }
    LabelledCheckBox {
        objectName: "keepTick"
        text: qsTr("Keep what is said")
        checked: root.history.kept
        onToggled: root.history.kept = checked
    }
    PlainLabel {
        Layout.fillWidth: true
        text: qsTr("It stays on this machine, apart for each identity; that of a guest of the moment is never kept.")
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
    QuietButton {
        objectName: "deleteChat"
        visible: !root.confirming
        text: qsTr("Delete all …")
        purpose: qsTr("Delete every line that was kept, of every identity")
        onClicked: { root.confirming = true; keepButton.forceActiveFocus(Qt.TabFocusReason) }
    }
    PlainLabel {
        Layout.fillWidth: true
        visible: root.confirming
        text: qsTr("Delete every line that was kept, of every identity? They cannot be brought back.")
        wrapMode: Text.Wrap
    }
    RowLayout {
        visible: root.confirming
        spacing: Theme.gapSmall

        QuietButton {
            id: keepButton

            objectName: "deleteChatNot"
            text: qsTr("Keep them")
            purpose: qsTr("Keep what was said")
            onClicked: root.confirming = false
        }
        QuietButton {
            objectName: "deleteChatReally"
            text: qsTr("Delete all")
            purpose: qsTr("Delete every line, now")
            onClicked: { root.history.deleteAll(); root.confirming = false }
        }
    }
}
