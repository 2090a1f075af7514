// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet.Ui

//! In a narrow window people and chat share one place. The tabs are made when the window is narrow for the first time.
Loader {
    id: root

    //! Of the lines in the chat.
    required property int unread
    property int currentIndex: 0

    function make(): void { if (root.visible && root.status === Loader.Null) root.setSource("SideTabBar.qml", { tabs: root }) }

    onVisibleChanged: root.make()
    Component.onCompleted: root.make()
}
