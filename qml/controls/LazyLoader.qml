// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick

//! Loads a file of this module while `wanted` is true, and unloads it afterwards. If it is wanted from the start, it
//! loads asynchronously and may appear after the first frame.
Loader {
    id: root

    required property string file
    //! Initial values of its required properties.
    required property var initialProperties
    required property bool wanted

    property bool isComplete: false

    function reload(): void { root.setSource(root.wanted ? root.file : "", root.initialProperties) }

    asynchronous: true
    // Cancels a pending load first: switching it to synchronous would lose the initial properties.
    onWantedChanged: if (root.isComplete) { root.source = ""; root.asynchronous = false; root.reload() }
    Component.onCompleted: { root.reload(); root.isComplete = true }
}
