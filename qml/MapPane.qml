// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The map with its few buttons. Has the keyboard while nothing is being written.
FocusScope {
    id: root

    required property Crowd crowd
    required property Walker walker
    required property VoiceController voice
    required property People people
    required property MapTiles tiles
    readonly property string selected: map.selectedAddress

    signal writeWanted()

    function takeKeyboard(): void { map.forceActiveFocus(Qt.OtherFocusReason) }
    function zoomIn(): void { map.zoomIn() }
    function zoomOut(): void { map.zoomOut() }
    function fitEverybody(): void { map.fitEverybody() }
    function askParcel(): void { ask.setSource("ParcelPopup.qml") }
    function copyPosition(): void { map.copyPosition() }
    function select(address: string): void { map.select(address) }
    function toggleFollow(): void { map.follow = !map.follow }

    MapItem {
        id: map

        objectName: "map"
        anchors.fill: parent
        LayoutMirroring.enabled: false // east is to the right
        focus: true
        clip: true
        crowd: root.crowd
        walker: root.walker
        tiles: Theme.contrast ? null : root.tiles
        talking: root.voice.sending
        hearing: root.voice.settings.earshot
        still: Theme.still
        paper: Theme.paper
        ink: Theme.ink
        quiet: Theme.quiet
        grid: Theme.grid
        accent: Theme.accent
        warn: Theme.warn
        font.pixelSize: Theme.small
        activeFocusOnTab: true
        Accessible.role: Accessible.Canvas
        Accessible.name: qsTr("Map")
        Accessible.description: qsTr("Walk with W, A, S, D or the arrows, run with Shift, hold %1 to talk").arg(root.voice.settings.keyNames)
                                + qsTr("; %n people are in view", "", map.shownCount)

        Keys.onPressed: event => event.accepted = root.walker.press(event.key)
        Keys.onReleased: event => event.accepted = !event.isAutoRepeat && root.walker.release(event.key)
        Keys.onReturnPressed: root.writeWanted()
        Keys.onEscapePressed: event => event.accepted = map.clearSelection()
        onActiveFocusChanged: if (!activeFocus) root.walker.releaseAll()
    }

    PinchHandler {
        property real last: 1

        target: null
        onActiveChanged: last = 1
        onActiveScaleChanged: {
            map.zoomAbout(centroid.position, activeScale / last)
            last = activeScale
        }
    }

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: Theme.accent
        border.width: 2 * Theme.hairline
        visible: map.activeFocus
        opacity: 0.35
    }

    // Who is under the pointer, once it rests there, or who was clicked; always in the same place, so that nothing runs
    // after a person who walks.
    Timer {
        id: rest

        interval: Theme.hintDelay
        running: map.hoveredAddress !== "" && card.clicked === ""
        onTriggered: card.hovered = map.hoveredAddress
    }
    Connections {
        target: map
        function onPersonClicked(address: string): void { card.clicked = address }
        function onSelectedChanged(): void { if (map.selectedAddress !== card.clicked) card.clicked = "" }
        function onHoveredChanged(): void { if (map.hoveredAddress !== card.hovered) card.hovered = "" }
    }
    OnDemand {
        id: card

        property string hovered
        property string clicked
        readonly property string shown: card.clicked !== "" ? card.clicked : card.hovered

        objectName: "mapCard"
        anchors { left: parent.left; top: parent.top; leftMargin: Theme.control + Theme.gapSmall; topMargin: Theme.control }
        height: Math.min(card.implicitHeight, root.height - card.y - Theme.gap)
        file: "PersonCard.qml"
        given: ({ people: root.people, address: card.shown })
        wanted: card.shown !== ""
    }
    Binding {
        target: card.item
        property: "address"
        value: card.shown
        when: card.item !== null && card.shown !== ""
    }

    Loader {
        id: ask

        anchors.centerIn: parent
    }
    Connections {
        target: ask.item
        function onClosed(): void { ask.source = ""; root.takeKeyboard() }
        function onChosen(x: int, z: int): void { map.goToParcel(x, z) }
    }

    Binding {
        target: map
        property: "buttons"
        value: Qt.rect(buttons.x, buttons.y, buttons.width, buttons.height)
    }
    Row {
        id: buttons

        LayoutMirroring.enabled: false // the map keeps its sides, and its scale stands at the other
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.gap }
        spacing: Theme.gapTiny

        QuietButton {
            iconName: "plus"
            purpose: qsTr("Zoom in (+)")
            onClicked: map.zoomIn()
        }
        QuietButton {
            iconName: "minus"
            purpose: qsTr("Zoom out (-)")
            onClicked: map.zoomOut()
        }
        QuietButton {
            iconName: "fit"
            purpose: qsTr("See everybody (F)")
            onClicked: map.fitEverybody()
        }
        QuietButton {
            objectName: "followButton"
            iconName: "locate"
            purpose: qsTr("Keep me in the middle (M)")
            checkable: true
            checked: map.follow
            onToggled: map.follow = checked
        }
    }
}
