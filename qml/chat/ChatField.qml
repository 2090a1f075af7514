// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import QtQuick.Controls.Basic
import Islet
import Islet.Ui

//! The chat input: plain text, a draft history, and name completion. It shows no text of other people, except a name
//! that the user completes.
TextArea {
    id: root

    required property ChatDraft draft
    required property NameCompletion completion
    required property string purpose

    readonly property bool isCompleting: root.completion.names.length > 1

    signal accepted()
    signal done()

    function put(content: string): void { root.clear(); root.insert(0, content) }
    function complete(backwards: bool): bool {
        const found = root.completion.complete(root.getText(0, root.length), root.cursorPosition, backwards);
        return found && root.replace(root.completion.start, root.completion.end, root.completion.word);
    }
    function replace(from: int, to: int, word: string): bool {
        root.remove(from, to);
        root.insert(from, word);
        return true;
    }

    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gapSmall
    topPadding: Theme.gapTiny + Theme.gapTiny / 2
    bottomPadding: topPadding
    verticalAlignment: TextEdit.AlignVCenter
    color: Theme.ink
    placeholderTextColor: Theme.quiet
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.pixelSize: Theme.body
    selectByMouse: true
    Accessible.name: root.purpose

    background: Item {}

    onTextChanged: {
        if (root.length > 4000)
            root.remove(4000, root.length);
        root.draft.keep(root.getText(0, root.length));
    }
    onAccepted: root.completion.finish()
    onActiveFocusChanged: if (!root.activeFocus) root.completion.finish()
    Component.onCompleted: root.put(root.draft.text)

    Keys.onPressed: (event) => {
        if (event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab && event.key !== Qt.Key_Shift)
            root.completion.finish();
    }
    Keys.onReturnPressed: (event) => {
        event.accepted = !(event.modifiers & Qt.ShiftModifier);
        if (event.accepted)
            root.accepted();
    }
    Keys.onEnterPressed: root.accepted()
    Keys.onEscapePressed: root.isCompleting ? root.completion.finish() : root.done()
    Keys.onUpPressed: (event) => { event.accepted = root.isCompleting ? root.complete(true) : root.draft.older() }
    Keys.onDownPressed: (event) => { event.accepted = root.isCompleting ? root.complete(false) : root.draft.newer() }
    Keys.onTabPressed: if (!root.complete(false)) root.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: if (!root.complete(true)) root.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    Connections {
        target: root.draft
        function onRecalled(): void { root.put(root.draft.text) }
    }
}
