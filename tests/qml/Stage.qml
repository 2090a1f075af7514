// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet.Test
import Islet.Ui

//! A view and the models behind it, for one test. They go together: no view outlives its models.
Rectangle {
    id: root

    readonly property ViewFixture fixture: ViewFixture {}
    //! What is tested: the first thing that lies here, or a popup.
    property Popup popup: null
    readonly property Item view: root.children.length > 0 ? root.children[0] : null

    anchors.fill: parent
    color: Theme.paper

    Binding { target: Theme; property: "appearance"; value: root.fixture.appearance }
}
