// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick

//! Loads a popup of this module to show it, and unloads it when it closes: all popups together take megabytes.
//! The test `lazyqml` checks the files and the types of the initial properties.
Loader {
    id: root

    //! The popup, still loaded, has closed.
    signal closed()

    function show(file: string, initialProperties: var): void { root.setSource(file, initialProperties) }

    Connections {
        target: root.item
        function onClosed(): void { root.closed(); root.source = "" }
    }
}
