// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! What must stay in sight, one line each.
Column {
    id: root

    required property RoomConnection entry
    required property MyIdentities identities
    //! What went wrong before there was a window.
    required property string notice

    signal noticeRead()

    NoticeBar {
        width: parent.width
        labelName: "startNotice"
        text: root.notice
        visible: text !== ""
        closable: true
        onClosed: root.noticeRead()
    }
    NoticeBar {
        width: parent.width
        labelName: "plainNotice"
        text: qsTr("Unencrypted connections are allowed: everybody on the way can read and change what is said there.")
        visible: root.entry.plainAllowed
    }
    NoticeBar {
        width: parent.width
        labelName: "identityNotice"
        text: root.identities.warning
        visible: text !== ""
    }
    NoticeBar {
        width: parent.width
        text: root.entry.problem
        visible: text !== "" && root.entry.state === RoomConnection.Connected
        closable: true
        onClosed: root.entry.dismissProblem()
    }
}
