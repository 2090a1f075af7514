// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! The tabs that switch between people and chat in a narrow window. They are created when the window is first narrow.
Loader {
    id: root

    //! The number of unread chat messages.
    required property int unread
    property int currentIndex: 0

    function make(): void { if (root.visible && root.status === Loader.Null) root.setSource("SideTabBar.qml", { tabs: root }) }

    onVisibleChanged: root.make()
    Component.onCompleted: root.make()
}
