// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The map and its buttons. It has the keyboard focus unless the user is typing.
FocusScope {
    id: root

    //! Reparented into this pane while the pane is visible.
    required property RoomMap map
    required property People people
    readonly property string selected: root.map.selectedAddress

    signal writeWanted()

    function takeKeyboard(): void { root.map.takeKeyboard() }
    function zoomIn(): void { root.map.zoomIn() }
    function zoomOut(): void { root.map.zoomOut() }
    function fitEveryone(): void { root.map.fitEveryone() }
    function askParcel(): void { parcelPopup.show("ParcelPopup.qml", {}) }
    function copyPosition(): void { root.map.copyPosition() }
    function select(address: string): void { root.map.select(address) }
    function toggleFollow(): void { root.map.follow = !root.map.follow }

    // The first child, so that Tab reaches the map before its buttons.
    Item {
        id: mapArea

        anchors.fill: parent
    }

    Binding { target: root.map; property: "parent"; value: mapArea; when: root.visible }

    PinchHandler {
        property real last: 1

        target: null
        onActiveChanged: last = 1
        onActiveScaleChanged: {
            root.map.zoomAbout(centroid.position, activeScale / last)
            last = activeScale
        }
    }

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: Theme.accent
        border.width: 2 * Theme.hairline
        visible: root.map.activeFocus
        opacity: 0.35
    }

    // A short hint about the hovered person, after a delay, and the full card of the clicked person. Both have a fixed
    // position and do not follow a person who moves.
    Timer {
        id: hoverTimer

        interval: Theme.hintDelay
        running: root.map.hoveredAddress !== "" && card.clicked === ""
        onTriggered: hint.hovered = root.map.hoveredAddress
    }
    Connections {
        target: root.map
        function onWriteWanted(): void { root.writeWanted() }
        function onPersonClicked(address: string): void { card.clicked = address; hint.hovered = "" }
        function onSelectedChanged(): void { if (root.map.selectedAddress !== card.clicked) card.clicked = "" }
        function onHoveredChanged(): void { if (root.map.hoveredAddress !== hint.hovered) hint.hovered = "" }
    }
    LazyLoader {
        id: card

        property string clicked

        objectName: "mapCard"
        anchors { left: parent.left; top: parent.top; leftMargin: Theme.control + Theme.gapSmall; topMargin: Theme.control }
        height: Math.min(card.implicitHeight, root.height - card.y - Theme.gap)
        file: "PersonCard.qml"
        initialProperties: ({ people: root.people, address: card.clicked })
        wanted: card.clicked !== ""
    }
    Binding {
        target: card.item
        property: "address"
        value: card.clicked
        when: card.item !== null && card.clicked !== ""
    }
    LazyLoader {
        id: hint

        property string hovered

        objectName: "mapHint"
        anchors { left: card.left; top: card.top }
        file: "PersonHint.qml"
        initialProperties: ({ people: root.people, address: hint.hovered })
        wanted: hint.hovered !== ""
    }

    LazyPopup {
        id: parcelPopup

        anchors.centerIn: parent
        onClosed: root.takeKeyboard()
    }
    Connections {
        target: parcelPopup.item
        function onChosen(x: int, z: int): void { root.map.goToParcel(x, z) }
    }

    Binding {
        target: root.map
        property: "buttons"
        value: Qt.rect(buttons.x, buttons.y, buttons.width, buttons.height)
    }
    Row {
        id: buttons

        LayoutMirroring.enabled: false // the map is not mirrored, and its scale is on the left
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.gap }
        spacing: Theme.gapTiny

        QuietButton {
            iconName: "plus"
            purpose: qsTr("Zoom in (+)")
            onClicked: root.map.zoomIn()
        }
        QuietButton {
            iconName: "minus"
            purpose: qsTr("Zoom out (-)")
            onClicked: root.map.zoomOut()
        }
        QuietButton {
            iconName: "fit"
            purpose: qsTr("Show everyone (F)")
            onClicked: root.map.fitEveryone()
        }
        QuietButton {
            objectName: "followButton"
            iconName: "locate"
            purpose: qsTr("Follow me (M)")
            checkable: true
            checked: root.map.follow
            onToggled: root.map.follow = checked
        }
    }
}
