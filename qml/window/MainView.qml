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

    required property Appearance appearance
    required property RoomMap map
    required property RoomConnection entry
    required property AvatarController avatar
    required property People people
    required property ChatModel chat
    required property NameCompletion completion
    required property VoiceController voice
    required property SoundCues cues
    required property MyIdentities identities
    required property MyProfile profile
    required property HandshakeLog handshake
    required property RealmList realms
    required property MapTiles tiles
    required property WindowState memory
    required property Language language
    required property DesktopNotifications notes
    //! A problem that occurred before the window existed.
    required property string notice

    readonly property bool narrow: root.width < Theme.narrow
    readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft

    objectName: "interior"
    anchors.fill: parent

    // SplitView in Qt 6.4 does not support mirroring.
    function mirrorPanes(): void { if ((panes.itemAt(0) === mapPane) === root.mirrored) panes.moveItem(0, 1) }

    function showSettings(section: int): void {
        sheet.setSource("SettingsSheet.qml", { section: section, entry: root.entry, realms: root.realms, voice: root.voice,
                                               cues: root.cues, identities: root.identities, profile: root.profile,
                                               appearance: root.appearance, history: root.chat.history,
                                               notes: root.notes, tiles: root.tiles, language: root.language });
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ConnectBar {
            id: bar

            Layout.fillWidth: true
            entry: root.entry
            realms: root.realms
            handshake: root.handshake
            people: root.people
            onSettingsWanted: root.showSettings(0)
            onDone: mapPane.takeKeyboard()
        }

        Notices {
            Layout.fillWidth: true
            entry: root.entry
            identities: root.identities
            notice: root.notice
            onNoticeRead: root.notice = ""
        }

        SplitView {
            id: panes

            Layout.fillWidth: true
            Layout.fillHeight: true
            onResizingChanged: if (!resizing) root.memory.columnWidth = column.width
            handle: PaneEdge { objectName: "columnEdge"; onCollapseWanted: root.memory.columnShown = false }

            MapPane {
                id: mapPane

                SplitView.fillWidth: true
                SplitView.minimumWidth: Theme.column
                focus: true
                map: root.map
                people: root.people
                onWriteWanted: column.write()

                // At startup it is usually unloaded before it is complete, because a room is joined by then.
                LazyLoader {
                    id: card

                    anchors.centerIn: parent
                    file: "NoRoomCard.qml"
                    initialProperties: ({ entry: root.entry })
                    wanted: !deepLink.wanted && !root.memory.welcoming
                            && (root.entry.state === RoomConnection.Disconnected || root.entry.state === RoomConnection.Reconnecting)
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
                    initialProperties: ({ entry: root.entry })
                    wanted: root.entry.deepLink !== ""
                }
                QuietButton {
                    objectName: "showColumn"
                    anchors { right: parent.right; top: parent.top; margins: Theme.gap; topMargin: 2 * Theme.bar } // below the north arrow
                    visible: !root.memory.columnShown
                    text: root.chat.unread > 0 ? qsTr("People and chat (%1)").arg(root.chat.unread) : qsTr("People and chat")
                    prominent: root.chat.unread > 0
                    purpose: qsTr("Show people and chat (F9)")
                    Accessible.description: root.chat.unread > 0 ? qsTr("%n unread messages", "", root.chat.unread) : ""
                    onClicked: { root.memory.columnShown = true; mapPane.takeKeyboard() }
                }
            }

            SideColumn {
                id: column

                SplitView.preferredWidth: Theme.columnFor(root.memory.columnWidth)
                SplitView.minimumWidth: Theme.column / 2
                SplitView.maximumWidth: root.width / 2
                visible: root.memory.columnShown
                narrow: root.narrow
                memory: root.memory
                entry: root.entry
                people: root.people
                chat: root.chat
                completion: root.completion
                chosenOnMap: mapPane.selected
                onPersonChosen: address => mapPane.select(address)
                onDone: mapPane.takeKeyboard()
            }
        }

        VoiceBar {
            Layout.fillWidth: true
            voice: root.voice
            inRoom: root.entry.state === RoomConnection.Connected
        }

        StatusLine {
            Layout.fillWidth: true
            entry: root.entry
            avatar: root.avatar
            profile: root.profile
            identities: root.identities
        }
    }

    WindowCommands {
        id: commands

        entry: root.entry
        voice: root.voice
        memory: root.memory
        map: mapPane
        bar: bar
        column: column
        onPaletteWanted: sheet.setSource("CommandPalette.qml", { commands: commands, entry: root.entry, people: root.people })
        onShortcutsWanted: sheet.setSource("ShortcutsSheet.qml", { commands: commands })
        onSettingsWanted: section => root.showSettings(section)
        onFullScreenWanted: root.memory.switchFullScreen()
        onCloseWanted: root.Window.window.close()
    }
    Repeater {
        model: commands
        delegate: CommandShortcut {}
    }

    // One sheet at a time, created on demand.
    Loader { id: sheet }
    Connections {
        target: sheet.item
        function onClosed(): void { sheet.source = ""; root.memory.endWelcome() }
    }
    Connections {
        target: root.memory
        function onWelcomeWanted(): void {
            sheet.setSource("WelcomeSheet.qml", { entry: root.entry, realms: root.realms, voice: root.voice, profile: root.profile });
        }
    }

    onMirroredChanged: root.mirrorPanes()
    Component.onCompleted: root.mirrorPanes()
    onVisibleChanged: if (root.visible) mapPane.takeKeyboard() // becomes visible when it is complete
}
