// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! Who I am.
ViewCase {
    id: root

    name: "MePopup"
    stage: Component {
        Stage {
            id: stage

            popup: MePopup {
                y: 20
                profile: stage.fixture.profile
                identities: stage.fixture.identities
            }
        }
    }

    function test_aNameForTheOthers(): void {
        verify(!item("setNameButton").enabled);
        click("nameField");
        type("Ana");
        verify(item("setNameButton").enabled);
        keyClick(Qt.Key_Return);
        compare(root.fixture.profile.name, "Ana");
        verify(!item("setNameButton").enabled);
        verify(!shows("nameProblem"));
    }

    function test_aNameThatIsTooLong(): void {
        click("nameField");
        type("W".repeat(60));
        keyClick(Qt.Key_Return);
        compare(root.fixture.profile.name, "");
        compare(textOf("nameProblem"), root.fixture.profile.problem);
        verify(textOf("nameProblem") !== "");
        verify(item("nameProblem").width <= root.popup.width);
        compare(textOf("nameField").length, 60); // to be mended
    }

    function test_aColourAndBack(): void {
        const before = root.fixture.profile.color;
        verify(shows("swatch23") && !shows("swatch24"));
        verify(item("addressSwatch").chosen);
        compare(item("addressSwatch").tint, before);
        click("swatch3");
        compare(root.fixture.profile.colorIndex, 3);
        compare(root.fixture.profile.color, item("swatch3").modelData);
        verify(item("swatch3").chosen && !item("addressSwatch").chosen);
        item("swatch5").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(root.fixture.profile.colorIndex, 5);
        click("addressSwatch");
        compare(root.fixture.profile.colorIndex, -1);
        compare(root.fixture.profile.color, before);
    }

    function test_aGuest(): void {
        compare(textOf("myAddress"), root.fixture.identities.address);
        compare(textOf("keptText"), "Kept nowhere: gone when the program ends.");
        verify(!item("exportIdentity").enabled);
        verify(!item("createIdentity").enabled && !item("importIdentity").enabled);
        compare(item("identityChoice").count, 0);
    }

    function test_anotherIdentity(): void {
        const guest = root.fixture.identities.address;
        click("identityName");
        type("work");
        click("createIdentity");
        until(() => item("identityChoice").count === 1, "it is not made");
        compare(root.fixture.identities.address, guest); // until one says so
        click("createIdentity"); // there is one of that name
        until(() => shows("identityProblem"), "nobody is told");
        compare(textOf("identityProblem"), root.fixture.identities.problem);
        item("identityChoice").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        until(() => root.fixture.identities.address !== guest, "I am still the guest");
        compare(textOf("myAddress"), root.fixture.identities.address);
        verify(item("identityChoice").displayText.startsWith("work 0x"));
        verify(item("exportIdentity").enabled);
    }

    function test_escapeCloses(): void {
        item("nameField");
        keyClick(Qt.Key_Escape);
        until(() => !root.popup.visible, "it stays open");
    }
}
