// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The welcome sheet of the first start.
ViewCase {
    id: root

    name: "WelcomeSheet"
    stage: Component {
        Stage {
            id: stage

            popup: WelcomeSheet {
                connection: stage.fixture.room.connection
                realms: stage.fixture.app.realms
                voice: stage.fixture.room.voice
                profile: stage.fixture.room.profile
            }
        }
    }

    function waitUntilClosed(): void { waitUntil(() => !root.popup.visible, "popup stays open") }

    function test_keysPassThreeSteps(): void {
        compare(textOf("welcomeTitle"), "Choose a name");
        verify(!shows("welcomeBack"));
        waitUntil(() => item("welcomeNext").visualFocus, "no visible focus");
        keyClick(Qt.Key_Space);
        compare(textOf("welcomeTitle"), "Check your microphone");
        keyClick(Qt.Key_Space);
        compare(textOf("welcomeTitle"), "Choose a room");
        verify(showsText("Step 3 of 3"));
        keyClick(Qt.Key_Space);
        waitUntilClosed();
        compare(root.fixture.room.connection.place, "offline:embedded");
    }

    function test_enterContinues(): void {
        waitUntil(() => item("welcomeNext").activeFocus, "button has no focus");
        keyClick(Qt.Key_Return);
        compare(textOf("welcomeTitle"), "Check your microphone");
        item("welcomeBack").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(textOf("welcomeTitle"), "Choose a name");
        keyClick(Qt.Key_Enter);
        keyClick(Qt.Key_Enter);
        compare(textOf("welcomeTitle"), "Choose a room");
    }

    function test_goesBack(): void {
        click("welcomeSkip");
        click("welcomeBack");
        compare(textOf("welcomeTitle"), "Choose a name");
        verify(shows("nameField"));
        verify(!shows("microphoneChoice"));
    }

    function test_setsName(): void {
        click("nameField");
        type("Ana");
        click("welcomeNext");
        compare(root.fixture.room.profile.name, "Ana");
    }

    function test_opensMicrophoneInItsStep(): void {
        verify(!root.fixture.room.voice.checking);
        click("welcomeNext");
        item("microphoneMeter");
        verify(root.fixture.room.voice.checking);
        waitUntil(() => item("microphoneMeter").level > 0, "meter does not move");
        click("welcomeNext");
        verify(!root.fixture.room.voice.checking);
        verify(root.fixture.room.voice.settings.isChecked);
    }

    function test_staysUncheckedWithoutMicrophone(): void {
        root.fixture.unplugMicrophones();
        click("welcomeNext");
        waitUntil(() => textOf("deviceProblem") === "No microphone found. Plug one in to be heard.",
                  "nothing is reported");
        click("welcomeNext");
        verify(!root.fixture.room.voice.checking);
        verify(!root.fixture.room.voice.settings.isChecked);
    }

    function test_hidesImpairmentSliders(): void {
        click("welcomeNext");
        verify(shows("selfTestButton"));
        verify(!shows("lossSlider") && !shows("jitterSlider"));
    }

    function test_closesMicrophoneWithSheet(): void {
        click("welcomeNext");
        item("microphoneMeter");
        keyClick(Qt.Key_Escape);
        waitUntilClosed();
        waitUntil(() => !root.fixture.room.voice.checking, "microphone stays open");
    }

    function test_joinsTypedPlace(): void {
        click("welcomeSkip");
        click("welcomeSkip");
        click("placeField");
        type("offline:here");
        keyClick(Qt.Key_Return);
        waitUntilClosed();
        compare(root.fixture.room.connection.place, "offline:here");
    }

    function test_skipsJoining(): void {
        click("welcomeSkip");
        click("welcomeSkip");
        compare(textOf("welcomeSkip"), "Look around first");
        click("welcomeSkip");
        waitUntilClosed();
        compare(root.fixture.room.connection.state, RoomConnection.Disconnected);
    }
}
