// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick

//! What is in a file of this folder, made when it is wanted and taken away again. What is wanted from the start on may
//! come after the first frame.
Loader {
    id: root

    required property string file
    //! Its required properties.
    required property var given
    required property bool wanted

    property bool stands: false

    function renew(): void { root.setSource(root.wanted ? root.file : "", root.given) }

    asynchronous: true
    // What is still being loaded is let go of first: forced to be there at once, it would forget what it was given.
    onWantedChanged: if (root.stands) { root.source = ""; root.asynchronous = false; root.renew() }
    Component.onCompleted: { root.renew(); root.stands = true }
}
