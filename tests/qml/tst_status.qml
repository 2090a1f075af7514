// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Islet
import Islet.Ui

//! The lowest line of the window, and the sentences below its top bar.
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
                    entry: stage.house.entry
                    walker: stage.house.walker
                    profile: stage.house.profile
                    identities: stage.house.identities
                }
            }
        }

        function test_whoAndWhereIAm(): void {
            verify(says("I am " + line.house.entry.me));
            verify(says("parcel 0, 0"));
            line.house.profile.setName("Ana");
            verify(says("I am Ana " + line.house.entry.me));
            line.house.walker.press(Qt.Key_A);
            line.house.wait(4); // 12 m to the west
            verify(says("parcel -1, 0"));
        }

        function test_longNamesLeaveRoom(): void {
            line.house.profile.setName("W".repeat(32));
            settle();
            const parcel = seen(item => item.text === "parcel 0, 0")[0];
            verify(parcel.x >= item("meButton").x + item("meButton").width);
            verify(parcel.x + parcel.width <= line.view.width);
        }

        function test_theWayIsCounted(): void {
            line.house.entry.enter("offline:");
            until(() => says("0 in, 0 out a second"), "nothing is counted");
            line.house.entry.leave();
            until(() => !says("0 in, 0 out a second"), "it is still counted");
        }

        function test_aClickTellsMore(): void {
            click("meButton");
            compare(textOf("myAddress"), line.house.identities.address);
            keyClick(Qt.Key_Escape);
            goes("myAddress");
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
                    entry: table.house.entry
                    identities: table.house.identities
                    notice: above.notice
                }
            }
        }

        function test_nothingToSay(): void {
            above.notice = "";
            compare(above.view.height, 0);
        }

        function test_whatIsReadIsSentAway(): void {
            above.notice = "The <b>settings</b> could not be read.";
            compare(textOf("startNotice"), above.notice);
            compare(item("startNotice").textFormat, Text.PlainText);
            const read = spyOn(above.view, "noticeRead");
            click("closeNotice");
            compare(read.count, 1);
        }

        function test_unencryptedWays(): void {
            above.notice = "";
            above.house.entry.plainAllowed = true;
            verify(shows("plainNotice"));
            verify(!shows("closeNotice")); // for as long as they are allowed
            above.house.entry.plainAllowed = false;
            verify(!shows("plainNotice"));
        }

        function test_aMistakeWhileInTheRoom(): void {
            above.notice = "";
            above.house.enter();
            verify(!shows("notice"));
            above.house.entry.enter("nonsense");
            compare(textOf("notice"), above.house.entry.problem);
            above.house.entry.leave(); // where a card tells it
            verify(!shows("notice"));
        }

        function test_aMistakeIsSentAway(): void {
            above.notice = "";
            above.house.enter();
            above.house.entry.enter("nonsense");
            click("closeNotice");
            verify(!shows("notice"));
            compare(above.house.entry.problem, "");
            compare(above.house.entry.state, RoomEntry.In);
        }

        function test_longSentencesStayInThreeLines(): void {
            above.notice = "what went wrong ".repeat(50);
            compare(item("startNotice").lineCount, 3);
            verify(item("startNotice").truncated);
            above.notice = "";
        }
    }
}
