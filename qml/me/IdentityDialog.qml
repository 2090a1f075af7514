// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Dialogs
import Islet

//! Chooses the file to import an identity from, or to export it to.
FileDialog {
    id: root

    required property MyIdentities identities
    required property bool isExport
    required property string name

    title: root.isExport ? qsTr("Export identity to a new file") : qsTr("Import identity from a file")
    fileMode: root.isExport ? FileDialog.SaveFile : FileDialog.OpenFile
    onAccepted: root.isExport ? root.identities.exportTo(root.identities.current, root.selectedFile)
                              : root.identities.importFrom(root.name, root.selectedFile)
    Component.onCompleted: root.open()
}
