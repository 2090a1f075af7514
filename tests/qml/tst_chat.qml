// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! What is said, and where one writes.
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
                chat: stage.fixture.chat
                people: stage.fixture.people
                completion: stage.fixture.completion
                inRoom: stage.fixture.entry.state === RoomConnection.Connected
                reconnecting: stage.fixture.entry.reconnecting
            }
        }
    }

    function enterAmong(people: int): void {
        root.fixture.enter();
        for (let who = 1; who <= people; ++who)
            root.fixture.join(who);
        settle();
    }
    function lines(): var { return texts("chatText") }

    function test_nothingWasSaid(): void {
        compare(textOf("chatEmpty"), "What is said stands here.");
        compare(item("chatField").placeholderText, "enter a room to write");
        root.fixture.enter();
        compare(textOf("chatEmpty"), "Nothing was said yet. Say hello.");
        compare(item("chatField").placeholderText, "write (Enter)");
        verify(!shows("chatToEnd"));
    }

    function test_aLineOfSomebody(): void {
        enterAmong(1);
        root.fixture.introduce(1, "Ana");
        root.fixture.say(1, "hello <b>all</b>");
        compare(textOf("chatText"), "hello <b>all</b>");
        compare(item("chatText").textFormat, Text.PlainText);
        verify(!shows("chatEmpty"));
        verify(says("Ana " + root.fixture.shortAddress(1)));
        root.fixture.leave(1); // what was said stays
        settle();
        compare(lines(), ["hello <b>all</b>"]);
    }

    function test_wordsOfAnySizeHaveRoom_data(): var { return [{ tag: "small", size: 0.85 }, { tag: "usual", size: 1 },
                                                              { tag: "large", size: 1.5 }] }
    function test_wordsOfAnySizeHaveRoom(data: var): void {
        root.fixture.appearance.textSize = data.size;
        enterAmong(1);
        root.fixture.introduce(1, "Ana");
        root.fixture.say(1, "look at https://example.org");
        until(() => lines().length === 1, "it is not shown");
        const words = item("chatText");
        const author = seen(item => item.text === "Ana " + root.fixture.shortAddress(1))[0];
        const bottom = author.mapToItem(root, 0, author.height).y;
        verify(words.mapToItem(root, 0, 0).y >= bottom, "who said it and what was said run into each other");
        const link = item("chatLink");
        verify(link.mapToItem(root, 0, 0).y >= words.mapToItem(root, 0, words.height).y);
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
               "four lines have no room");
    }

    function test_enterSends(): void {
        enterAmong(1);
        root.pane.write();
        type("good day");
        keyClick(Qt.Key_Return, Qt.ShiftModifier);
        type("you");
        keyClick(Qt.Key_Return);
        compare(root.fixture.sentLines(), ["good day\nyou"]);
        compare(textOf("chatField"), "");
        until(() => lines().length === 1, "my own line is not shown");
        compare(lines(), ["good day\nyou"]);
        compare(item("chatText").lineCount, 2);
        verify(!shows("chatProblem"));
        keyClick(Qt.Key_Up); // what one wrote before
        compare(textOf("chatField"), "good day\nyou");
    }

    function test_outsideNothingIsLost(): void {
        root.pane.write();
        type("anybody?");
        keyClick(Qt.Key_Return);
        compare(textOf("chatField"), "anybody?");
        compare(textOf("chatProblem"), root.fixture.chat.problem);
        compare(root.fixture.sentLines(), []);
        const done = spyOn(root.pane, "done");
        keyClick(Qt.Key_Escape);
        compare(done.count, 1);
    }

    function test_keepsMessageThatIsTooLong(): void {
        enterAmong(1);
        root.pane.write();
        item("chatField").text = "x".repeat(2001);
        keyClick(Qt.Key_Return);
        compare(textOf("chatField").length, 2001);
        compare(textOf("chatProblem"), root.fixture.chat.problem);
        compare(root.fixture.sentLines(), []);
        keyClick(Qt.Key_End, Qt.ControlModifier);
        keyClick(Qt.Key_Backspace); // 2000 bytes are allowed
        keyClick(Qt.Key_Return);
        compare(textOf("chatField"), "");
        verify(!shows("chatProblem"));
        compare(root.fixture.sentLines().length, 1);
    }

    function test_ofManyTheNewestIsSeen(): void {
        enterAmong(100);
        for (let who = 1; who <= 100; ++who)
            root.fixture.say(who, "line " + who);
        until(() => lines().includes("line 100"), "the newest line is not seen");
        verify(lines().length < 60);
        const list = item("chatList");
        mouseWheel(list, 100, 100, 0, 600);
        until(() => list.contentY < list.contentHeight - 600 && !list.moving, "the wheel moves nothing");
        root.fixture.say(1, "meanwhile");
        compare(textOf("chatToEnd"), "1 new");
        click("chatToEnd");
        until(() => lines().includes("meanwhile"), "the button does not lead to the end");
        goes("chatToEnd");
    }

    function test_aSearch(): void {
        enterAmong(3);
        root.fixture.say(1, "tea?");
        root.fixture.say(2, "coffee");
        root.fixture.say(3, "more tea");
        click("chatSearchButton");
        type("tea");
        until(() => textOf("chatSearchState") === "1 of 2", "it is not found twice");
        keyClick(Qt.Key_Return);
        compare(textOf("chatSearchState"), "2 of 2");
        keyClick(Qt.Key_Escape);
        goes("chatSearchField");
        verify(item("chatField").activeFocus);
    }

    function test_theMenuOfALine(): void {
        enterAmong(1);
        root.fixture.say(1, "buy now");
        root.fixture.clearClipboard();
        mouseClick(item("chatText"), 5, 5, Qt.RightButton);
        verify(!shows("chatWriteAgain"));
        click("chatCopyAddress");
        compare(root.fixture.clipboard(), root.fixture.address(1));
        goes("chatIgnore");
        mouseClick(item("chatText"), 5, 5, Qt.RightButton);
        click("chatIgnore");
        verify(root.fixture.isIgnored(1));
        until(() => lines().length === 0, "what they said is still seen");
    }
}
