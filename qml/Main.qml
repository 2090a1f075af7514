// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The window: the map is the room one stands in; everything else is a margin note.
ApplicationWindow {
    id: root

    required property RoomEntry entry
    required property Walker walker
    required property Crowd crowd
    required property NearestFirst people
    required property PeersModel everybody
    required property ChatModel chat
    required property VoiceController voice
    required property MyIdentities identities
    required property MyProfile profile
    required property HandshakeLog handshake
    required property RealmList realms
    required property Appearance appearance
    //! What went wrong before there was a window.
    property string notice

    title: root.entry.state === RoomEntry.In ? qsTr("%1 - Islet").arg(root.entry.place) : qsTr("Islet")
    width: Theme.windowWidth
    height: Theme.windowHeight
    minimumWidth: Theme.windowLeastWidth
    minimumHeight: Theme.windowLeastHeight
    visible: true
    color: Theme.paper

    // What the style draws by itself: hints, scroll bars, the marks of a text field.
    palette {
        window: Theme.paper
        windowText: Theme.ink
        base: Theme.raised
        text: Theme.ink
        button: Theme.raised
        buttonText: Theme.ink
        mid: Theme.quiet
        dark: Theme.quiet
        highlight: Theme.accent
        highlightedText: Theme.accentInk
        placeholderText: Theme.quiet
        toolTipBase: Theme.raised
        toolTipText: Theme.ink
    }

    Binding { target: Theme; property: "appearance"; value: root.appearance }
    Binding { target: Theme; property: "windowRoom"; value: root.height }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ConnectBar {
            id: bar

            Layout.fillWidth: true
            entry: root.entry
            realms: root.realms
            handshake: root.handshake
        }

        NoticeBar {
            Layout.fillWidth: true
            labelName: "startNotice"
            text: root.notice
            visible: text !== ""
            closable: true
            onClosed: root.notice = ""
        }
        NoticeBar {
            Layout.fillWidth: true
            labelName: "plainNotice"
            text: qsTr("Unencrypted connections are allowed: everybody on the way can read and change what is said there.")
            visible: root.entry.plainAllowed
        }
        NoticeBar {
            Layout.fillWidth: true
            labelName: "identityNotice"
            text: root.identities.warning
            visible: text !== ""
        }
        NoticeBar {
            Layout.fillWidth: true
            text: root.entry.problem
            visible: text !== "" && root.entry.state === RoomEntry.In
        }

        SplitView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            handle: PaneEdge {}

            MapPane {
                id: map

                SplitView.fillWidth: true
                SplitView.minimumWidth: Theme.column
                focus: true
                crowd: root.crowd
                walker: root.walker
                voice: root.voice
                onWriteWanted: chat.write()

                NoRoomCard {
                    anchors.centerIn: parent
                    entry: root.entry
                    visible: !offer.visible
                             && (root.entry.state === RoomEntry.Out || root.entry.state === RoomEntry.Waiting)
                    onHandshakeWanted: bar.showHandshake()
                }
                OfferCard {
                    id: offer

                    anchors.centerIn: parent
                    entry: root.entry
                }
            }

            SplitView {
                SplitView.preferredWidth: Theme.column
                SplitView.minimumWidth: Theme.column / 2
                orientation: Qt.Vertical
                handle: PaneEdge {}

                PeoplePane {
                    SplitView.preferredHeight: Theme.column
                    SplitView.minimumHeight: Theme.bar
                    people: root.people
                    voice: root.voice
                    count: root.everybody.count
                }
                ChatPane {
                    id: chat

                    SplitView.fillHeight: true
                    SplitView.minimumHeight: 2 * Theme.bar
                    chat: root.chat
                    inRoom: root.entry.state === RoomEntry.In
                    returning: root.entry.returning
                    onDone: map.takeKeyboard()
                }
            }
        }

        VoiceBar {
            Layout.fillWidth: true
            voice: root.voice
            inRoom: root.entry.state === RoomEntry.In
        }

        StatusLine {
            Layout.fillWidth: true
            entry: root.entry
            walker: root.walker
            profile: root.profile
            identities: root.identities
        }
    }

    Shortcut { sequence: "Ctrl+L"; onActivated: bar.editAddress() }
    Shortcut { sequence: "Ctrl+H"; onActivated: bar.showHandshake() }
    Shortcut { sequence: "Ctrl+Return"; onActivated: chat.write() }
    Shortcut { sequence: "Ctrl+Q"; onActivated: root.close() }

    Component.onCompleted: map.takeKeyboard()
}
