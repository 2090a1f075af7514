// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import Islet
import Islet.Ui

//! The warnings that stay visible, one bar each.
Column {
    id: root

    required property RoomConnection connection
    required property MyIdentities identities
    //! A problem that occurred before the window existed.
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
        text: qsTr("Unencrypted connections are allowed: anyone along the way could read or change what is said.")
        visible: root.connection.plainAllowed
    }
    NoticeBar {
        width: parent.width
        labelName: "identityNotice"
        text: root.identities.warning
        visible: text !== ""
    }
    NoticeBar {
        width: parent.width
        text: root.connection.problem
        visible: text !== "" && root.connection.state === RoomConnection.Connected
        closable: true
        onClosed: root.connection.dismissProblem()
    }
}
