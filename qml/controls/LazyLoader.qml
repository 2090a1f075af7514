// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick

//! Loads a file of this module while `wanted` is true, and unloads it afterwards. If it is wanted from the start, it
//! loads asynchronously and may appear after the first frame.
Loader {
    id: root

    required property string file
    //! Initial values of its required properties.
    required property var given
    required property bool wanted

    property bool stands: false

    function renew(): void { root.setSource(root.wanted ? root.file : "", root.given) }

    asynchronous: true
    // Cancels a pending load first: switching it to synchronous would lose the initial properties.
    onWantedChanged: if (root.stands) { root.source = ""; root.asynchronous = false; root.renew() }
    Component.onCompleted: { root.renew(); root.stands = true }
}
