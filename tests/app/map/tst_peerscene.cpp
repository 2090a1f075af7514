// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace islet;
using namespace islet::test;

//! The peers on the map, and which of them talk.
class TestPeerScene : public QObject {
    Q_OBJECT

private:
    static QSet<Address> talkingIn(const PeerScene &peerScene)
    {
        QSet<Address> talking;
        const auto people = peerScene.people();
        for (const PeerScene::Person &person : people) {
            if (person.isTalking)
                talking.insert(person.address);
        }
        return talking;
    }

private slots:
    void drawsIgnoredPeopleInGrey()
    {
        const Address ana = numberedAddress(0x1234);
        bool isIgnored = false;
        FakeRoom room;
        room.peerScene.setIgnored([&](const Address &) { return isIgnored; });
        room.stand(ana, {1, 0, 1});
        const auto saturation = [&] { return QColor(room.peerScene.peers().front().color).hsvSaturation(); };
        QVERIFY(saturation() > 0);
        isIgnored = true;
        QSignalSpy changed(&room.peerScene, &PeerScene::changed);
        room.peerScene.renew(ana);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(saturation(), 0);
        isIgnored = false;
        room.peerScene.renew(ana);
        QVERIFY(saturation() > 0);
    }

    void marksTalkingPeople()
    {
        const Address ana = numberedAddress(1);
        const Address bo = numberedAddress(2);
        FakeRoom room;
        room.stand(ana, {1, 0, 1});
        room.stand(bo, {2, 0, 2});
        QCOMPARE(room.peerScene.count(), 2);
        QVERIFY(talkingIn(room.peerScene).isEmpty());
        QSignalSpy changed(&room.peerScene, &PeerScene::changed);
        room.peerScene.setTalking({ana, numberedAddress(3)}); // 3 has no position yet
        QCOMPARE(changed.count(), 1); // triggers a redraw
        QCOMPARE(talkingIn(room.peerScene), QSet{ana});
        QCOMPARE(room.peerScene.count(), 2);
        room.stand(numberedAddress(3), {3, 0, 3}); // now 3 has a position
        QCOMPARE(talkingIn(room.peerScene), (QSet{ana, numberedAddress(3)}));
        room.peerScene.setTalking({bo});
        QCOMPARE(talkingIn(room.peerScene), QSet{bo});
        room.leave(bo);
        QVERIFY(talkingIn(room.peerScene).isEmpty());
        room.peerScene.setTalking({});
        QVERIFY(!room.peerScene.isMoving()); // talking does not count as moving
    }
};

ISLET_TEST(TestPeerScene);
#include "tst_peerscene.moc"
