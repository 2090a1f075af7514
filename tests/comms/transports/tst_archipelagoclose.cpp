// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "archipelagofixture.h"
#include "tests/support/client.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/transportprobe.h"

#include <QRegularExpression>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Fault = ArchipelagoServer::Fault;
using Kind = CloseReason::Kind;
using Step = HandshakeStep::Kind;

namespace {

enum class Where { NotYet, Connecting, Asked, Signed, In, GoingThere, There, LostThere };

//! What an end is brought about from.
enum class Signal { Opening, Upgraded, Signed, Opened, Moved, Joined, Left, Packet };

//! Islands with one person who comes, and does something once they are as far as that.
struct Visit {
    Visit()
        : transport(new ArchipelagoTransport(islands.service.url(), identity, factory, {u"archipelago"_s}, quick()))
        , probe(*transport)
    {
        islands.service.setWayTo([this](const QString &) { return island.connectionString(); });
        transport->reportPosition({10, 0, 0});
    }

    void doAt(Signal moment, const std::function<void()> &deed) const
    {
        const auto step = [&](Step kind) {
            QObject::connect(transport.get(), &Transport::stepCompleted, &probe, [deed, kind](const HandshakeStep &s) {
                if (s.kind == kind)
                    deed();
            });
        };
        switch (moment) {
        case Signal::Opening: QObject::connect(transport.get(), &Transport::stateChanged, &probe, deed); return;
        case Signal::Upgraded: step(Step::Upgraded); return;
        case Signal::Signed: step(Step::Signed); return;
        case Signal::Opened: QObject::connect(transport.get(), &Transport::opened, &probe, deed); return;
        case Signal::Moved: step(Step::Moved); return;
        case Signal::Joined: QObject::connect(transport.get(), &Transport::peerJoined, &probe, deed); return;
        case Signal::Left: QObject::connect(transport.get(), &Transport::peerLeft, &probe, deed); return;
        case Signal::Packet: QObject::connect(transport.get(), &Transport::packetReceived, &probe, deed); return;
        }
    }

    Islands islands;
    ScriptedServer island;
    Identity identity = Client::someone();
    TransportFactory factory{allProtocols(), identity};
    TransportPtr transport;
    TransportProbe probe;
};

} // namespace

//! Leaving an archipelago, wherever one is and from within every signal: one closed(), and nothing after it.
class TestArchipelagoClose : public QObject {
    Q_OBJECT

private:
    void endsFromWithin_data()
    {
        QTest::addColumn<Signal>("moment");
        QTest::newRow("opening") << Signal::Opening;
        QTest::newRow("upgraded") << Signal::Upgraded;
        QTest::newRow("signed") << Signal::Signed;
        QTest::newRow("opened") << Signal::Opened;
        QTest::newRow("moved") << Signal::Moved;
        QTest::newRow("joined") << Signal::Joined;
        QTest::newRow("left, when the island changes") << Signal::Left;
        QTest::newRow("packet") << Signal::Packet;
    }

    //! An island with somebody on it who speaks, and then another.
    static void script(Visit &visit)
    {
        visit.island.on(ScriptedServer::Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s))
            .on(ScriptedServer::Moment::Answered, welcome(1, {{2, addressOf(2)}, {3, addressOf(3)}}))
            .on(ScriptedServer::Moment::Answered, peerUpdate(2, "hello"))
            .on(ScriptedServer::Moment::Answered, [&visit](ScriptedServer &) {
                visit.islands.service.move(visit.identity.address(), u"elsewhere"_s,
                                           visit.islands.rooms.connectionString());
            });
    }

    static bool reach(Visit &visit, Where where)
    {
        ArchipelagoServer &service = visit.islands.service;
        const auto is = [&visit](Step step) { return visit.probe.steps.contains(step); };
        service.setPlaces(where >= Where::GoingThere);
        if (where >= Where::There)
            visit.island.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        if (where != Where::NotYet)
            visit.transport->open();
        switch (where) {
        case Where::NotYet:
        case Where::Connecting: return true;
        case Where::Asked: service.setFault(Fault::Silence); return waitUntil([&] { return is(Step::Identified); });
        case Where::Signed: service.setFault(Fault::NoWelcome); return waitUntil([&] { return is(Step::Signed); });
        case Where::In: return waitUntil([&] { return !visit.probe.welcomes.isEmpty(); });
        case Where::GoingThere: return waitUntil([&] { return visit.island.received().size() == 1; });
        case Where::There: return waitUntil([&] { return !visit.probe.comings.isEmpty(); });
        case Where::LostThere: break;
        }
        if (!waitUntil([&] { return !visit.probe.comings.isEmpty(); }))
            return false;
        visit.island.abort();
        return waitUntil([&] { return visit.probe.comings.size() == 2; });
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"QIODevice|QAbstractSocket|QNativeSocket"_s)); }

    void leavingWherever_data()
    {
        QTest::addColumn<Where>("where");
        QTest::newRow("not yet opened") << Where::NotYet;
        QTest::newRow("connecting") << Where::Connecting;
        QTest::newRow("asked for a challenge") << Where::Asked;
        QTest::newRow("signed") << Where::Signed;
        QTest::newRow("in, with no island") << Where::In;
        QTest::newRow("on the way to an island") << Where::GoingThere;
        QTest::newRow("on an island") << Where::There;
        QTest::newRow("an island was lost") << Where::LostThere;
    }
    void leavingWherever()
    {
        QFETCH(const Where, where);
        Visit visit;
        QVERIFY(reach(visit, where));
        visit.transport->close();
        visit.transport->close();
        QCOMPARE(visit.probe.closes.size(), 1);
        QVERIFY2(visit.probe.kind() == Kind::Requested, qPrintable(visit.probe.detail()));
        QTRY_COMPARE(visit.islands.service.present(), 0);
        QTRY_COMPARE(visit.island.present(), 0);
        QCOMPARE(visit.probe.closes.size(), 1);
        QCOMPARE(visit.probe.afterClose, 0);
        QVERIFY(!visit.transport->broadcast("gone", Delivery::Unreliable));
    }

    void leavingFromWithin_data() { endsFromWithin_data(); }
    void leavingFromWithin()
    {
        QFETCH(const Signal, moment);
        Visit visit;
        script(visit);
        visit.doAt(moment, [&visit] { visit.transport->close(); });
        visit.transport->open();
        QTRY_COMPARE(visit.probe.closes.size(), 1);
        QVERIFY2(visit.probe.kind() == Kind::Requested, qPrintable(visit.probe.detail()));
        QTRY_COMPARE(visit.islands.service.present(), 0);
        QTRY_COMPARE(visit.island.present(), 0);
        QTRY_COMPARE(visit.islands.rooms.peerCount(), 0);
        QCOMPARE(visit.probe.closes.size(), 1);
    }

    void beingDeletedFromWithin_data() { endsFromWithin_data(); }
    void beingDeletedFromWithin()
    {
        QFETCH(const Signal, moment);
        Visit visit;
        script(visit);
        visit.doAt(moment, [&visit] { visit.transport.reset(); });
        const QPointer<Transport> transport(visit.transport.get());
        transport->open();
        QTRY_VERIFY(transport.isNull());
        QTRY_COMPARE(visit.islands.service.present(), 0);
        QTRY_COMPARE(visit.island.present(), 0);
        QTRY_COMPARE(visit.islands.rooms.peerCount(), 0);
        QVERIFY(visit.probe.closes.size() <= 1);
    }

    void beingDeletedAtTheEnd()
    {
        Visit visit;
        visit.island.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        QObject::connect(visit.transport.get(), &Transport::closed, &visit.probe,
                         [&visit] { visit.transport.reset(); });
        const QPointer<Transport> transport(visit.transport.get());
        transport->open();
        QVERIFY(waitUntil([&] { return !visit.probe.comings.isEmpty(); }));
        visit.islands.service.cut();
        QTRY_VERIFY(transport.isNull());
        QCOMPARE(visit.probe.closes.size(), 1);
        QTRY_COMPARE(visit.island.present(), 0);
    }
};

ISLET_TEST(TestArchipelagoClose);
#include "tst_archipelagoclose.moc"
