// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The chat and the authors of its lines.
ViewCase {
    id: root

    readonly property ChatPane pane: root.view as ChatPane

    name: "ChatPeople"
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

    function test_multilineMessageStaysInsideEdge(): void {
        enterWithPeers(1);
        root.fixture.say(1, "hi\n\n\nMe 12:34\nof course\nToday\nYou joined\nwss://islet.example");
        compare(lines(), ["hi\nMe 12:34\nof course\nToday\nYou joined wss://islet.example"]);
        const text = item("chatText");
        compare(text.lineCount, 5);
        const bar = item("chatEdge");
        const place = text.mapToItem(bar, 0, 0, text.width, text.height);
        verify(place.x > bar.width);
        verify(place.y >= 0 && place.y + place.height <= bar.height);
    }

    function test_tabCompletesNames(): void {
        enterWithPeers(2);
        root.fixture.introduce(1, "Ana");
        root.fixture.introduce(2, "Anders");
        root.pane.write();
        type("an");
        keyClick(Qt.Key_Tab);
        compare(texts("chatName").length, 2);
        compare(textOf("chatField"), "@Ana ");
        keyClick(Qt.Key_Tab);
        compare(textOf("chatField"), "@Anders ");
        type("hi");
        verify(!shows("chatName"));
        keyClick(Qt.Key_Return);
        compare(root.fixture.sentLines(), ["@Anders hi"]);
    }

    function test_fieldRecallsMessagesAndKeepsDraft(): void {
        enterWithPeers(1);
        root.pane.write();
        for (const message of ["first", "second", "third"]) {
            type(message);
            keyClick(Qt.Key_Return);
        }
        for (const before of ["third", "second", "first", "first"]) {
            keyClick(Qt.Key_Up);
            compare(textOf("chatField"), before);
        }
        for (const after of ["second", "third", ""]) {
            keyClick(Qt.Key_Down);
            compare(textOf("chatField"), after);
        }
        type("hi @");
        keyClick(Qt.Key_Tab);
        const draft = "hi @" + root.fixture.shortAddress(1) + " ";
        compare(textOf("chatField"), draft);
        root.fixture.room.connection.leave();
        compare(textOf("chatField"), draft);
        type("x".repeat(200));
        verify(shows("chatWarning"));
    }

    function test_clickOnAuthorSelectsPerson(): void {
        enterWithPeers(1);
        root.fixture.introduce(1, "Ana");
        root.pane.write();
        type("hi");
        keyClick(Qt.Key_Return);
        root.fixture.say(1, "hello");
        const chosen = spyOn(root.pane, "personChosen");
        waitUntil(() => allItems("chatAuthor").length === 2, "not two lines");
        mouseClick(allItems("chatAuthor")[0]); // I am not in the people list
        compare(chosen.count, 0);
        mouseClick(allItems("chatAuthor")[1]);
        compare(chosen.signalArguments.map(one => one[0]), addresses([1]));
    }

    function test_lineMenuLeadsToAuthor(): void {
        enterWithPeers(1);
        root.fixture.introduce(1, "Ana <b>");
        root.fixture.say(1, "hello");
        const chosen = spyOn(root.pane, "personChosen");
        mouseClick(item("chatText"), 5, 5, Qt.RightButton);
        click("chatShowPerson");
        compare(chosen.signalArguments.map(one => one[0]), addresses([1]));
        waitUntilHidden("chatShowPerson");
        mouseClick(item("chatText"), 5, 5, Qt.RightButton);
        click("chatCard");
        compare(textOf("cardAddress"), root.fixture.shortAddress(1));
        keyClick(Qt.Key_Escape);
        waitUntilHidden("personCard");
        root.pane.write();
        type("well, ");
        mouseClick(item("chatText"), 5, 5, Qt.RightButton);
        compare(item("chatMention").words, "Mention @Ana <b>");
        compare(item("chatMention").text, ""); // only a plain label shows untrusted text
        click("chatMention");
        compare(textOf("chatField"), "well, @Ana <b> ");
        waitUntil(() => item("chatField").activeFocus, "field has no focus");
        root.fixture.leave(1);
        mouseClick(item("chatText"), 5, 5, Qt.RightButton);
        verify(shows("chatCard") && !shows("chatShowPerson"));
        keyClick(Qt.Key_Escape);
    }
}
