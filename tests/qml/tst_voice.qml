// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The bar that one talks with, and what opens over it, on a machine with two microphones.
ViewCase {
    id: root

    readonly property VoiceController voice: root.fixture?.voice ?? null

    name: "VoiceBar"
    stage: Component {
        Stage {
            id: stage

            VoiceBar {
                y: parent.height - height
                width: parent.width
                voice: stage.fixture.voice
                inRoom: stage.fixture.entry.state === RoomConnection.Connected
            }
        }
    }

    function openSound(): void {
        click("soundButton");
        item("microphoneChoice");
    }

    function test_outsideNobodyTalks(): void {
        verify(!item("talkButton").enabled);
        compare(textOf("voiceState"), "");
        compare(textOf("soundButton"), "Check my sound");
    }

    function test_whoIsInEarshot(): void {
        root.fixture.enter();
        until(() => textOf("voiceState") === "0 in earshot", "nobody is counted");
        root.fixture.join(1);
        root.fixture.stand(1, 9, 8);
        until(() => textOf("voiceState") === "1 in earshot", "who stands beside me is not counted");
        root.fixture.leave(1);
        until(() => textOf("voiceState") === "0 in earshot", "who left is still counted");
        verify(item("talkButton").enabled);
        root.fixture.entry.leave();
        verify(!item("talkButton").enabled);
    }

    function test_theButtonIsHeld(): void {
        root.fixture.enter();
        const button = item("talkButton");
        compare(button.text, "Hold to talk");
        mousePress(button);
        until(() => button.text === "Talking" && textOf("voiceState") === "Your voice goes out.", "nobody talks");
        until(() => item("sentMeter").level > 0, "the meter shows nothing");
        mouseRelease(button);
        until(() => button.text === "Hold to talk", "the button is still held");
        until(() => item("sentMeter").level === 0, "the meter still shows something");
    }

    function test_muted(): void {
        root.fixture.enter();
        click("muteButton");
        verify(root.voice.muted);
        compare(textOf("muteButton"), "Muted");
        mousePress(item("talkButton"));
        until(() => textOf("voiceState") === "You are muted: nobody hears you.", "nobody is told");
        mouseRelease(item("talkButton"));
        until(() => textOf("voiceState") === "0 in earshot", "still told after the release");
        root.voice.muted = false; // by key
        compare(textOf("muteButton"), "Mute");
        verify(!item("muteButton").checked);
    }

    function test_deafened(): void {
        root.fixture.enter();
        item("deafenButton").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(root.voice.deafened);
        compare(textOf("deafenButton"), "Deafened");
        compare(textOf("voiceState"), "You hear nobody.");
    }

    function test_noMicrophone(): void {
        root.fixture.unplugMicrophones();
        root.fixture.enter();
        until(() => textOf("voiceState") === "There is no microphone. Plug one in to be heard.", "nobody is told");
        openSound();
        until(() => textOf("deviceProblem") === textOf("voiceState"), "nobody is told here");
        keyClick(Qt.Key_Escape);
        goes("deviceProblem");
        compare(textOf("soundButton"), "Check my sound"); // for nothing was heard
    }

    function test_aSentenceWithoutRoomIsReadUnderThePointer(): void {
        root.fixture.unplugMicrophones();
        root.fixture.enter();
        const sentence = "There is no microphone. Plug one in to be heard.";
        until(() => textOf("voiceState") === sentence, "nobody is told");
        const state = item("voiceState");
        mouseMove(state);
        verify(!state.truncated);
        root.view.width = 520;
        settle();
        verify(state.truncated);
        mouseMove(state, 5, 5);
        until(() => all("voiceState").length === 1 && seen(item => item.text === sentence && item !== state).length === 1,
              "it is not told in full");
        compare(seen(item => item.text === sentence && item !== state)[0].textFormat, Text.PlainText);
    }

    function test_atTheLargestTextNothingIsCut(): void {
        root.fixture.appearance.textSize = 1.5;
        openSound();
        const keys = item("talkKeys");
        compare(keys.text, "hold T or Space");
        verify(!keys.truncated && keys.contentWidth <= keys.width);
        const usual = item("usualKeys");
        verify(item("byVoiceTick").mapToItem(root, 0, 0).y >= usual.mapToItem(root, 0, usual.height).y, "they lie over each other");
        const problem = item("deviceProblem");
        verify(problem.contentHeight <= problem.height && problem.lineCount > 1);
    }

    function test_theSoundIsChecked(): void {
        openSound(); // in no room yet
        verify(root.voice.checking);
        until(() => item("microphoneMeter").level > 0, "the meter shows nothing");
        compare(textOf("deviceProblem"), "Say something: the bar moves when the microphone works.");
        click("chimeButton");
        until(() => root.fixture.hasSounded(), "nothing is heard");
        keyClick(Qt.Key_Escape);
        goes("microphoneChoice");
        verify(!root.voice.checking);
        verify(root.voice.settings.isChecked);
        compare(textOf("soundButton"), "Sound");
    }

    function test_aMicrophoneIsChosen(): void {
        openSound();
        const choice = item("microphoneChoice");
        until(() => choice.displayText === "As the system chooses (Mic A)", "the microphones are not found");
        mouseClick(choice);
        until(() => says("Mic B"), "the list does not open");
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        until(() => root.voice.microphone === 2, "it is not chosen");
        compare(choice.displayText, "Mic B");
    }

    function test_anotherKeyTalks(): void {
        root.fixture.watchKeys(root.Window.window);
        root.fixture.enter();
        openSound();
        compare(textOf("talkKeys"), "hold T or Space");
        click("keyButton");
        compare(textOf("talkKeys"), "Press the key (Esc: leave it)");
        keyClick("g");
        compare(textOf("talkKeys"), "hold G");
        keyClick(Qt.Key_Escape);
        goes("talkKeys");
        keyPress("g");
        until(() => textOf("talkButton") === "Talking", "the key does not talk");
        keyRelease("g");
        until(() => textOf("talkButton") === "Hold to talk", "the key is still held");
    }

    function test_habits(): void {
        openSound();
        const settings = root.voice.settings;
        click("byVoiceTick");
        verify(settings.byVoice);
        verify(says("when it is " + Math.round(settings.margin) + " dB louder than the room"));
        compare(settings.curve, VoiceSettings.Inverse);
        item("curveChoice").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(settings.curve, VoiceSettings.Nearby);
        click("selfTestButton");
        verify(root.voice.selfTest.active);
        item("lossSlider").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        compare(root.voice.selfTest.loss, 1);
        verify(says("with 1 % of it lost"));
        keyClick(Qt.Key_Escape);
        goes("selfTestButton");
        verify(!root.voice.selfTest.active); // nobody hears themselves for ever
    }
}
