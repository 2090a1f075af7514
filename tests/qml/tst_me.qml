// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The popup of my profile and identity.
ViewCase {
    id: root

    name: "MePopup"
    stage: Component {
        Stage {
            id: stage

            popup: MePopup {
                y: 20
                profile: stage.fixture.room.profile
                identities: stage.fixture.app.identities
            }
        }
    }

    function test_setsName(): void {
        verify(!item("setNameButton").enabled);
        click("nameField");
        type("Ana");
        verify(item("setNameButton").enabled);
        keyClick(Qt.Key_Return);
        compare(root.fixture.room.profile.name, "Ana");
        verify(!item("setNameButton").enabled);
        verify(!shows("nameProblem"));
    }

    function test_rejectsLongName(): void {
        click("nameField");
        type("W".repeat(60));
        keyClick(Qt.Key_Return);
        compare(root.fixture.room.profile.name, "");
        compare(textOf("nameProblem"), root.fixture.room.profile.problem);
        verify(textOf("nameProblem") !== "");
        verify(item("nameProblem").width <= root.popup.width);
        compare(textOf("nameField").length, 60); // kept for correcting it
    }

    function test_choosesAndResetsColour(): void {
        const before = root.fixture.room.profile.color;
        verify(shows("swatch23") && !shows("swatch24"));
        verify(item("addressSwatch").chosen);
        compare(item("addressSwatch").tint, before);
        click("swatch3");
        compare(root.fixture.room.profile.colorIndex, 3);
        compare(root.fixture.room.profile.color, item("swatch3").modelData);
        verify(item("swatch3").chosen && !item("addressSwatch").chosen);
        item("swatch5").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(root.fixture.room.profile.colorIndex, 5);
        click("addressSwatch");
        compare(root.fixture.room.profile.colorIndex, -1);
        compare(root.fixture.room.profile.color, before);
    }

    function test_showsGuest(): void {
        compare(textOf("myAddress"), root.fixture.app.identities.address);
        compare(textOf("keptText"), "Temporary: deleted when you quit.");
        verify(!item("exportIdentity").enabled);
        verify(!item("createIdentity").enabled && !item("importIdentity").enabled);
        compare(item("identityChoice").count, 0);
    }

    function test_createsAndChoosesIdentity(): void {
        const guest = root.fixture.app.identities.address;
        click("identityName");
        type("work");
        click("createIdentity");
        waitUntil(() => item("identityChoice").count === 1, "not created");
        compare(root.fixture.app.identities.address, guest); // only when chosen
        click("createIdentity"); // the name is taken
        waitUntil(() => shows("identityProblem"), "nothing is reported");
        compare(textOf("identityProblem"), root.fixture.app.identities.problem);
        item("identityChoice").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        waitUntil(() => root.fixture.app.identities.address !== guest, "identity unchanged");
        compare(textOf("myAddress"), root.fixture.app.identities.address);
        verify(item("identityChoice").displayText.startsWith("work 0x"));
        verify(item("exportIdentity").enabled);
    }

    function test_escapeCloses(): void {
        item("nameField");
        keyClick(Qt.Key_Escape);
        waitUntil(() => !root.popup.visible, "popup stays open");
    }
}
