// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/roomserver.h"
#include "tests/support/archipelagoserver.h"
#include "tests/support/client.h"
#include "tests/support/minicomms.h"
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

//! Two clients of one identity, both of which come back when they are lost.
struct Twins {
    Twins(QString place, QChar digit)
        : where(std::move(place))
        , first(Client::owner(QString(64, digit)), CommsSession::Retry::WhenLost)
        , second(Client::owner(QString(64, digit)), CommsSession::Retry::WhenLost)
    { }

    bool comeOneAfterTheOther()
    {
        return first.join(where) && waitUntil([this] { return first.isIn(); }) && second.join(where)
            && waitUntil([this] { return second.isIn(); });
    }

    //! Empty when there was one kick, and who came later is still in.
    QString trouble() const
    {
        if (first.ends.size() != 1 || first.ends.constFirst().kind != Kind::Kicked)
            return u"%1: who came first was not kicked once and for all"_s.arg(where);
        if (first.states != QList{State::Joining, State::Joined, State::Idle} || !first.losses.isEmpty())
            return u"%1: who came first has tried again"_s.arg(where);
        if (second.states != QList{State::Joining, State::Joined} || !second.losses.isEmpty())
            return u"%1: who came later did not stay"_s.arg(where);
        return {};
    }

    QString where;
    Client first;
    Client second;
};

} // namespace

//! One person who is in the same room twice: whoever comes later stays, and that is all.
class TestKickWar : public QObject {
    Q_OBJECT

private slots:
    void oneKickInHalfAMinute()
    {
        MiniComms real;
        QVERIFY2(NodeProcess::missing().isEmpty(), qPrintable(NodeProcess::missing()));
        QVERIFY2(real.start(), qPrintable(real.why()));
        RoomServer ours{RoomOptions()};
        QVERIFY(ours.listen());
        ArchipelagoServer service([&ours](const QString &island) { return ours.connectionString(island); });

        Twins there(real.connectionString(u"war"_s), u'3');
        Twins here(ours.connectionString(u"war"_s), u'4');
        Twins onIslands(service.connectionString(), u'5');
        for (Twins *twins : {&there, &here, &onIslands})
            QVERIFY2(twins->comeOneAfterTheOther(), qPrintable(twins->where));
        QTRY_COMPARE(ours.peerCount(), 2);

        static_cast<void>(waitUntil([] { return false; }, 30s)); // a war needs time
        QCOMPARE(there.trouble(), QString());
        QCOMPARE(here.trouble(), QString());
        QCOMPARE(onIslands.trouble(), QString());
        QCOMPARE(service.kicks(), 1);
        QCOMPARE(service.present(), 1);
        QCOMPARE(ours.peerCount(), 2); // one there, one on the island
    }
};

ISLET_TEST(TestKickWar);
#include "tst_kickwar.moc"
