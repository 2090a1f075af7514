// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Test
import Islet.Ui

//! A view and the models behind it, for one test. They go together: no view outlives its models.
Rectangle {
    id: root

    readonly property House house: House {}
    //! The first of what lies on it, unless that is a popup.
    readonly property Item view: root.children.length > 0 ? root.children[0] : null

    anchors.fill: parent
    color: Theme.paper

    Binding { target: Theme; property: "appearance"; value: root.house.appearance }
}
