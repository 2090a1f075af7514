// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/roomserver.h"
#include "tests/support/archipelagoserver.h"
#include "tests/support/minicomms.h"
#include "tests/support/outlastretry.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = CloseReason::Kind;
using State = CommsSession::State;

namespace {

//! Two clients with one identity in one room, both of which reconnect when they lose the connection.
struct Twins {
    Twins(QString room, QChar digit)
        : where(std::move(room))
        , first(TestClient::owner(QString(64, digit)), CommsSession::Retry::WhenLost)
        , second(TestClient::owner(QString(64, digit)), CommsSession::Retry::WhenLost)
    { }

    bool joinInTurn()
    {
        return first.join(where) && waitUntil([this] { return first.isIn(); }) && second.join(where)
            && waitUntil([this] { return second.isIn(); });
    }

    //! What differs from one kick, after which the first is out for good and the second still in; empty if nothing.
    QString trouble() const
    {
        if (first.ends.size() != 1 || first.ends.constFirst().kind != Kind::Kicked)
            return u"%1: the first was not kicked exactly once"_s.arg(where);
        if (first.states != QList{State::Joining, State::Joined, State::Idle} || !first.losses.isEmpty())
            return u"%1: the first has tried again"_s.arg(where);
        if (first.session.untilRetry() != 0ms || first.session.isReconnecting())
            return u"%1: the first is going to try again"_s.arg(where);
        if (second.states != QList{State::Joining, State::Joined} || !second.losses.isEmpty())
            return u"%1: the second did not stay"_s.arg(where);
        return {};
    }

    QString where;
    TestClient first;
    TestClient second;
};

} // namespace

//! One identity twice in the same room: the later one stays, and the kicked one does not come back and kick it.
class TestKickWar : public QObject {
    Q_OBJECT

private slots:
    void kickedTwinStaysOut()
    {
        MiniComms real;
        QVERIFY2(NodeProcess::missing().isEmpty(), qPrintable(NodeProcess::missing()));
        QVERIFY2(real.start(), qPrintable(real.why()));
        RoomServer ours{RoomOptions()};
        QVERIFY(ours.listen());
        ArchipelagoServer service([&ours](const QString &island) { return ours.connectionString(island); });

        Twins inMiniComms(real.connectionString(u"war"_s), u'3');
        Twins inOurRoom(ours.connectionString(u"war"_s), u'4');
        Twins onIsland(service.connectionString(), u'5');
        for (Twins *twins : {&inMiniComms, &inOurRoom, &onIsland}) {
            QVERIFY2(twins->joinInTurn(), qPrintable(twins->where));
            QTRY_COMPARE(twins->first.ends.size(), 1);
        }
        QTRY_COMPARE(ours.peerCount(), 2);

        QVERIFY(outlastFirstRetry(ours)); // a kicked client that retried would be back by then
        QCOMPARE(inMiniComms.trouble(), QString());
        QCOMPARE(inOurRoom.trouble(), QString());
        QCOMPARE(onIsland.trouble(), QString());
        QCOMPARE(service.kicks(), 1);
        QCOMPARE(service.present(), 1);
        QTRY_COMPARE(ours.peerCount(), 2); // one in the room, one on the island
    }
};

ISLET_TEST(TestKickWar);
#include "tst_kickwar.moc"
