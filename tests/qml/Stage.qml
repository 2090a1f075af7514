// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Test
import Islet.Ui

//! A view and its models, for one test. They are destroyed together, so no view outlives its models.
Rectangle {
    id: root

    readonly property ViewFixture fixture: ViewFixture {}
    //! The popup or else the view under test, which is the first child.
    property Popup popup: null
    readonly property Item view: root.children.length > 0 ? root.children[0] : null

    anchors.fill: parent
    color: Theme.paper

    Binding { target: Theme; property: "appearance"; value: root.fixture.app.appearance }
}
