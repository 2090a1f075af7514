// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The chat and its input field.
ViewCase {
    id: root

    readonly property ChatPane pane: root.view as ChatPane

    name: "ChatPane"
    stage: Component {
        Stage {
            id: stage

            ChatPane {
                width: 320
                height: 500
                chat: stage.fixture.room.chat
                people: stage.fixture.room.people
                completion: stage.fixture.room.completion
                inRoom: stage.fixture.room.connection.state === RoomConnection.Connected
                reconnecting: stage.fixture.room.connection.reconnecting
            }
        }
    }

    function enterWithPeers(people: int): void {
        root.fixture.enter();
        for (let who = 1; who <= people; ++who)
            root.fixture.join(who);
        settle();
    }
    function lines(): var { return texts("chatText") }

    function test_showsPlaceholders(): void {
        compare(textOf("chatEmpty"), "Messages appear here.");
        compare(item("chatField").placeholderText, "Join a room to chat");
        root.fixture.enter();
        compare(textOf("chatEmpty"), "No messages yet. Say hello!");
        compare(item("chatField").placeholderText, "Message everyone");
        verify(!shows("chatToEnd"));
    }

    function test_showsPeerMessage(): void {
        enterWithPeers(1);
        root.fixture.introduce(1, "Ana");
        root.fixture.say(1, "hello <b>all</b>");
        compare(textOf("chatText"), "hello <b>all</b>");
        compare(item("chatText").textFormat, Text.PlainText);
        verify(!shows("chatEmpty"));
        verify(showsText("Ana " + root.fixture.shortAddress(1)));
        root.fixture.leave(1); // messages stay
        settle();
        compare(lines(), ["hello <b>all</b>"]);
    }

    function test_fitsTextSize_data(): var { return [{ tag: "small", size: 0.85 }, { tag: "usual", size: 1 },
                                                              { tag: "large", size: 1.5 }] }
    function test_fitsTextSize(data: var): void {
        root.fixture.app.appearance.textSize = data.size;
        enterWithPeers(1);
        root.fixture.introduce(1, "Ana");
        root.fixture.say(1, "look at https://example.org");
        waitUntil(() => lines().length === 1, "line not shown");
        const label = item("chatText");
        const author = visibleItems(item => item.text === "Ana " + root.fixture.shortAddress(1))[0];
        const bottom = author.mapToItem(root, 0, author.height).y;
        verify(label.mapToItem(root, 0, 0).y >= bottom, "author and text overlap");
        const link = item("chatLink");
        verify(link.mapToItem(root, 0, 0).y >= label.mapToItem(root, 0, label.height).y);
        verify(link.height >= link.contentItem.implicitHeight);
        root.pane.write();
        type("one");
        for (let i = 0; i < 3; ++i) {
            keyClick(Qt.Key_Return, Qt.ShiftModifier);
            type("more");
        }
        settle();
        const field = item("chatField");
        verify(field.parent.parent.height >= field.contentHeight + field.topPadding + field.bottomPadding - 1,
               "field does not fit four lines");
    }

    function test_enterSends(): void {
        enterWithPeers(1);
        root.pane.write();
        type("good day");
        keyClick(Qt.Key_Return, Qt.ShiftModifier);
        type("you");
        keyClick(Qt.Key_Return);
        compare(root.fixture.sentLines(), ["good day\nyou"]);
        compare(textOf("chatField"), "");
        waitUntil(() => lines().length === 1, "own line not shown");
        compare(lines(), ["good day\nyou"]);
        compare(item("chatText").lineCount, 2);
        verify(!shows("chatProblem"));
        keyClick(Qt.Key_Up); // recalls the previous message
        compare(textOf("chatField"), "good day\nyou");
    }

    function test_keepsDraftOutsideRoom(): void {
        root.pane.write();
        type("anybody?");
        keyClick(Qt.Key_Return);
        compare(textOf("chatField"), "anybody?");
        compare(textOf("chatProblem"), root.fixture.room.chat.problem);
        compare(root.fixture.sentLines(), []);
        const done = spyOn(root.pane, "done");
        keyClick(Qt.Key_Escape);
        compare(done.count, 1);
    }

    function test_keepsMessageThatIsTooLong(): void {
        enterWithPeers(1);
        root.pane.write();
        item("chatField").text = "x".repeat(2001);
        keyClick(Qt.Key_Return);
        compare(textOf("chatField").length, 2001);
        compare(textOf("chatProblem"), root.fixture.room.chat.problem);
        compare(root.fixture.sentLines(), []);
        keyClick(Qt.Key_End, Qt.ControlModifier);
        keyClick(Qt.Key_Backspace); // 2000 bytes are allowed
        keyClick(Qt.Key_Return);
        compare(textOf("chatField"), "");
        verify(!shows("chatProblem"));
        compare(root.fixture.sentLines().length, 1);
    }

    function test_showsNewestOfManyMessages(): void {
        enterWithPeers(100);
        for (let who = 1; who <= 100; ++who)
            root.fixture.say(who, "line " + who);
        waitUntil(() => lines().includes("line 100"), "newest line not visible");
        verify(lines().length < 60);
        const list = item("chatList");
        mouseWheel(list, 100, 100, 0, 600);
        waitUntil(() => list.contentY < list.contentHeight - 600 && !list.moving, "wheel does not scroll");
        root.fixture.say(1, "meanwhile");
        compare(textOf("chatToEnd"), "1 new");
        click("chatToEnd");
        waitUntil(() => lines().includes("meanwhile"), "button does not scroll to the end");
        waitUntilHidden("chatToEnd");
    }

    function test_findsMessages(): void {
        enterWithPeers(3);
        root.fixture.say(1, "tea?");
        root.fixture.say(2, "coffee");
        root.fixture.say(3, "more tea");
        click("chatSearchButton");
        type("tea");
        waitUntil(() => textOf("chatSearchState") === "1 of 2", "not two matches");
        keyClick(Qt.Key_Return);
        compare(textOf("chatSearchState"), "2 of 2");
        keyClick(Qt.Key_Escape);
        waitUntilHidden("chatSearchField");
        verify(item("chatField").activeFocus);
    }

    function test_lineMenuCopiesAndIgnores(): void {
        enterWithPeers(1);
        root.fixture.say(1, "buy now");
        root.fixture.clearClipboard();
        mouseClick(item("chatText"), 5, 5, Qt.RightButton);
        verify(!shows("chatWriteAgain"));
        click("chatCopyAddress");
        compare(root.fixture.clipboard(), root.fixture.address(1));
        waitUntilHidden("chatIgnore");
        mouseClick(item("chatText"), 5, 5, Qt.RightButton);
        click("chatIgnore");
        verify(root.fixture.isIgnored(1));
        waitUntil(() => lines().length === 0, "blocked line still visible");
    }
}
