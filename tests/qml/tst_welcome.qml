// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The first start.
ViewCase {
    id: root

    name: "WelcomeSheet"
    stage: Component {
        Stage {
            id: stage

            popup: WelcomeSheet {
                entry: stage.fixture.entry
                realms: stage.fixture.realms
                voice: stage.fixture.voice
                profile: stage.fixture.profile
            }
        }
    }

    function closes(): void { until(() => !root.popup.visible, "it stays open") }

    function test_threeStepsByKeys(): void {
        compare(textOf("welcomeTitle"), "Who are you?");
        verify(!shows("welcomeBack"));
        until(() => item("welcomeNext").visualFocus, "it is not seen which button has the keyboard");
        keyClick(Qt.Key_Space);
        compare(textOf("welcomeTitle"), "Can you be heard?");
        keyClick(Qt.Key_Space);
        compare(textOf("welcomeTitle"), "Where to?");
        verify(says("Step 3 of 3"));
        keyClick(Qt.Key_Space);
        closes();
        compare(root.fixture.entry.place, "offline:embedded");
    }

    function test_enterLeadsOn(): void {
        until(() => item("welcomeNext").activeFocus, "the keyboard is elsewhere");
        keyClick(Qt.Key_Return);
        compare(textOf("welcomeTitle"), "Can you be heard?");
        item("welcomeBack").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(textOf("welcomeTitle"), "Who are you?");
        keyClick(Qt.Key_Enter);
        keyClick(Qt.Key_Enter);
        compare(textOf("welcomeTitle"), "Where to?");
    }

    function test_backAndForth(): void {
        click("welcomeSkip");
        click("welcomeBack");
        compare(textOf("welcomeTitle"), "Who are you?");
        verify(shows("nameField"));
        verify(!shows("microphoneChoice"));
    }

    function test_theNameIsTaken(): void {
        click("nameField");
        type("Ana");
        click("welcomeNext");
        compare(root.fixture.profile.name, "Ana");
    }

    function test_theMicrophoneIsOpenWhileOneLooks(): void {
        verify(!root.fixture.voice.checking);
        click("welcomeNext");
        item("microphoneMeter");
        verify(root.fixture.voice.checking);
        until(() => item("microphoneMeter").level > 0, "the bar does not move");
        click("welcomeNext");
        verify(!root.fixture.voice.checking);
        verify(root.fixture.voice.settings.isChecked);
    }

    function test_nothingIsCheckedWithoutAMicrophone(): void {
        root.fixture.unplugMicrophones();
        click("welcomeNext");
        until(() => textOf("deviceProblem") === "There is no microphone. Plug one in to be heard.", "nobody is told");
        click("welcomeNext");
        verify(!root.fixture.voice.checking);
        verify(!root.fixture.voice.settings.isChecked);
    }

    function test_aNewcomerTestsNoLine(): void {
        click("welcomeNext");
        verify(shows("selfTestButton"));
        verify(!shows("lossSlider") && !shows("jitterSlider"));
    }

    function test_theMicrophoneIsClosedWithTheSheet(): void {
        click("welcomeNext");
        item("microphoneMeter");
        keyClick(Qt.Key_Escape);
        closes();
        until(() => !root.fixture.voice.checking, "the microphone stays open");
    }

    function test_aPlaceOfOnesOwn(): void {
        click("welcomeSkip");
        click("welcomeSkip");
        click("placeField");
        type("offline:here");
        keyClick(Qt.Key_Return);
        closes();
        compare(root.fixture.entry.place, "offline:here");
    }

    function test_lookingAroundFirst(): void {
        click("welcomeSkip");
        click("welcomeSkip");
        compare(textOf("welcomeSkip"), "Look around first");
        click("welcomeSkip");
        closes();
        compare(root.fixture.entry.state, RoomConnection.Disconnected);
    }
}
