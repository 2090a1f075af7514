// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The content of the window, with the map in the middle.
Item {
    id: root

    required property RoomModels room
    required property AppModels app
    required property RoomMap map
    //! A problem that occurred before the window existed.
    required property string notice

    readonly property bool narrow: root.width < Theme.narrow
    readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft

    objectName: "mainView"
    anchors.fill: parent

    // SplitView in Qt 6.4 does not support mirroring.
    function mirrorPanes(): void { if ((panes.itemAt(0) === mapPane) === root.mirrored) panes.moveItem(0, 1) }

    function showSettings(section: int): void {
        sheet.show("SettingsSheet.qml", { room: root.room, app: root.app, section: section });
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ConnectBar {
            id: bar

            Layout.fillWidth: true
            connection: root.room.connection
            realms: root.app.realms
            handshake: root.room.handshake
            people: root.room.people
            onSettingsWanted: root.showSettings(0)
            onDone: mapPane.takeKeyboard()
        }

        Notices {
            Layout.fillWidth: true
            connection: root.room.connection
            identities: root.app.identities
            notice: root.notice
            onNoticeRead: root.notice = ""
        }

        SplitView {
            id: panes

            Layout.fillWidth: true
            Layout.fillHeight: true
            onResizingChanged: if (!resizing) root.app.windowState.columnWidth = column.width
            handle: PaneEdge { objectName: "columnEdge"; onCollapseWanted: root.app.windowState.columnShown = false }

            MapPane {
                id: mapPane

                SplitView.fillWidth: true
                SplitView.minimumWidth: Theme.column
                focus: true
                map: root.map
                people: root.room.people
                onWriteWanted: column.write()

                // At startup it is usually unloaded before it is complete, because a room is joined by then.
                LazyLoader {
                    id: card

                    anchors.centerIn: parent
                    file: "NoRoomCard.qml"
                    initialProperties: ({ connection: root.room.connection })
                    wanted: !deepLink.wanted && !root.app.windowState.welcoming
                            && (root.room.connection.state === RoomConnection.Disconnected || root.room.connection.state === RoomConnection.Reconnecting)
                }
                Connections {
                    target: card.item
                    function onHandshakeWanted(): void { bar.showHandshake() }
                    function onPlacesWanted(): void { bar.showPlaces() }
                }
                LazyLoader {
                    id: deepLink

                    anchors.centerIn: parent
                    file: "DeepLinkCard.qml"
                    initialProperties: ({ connection: root.room.connection })
                    wanted: root.room.connection.deepLink !== ""
                }
                QuietButton {
                    objectName: "showColumn"
                    anchors { right: parent.right; top: parent.top; margins: Theme.gap; topMargin: 2 * Theme.bar } // below the north arrow
                    visible: !root.app.windowState.columnShown
                    text: root.room.chat.unread > 0 ? qsTr("People and chat (%1)").arg(root.room.chat.unread) : qsTr("People and chat")
                    prominent: root.room.chat.unread > 0
                    purpose: qsTr("Show people and chat (F9)")
                    Accessible.description: root.room.chat.unread > 0 ? qsTr("%n unread messages", "", root.room.chat.unread) : ""
                    onClicked: { root.app.windowState.columnShown = true; mapPane.takeKeyboard() }
                }
            }

            SideColumn {
                id: column

                SplitView.preferredWidth: Theme.columnFor(root.app.windowState.columnWidth)
                SplitView.minimumWidth: Theme.column / 2
                SplitView.maximumWidth: root.width / 2
                visible: root.app.windowState.columnShown
                narrow: root.narrow
                windowState: root.app.windowState
                connection: root.room.connection
                people: root.room.people
                chat: root.room.chat
                completion: root.room.completion
                chosenOnMap: mapPane.selected
                onPersonChosen: address => mapPane.select(address)
                onDone: mapPane.takeKeyboard()
            }
        }

        VoiceBar {
            Layout.fillWidth: true
            voice: root.room.voice
            inRoom: root.room.connection.state === RoomConnection.Connected
        }

        StatusLine {
            Layout.fillWidth: true
            connection: root.room.connection
            avatar: root.room.avatar
            profile: root.room.profile
            identities: root.app.identities
        }
    }

    WindowCommands {
        id: commands

        connection: root.room.connection
        voice: root.room.voice
        windowState: root.app.windowState
        map: mapPane
        bar: bar
        column: column
        onPaletteWanted: sheet.show("CommandPalette.qml", { commands: commands, connection: root.room.connection, people: root.room.people })
        onShortcutsWanted: sheet.show("ShortcutsSheet.qml", { commands: commands })
        onSettingsWanted: section => root.showSettings(section)
        onFullScreenWanted: root.app.windowState.switchFullScreen()
        onCloseWanted: root.Window.window.close()
    }
    Repeater {
        model: commands
        delegate: CommandShortcut {}
    }

    // One sheet at a time.
    LazyPopup { id: sheet; onClosed: root.app.windowState.endWelcome() }
    Connections {
        target: root.app.windowState
        function onWelcomeWanted(): void {
            sheet.show("WelcomeSheet.qml", { connection: root.room.connection, realms: root.app.realms, voice: root.room.voice, profile: root.room.profile });
        }
    }

    onMirroredChanged: root.mirrorPanes()
    Component.onCompleted: root.mirrorPanes()
    onVisibleChanged: if (root.visible) mapPane.takeKeyboard() // becomes visible when it is complete
}
