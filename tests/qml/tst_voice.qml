// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The voice bar and its popups, on a machine with two microphones.
ViewCase {
    id: root

    readonly property VoiceController voice: root.fixture?.room.voice ?? null

    name: "VoiceBar"
    stage: Component {
        Stage {
            id: stage

            VoiceBar {
                y: parent.height - height
                width: parent.width
                voice: stage.fixture.room.voice
                inRoom: stage.fixture.room.connection.state === RoomConnection.Connected
            }
        }
    }

    function openSound(): void {
        click("soundButton");
        item("microphoneChoice");
    }

    function test_disabledOutsideRoom(): void {
        verify(!item("talkButton").enabled);
        compare(textOf("voiceState"), "");
        compare(textOf("soundButton"), "Check my sound");
    }

    function test_countsPeersInEarshot(): void {
        root.fixture.enter();
        waitUntil(() => textOf("voiceState") === "0 in earshot", "peers not counted");
        root.fixture.join(1);
        root.fixture.stand(1, 9, 8);
        waitUntil(() => textOf("voiceState") === "1 in earshot", "peer beside me not counted");
        root.fixture.leave(1);
        waitUntil(() => textOf("voiceState") === "0 in earshot", "peer who left still counted");
        verify(item("talkButton").enabled);
        root.fixture.room.connection.leave();
        verify(!item("talkButton").enabled);
    }

    function test_talksWhileButtonIsHeld(): void {
        root.fixture.enter();
        const button = item("talkButton");
        compare(button.text, "Hold to talk");
        mousePress(button);
        waitUntil(() => button.text === "Talking" && textOf("voiceState") === "You're live.", "not talking");
        waitUntil(() => item("sentMeter").level > 0, "meter shows nothing");
        mouseRelease(button);
        waitUntil(() => button.text === "Hold to talk", "button still held");
        waitUntil(() => item("sentMeter").level === 0, "meter still shows a level");
    }

    function test_showsMuted(): void {
        root.fixture.enter();
        click("muteButton");
        verify(root.voice.muted);
        compare(textOf("muteButton"), "Muted");
        mousePress(item("talkButton"));
        waitUntil(() => textOf("voiceState") === "You're muted: no one can hear you.", "nothing is reported");
        mouseRelease(item("talkButton"));
        waitUntil(() => textOf("voiceState") === "0 in earshot", "still shown after release");
        root.voice.muted = false; // as a shortcut does
        compare(textOf("muteButton"), "Mute");
        verify(!item("muteButton").checked);
    }

    function test_showsDeafened(): void {
        root.fixture.enter();
        item("deafenButton").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(root.voice.deafened);
        compare(textOf("deafenButton"), "Deafened");
        compare(textOf("voiceState"), "You're deafened: you can't hear anyone.");
    }

    function test_showsMissingMicrophone(): void {
        root.fixture.unplugMicrophones();
        root.fixture.enter();
        waitUntil(() => textOf("voiceState") === "No microphone found. Plug one in to be heard.",
                  "nothing is reported");
        openSound();
        waitUntil(() => textOf("deviceProblem") === textOf("voiceState"), "not shown in the popup");
        keyClick(Qt.Key_Escape);
        waitUntilHidden("deviceProblem");
        compare(textOf("soundButton"), "Check my sound"); // the microphone was never checked
    }

    function test_showsTruncatedStateInTooltip(): void {
        root.fixture.unplugMicrophones();
        root.fixture.enter();
        const sentence = "No microphone found. Plug one in to be heard.";
        waitUntil(() => textOf("voiceState") === sentence, "nothing is reported");
        const state = item("voiceState");
        mouseMove(state);
        verify(!state.truncated);
        root.view.width = 520;
        settle();
        verify(state.truncated);
        mouseMove(state, 5, 5);
        waitUntil(() => allItems("voiceState").length === 1
                  && visibleItems(item => item.text === sentence && item !== state).length === 1,
                  "no tooltip with the full text");
        compare(visibleItems(item => item.text === sentence && item !== state)[0].textFormat, Text.PlainText);
    }

    function test_fitsLargestText(): void {
        root.fixture.app.appearance.textSize = 1.5;
        openSound();
        const keys = item("talkKeys");
        compare(keys.text, "Hold T or Space");
        verify(!keys.truncated && keys.contentWidth <= keys.width);
        const usual = item("usualKeys");
        verify(item("byVoiceTick").mapToItem(root, 0, 0).y >= usual.mapToItem(root, 0, usual.height).y,
               "controls overlap");
        const problem = item("deviceProblem");
        verify(problem.contentHeight <= problem.height && problem.lineCount > 1);
    }

    function test_checksSound(): void {
        openSound(); // not in a room yet
        verify(root.voice.checking);
        waitUntil(() => item("microphoneMeter").level > 0, "meter shows nothing");
        compare(textOf("deviceProblem"), "Say something. The bar moves if the microphone works.");
        click("chimeButton");
        waitUntil(() => root.fixture.hasPlayedSound(), "no sound played");
        keyClick(Qt.Key_Escape);
        waitUntilHidden("microphoneChoice");
        verify(!root.voice.checking);
        verify(root.voice.settings.isChecked);
        compare(textOf("soundButton"), "Sound");
    }

    function test_choosesMicrophone(): void {
        openSound();
        const choice = item("microphoneChoice");
        waitUntil(() => choice.displayText === "System default (Mic A)", "microphones not found");
        mouseClick(choice);
        waitUntil(() => showsText("Mic B"), "list does not open");
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        waitUntil(() => root.voice.microphone === 2, "microphone not chosen");
        compare(choice.displayText, "Mic B");
    }

    function test_changesTalkKey(): void {
        root.fixture.watchKeys(root.Window.window);
        root.fixture.enter();
        openSound();
        compare(textOf("talkKeys"), "Hold T or Space");
        click("keyButton");
        compare(textOf("talkKeys"), "Press a key (Esc to cancel)");
        keyClick("g");
        compare(textOf("talkKeys"), "Hold G");
        keyClick(Qt.Key_Escape);
        waitUntilHidden("talkKeys");
        keyPress("g");
        waitUntil(() => textOf("talkButton") === "Talking", "key does not talk");
        keyRelease("g");
        waitUntil(() => textOf("talkButton") === "Hold to talk", "key still held");
    }

    function test_changesSettings(): void {
        openSound();
        const settings = root.voice.settings;
        click("byVoiceTick");
        verify(settings.byVoice);
        verify(showsText("Sensitivity: " + Math.round(settings.margin) + " dB above background noise"));
        compare(settings.curve, VoiceSettings.Inverse);
        item("curveChoice").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(settings.curve, VoiceSettings.Nearby);
        click("selfTestButton");
        verify(root.voice.selfTest.active);
        item("lossSlider").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        compare(root.voice.selfTest.loss, 1);
        verify(showsText("Simulated packet loss: 1 %"));
        keyClick(Qt.Key_Escape);
        waitUntilHidden("selfTestButton");
        verify(!root.voice.selfTest.active); // closing the popup ends the test
    }
}
