// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick

//! What is in a file of this folder, made when it is wanted and taken away again.
Loader {
    id: root

    required property string file
    //! Its required properties.
    required property var given
    required property bool wanted

    function renew(): void { root.setSource(root.wanted ? root.file : "", root.given) }

    onWantedChanged: root.renew()
    Component.onCompleted: root.renew()
}
