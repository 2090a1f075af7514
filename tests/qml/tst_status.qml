// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The status line, and the notices below the top bar.
Item {
    id: root

    width: 900
    height: 700

    ViewCase {
        id: line

        name: "StatusLine"
        stage: Component {
            Stage {
                id: stage

                StatusLine {
                    y: parent.height - height
                    width: parent.width
                    connection: stage.fixture.room.connection
                    avatar: stage.fixture.room.avatar
                    profile: stage.fixture.room.profile
                    identities: stage.fixture.app.identities
                }
            }
        }

        function test_showsIdentityAndParcel(): void {
            verify(showsText("You're " + line.fixture.room.connection.me));
            verify(showsText("Parcel 0, 0"));
            line.fixture.room.profile.setName("Ana");
            verify(showsText("You're Ana " + line.fixture.room.connection.me));
            line.fixture.room.avatar.press(Qt.Key_A);
            line.fixture.wait(4); // 12 m to the west
            verify(showsText("Parcel -1, 0"));
        }

        function test_longNameKeepsParcelVisible(): void {
            line.fixture.room.profile.setName("W".repeat(32));
            settle();
            const parcel = visibleItems(item => item.text === "Parcel 0, 0")[0];
            verify(parcel.x >= item("meButton").x + item("meButton").width);
            verify(parcel.x + parcel.width <= line.view.width);
        }

        function test_countsTraffic(): void {
            line.fixture.room.connection.enter("offline:");
            waitUntil(() => showsText("0 packets/s in, 0 out"), "no traffic shown");
            line.fixture.room.connection.leave();
            waitUntil(() => !showsText("0 packets/s in, 0 out"), "traffic still shown");
        }

        function test_clickShowsProfile(): void {
            click("meButton");
            compare(textOf("myAddress"), line.fixture.app.identities.address);
            keyClick(Qt.Key_Escape);
            waitUntilHidden("myAddress");
        }
    }

    ViewCase {
        id: above

        property string notice: ""

        name: "Notices"
        stage: Component {
            Stage {
                id: table

                Notices {
                    width: 600
                    connection: table.fixture.room.connection
                    identities: table.fixture.app.identities
                    notice: above.notice
                }
            }
        }

        function test_hasNoHeightWithoutNotice(): void {
            above.notice = "";
            tryCompare(above.view, "height", 0);
        }

        function test_dismissesNotice(): void {
            above.notice = "The <b>settings</b> could not be read.";
            compare(textOf("startNotice"), above.notice);
            compare(item("startNotice").textFormat, Text.PlainText);
            const read = spyOn(above.view, "noticeRead");
            click("closeNotice");
            compare(read.count, 1);
        }

        function test_warnsWhileUnencryptedIsAllowed(): void {
            above.notice = "";
            above.fixture.room.connection.plainAllowed = true;
            verify(shows("plainNotice"));
            verify(!shows("closeNotice")); // shown as long as they are allowed
            above.fixture.room.connection.plainAllowed = false;
            verify(!shows("plainNotice"));
        }

        function test_showsInvalidAddressInRoom(): void {
            above.notice = "";
            above.fixture.enter();
            verify(!shows("notice"));
            above.fixture.room.connection.enter("nonsense");
            compare(textOf("notice"), above.fixture.room.connection.problem);
            above.fixture.room.connection.leave(); // the card shows it instead
            verify(!shows("notice"));
        }

        function test_dismissesInvalidAddress(): void {
            above.notice = "";
            above.fixture.enter();
            above.fixture.room.connection.enter("nonsense");
            click("closeNotice");
            verify(!shows("notice"));
            compare(above.fixture.room.connection.problem, "");
            compare(above.fixture.room.connection.state, RoomConnection.Connected);
        }

        function test_truncatesLongNotice(): void {
            above.notice = "what went wrong ".repeat(50);
            compare(item("startNotice").lineCount, 3);
            verify(item("startNotice").truncated);
            above.notice = "";
        }
    }
}
