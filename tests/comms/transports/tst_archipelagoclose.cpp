// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "archipelagofixture.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"
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

enum class Stage { NotOpened, Connecting, Identified, Signed, WithoutIsland, JoiningIsland, OnIsland, IslandLost };

//! The signal from within which the transport is closed or deleted.
enum class Signal { Opening, Upgraded, Signed, Opened, Moved, Joined, Left, Packet };

//! A transport to an archipelago, and actions that run from within its signals.
struct Visit {
    Visit()
        : transport(new ArchipelagoTransport(islands.service.url(), {identity}, factory, {u"archipelago"_s}, quick()))
        , probe(*transport)
    {
        islands.service.setConnectionStringOf([this](const QString &) { return island.connectionString(); });
        transport->reportPosition({10, 0, 0});
    }

    void doAt(Signal moment, const std::function<void()> &task) const
    {
        const auto step = [&](Step kind) {
            QObject::connect(transport.get(), &Transport::stepCompleted, &probe, [task, kind](const HandshakeStep &s) {
                if (s.kind() == kind)
                    task();
            });
        };
        switch (moment) {
        case Signal::Opening: QObject::connect(transport.get(), &Transport::stateChanged, &probe, task); return;
        case Signal::Upgraded: step(Step::Upgraded); return;
        case Signal::Signed: step(Step::Signed); return;
        case Signal::Opened: QObject::connect(transport.get(), &Transport::opened, &probe, task); return;
        case Signal::Moved: step(Step::Moved); return;
        case Signal::Joined: QObject::connect(transport.get(), &Transport::peerJoined, &probe, task); return;
        case Signal::Left: QObject::connect(transport.get(), &Transport::peerLeft, &probe, task); return;
        case Signal::Packet: QObject::connect(transport.get(), &Transport::packetReceived, &probe, task); return;
        }
    }

    Islands islands;
    ScriptedServer island;
    Identity identity = TestClient::someone();
    TransportFactory factory{allProtocols(), {identity}};
    TransportPtr transport;
    TransportProbe probe;
};

} // namespace

//! Closing an Archipelago transport at every stage and from within every signal: emits closed() once, and nothing
//! after it.
class TestArchipelagoClose : public QObject {
    Q_OBJECT

private:
    void addSignalRows()
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

    //! Scripts an island with a peer that sends a packet, and then a move to another island.
    static void scriptTwoIslands(Visit &visit)
    {
        visit.island.on(ScriptedServer::Moment::Identified, challenge(u"dcl-0.cjn1h9uisdb"_s))
            .on(ScriptedServer::Moment::Answered, welcome(1, {{2, addressOf(2)}, {3, addressOf(3)}}))
            .on(ScriptedServer::Moment::Answered, peerUpdate(2, "hello"))
            .on(ScriptedServer::Moment::Answered, [&visit](ScriptedServer &) {
                visit.islands.service.move(visit.identity.address(), u"elsewhere"_s,
                                           visit.islands.rooms.connectionString());
            });
    }

    static bool reach(Visit &visit, Stage stage)
    {
        ArchipelagoServer &service = visit.islands.service;
        const auto is = [&visit](Step step) { return visit.probe.steps.contains(step); };
        service.setAssignsIslands(stage >= Stage::JoiningIsland);
        if (stage >= Stage::OnIsland)
            visit.island.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        if (stage != Stage::NotOpened)
            visit.transport->open();
        switch (stage) {
        case Stage::NotOpened:
        case Stage::Connecting: return true;
        case Stage::Identified:
            service.setFault(Fault::Silence);
            return waitUntil([&] { return is(Step::Identified); });
        case Stage::Signed: service.setFault(Fault::NoWelcome); return waitUntil([&] { return is(Step::Signed); });
        case Stage::WithoutIsland: return waitUntil([&] { return !visit.probe.welcomes.isEmpty(); });
        case Stage::JoiningIsland: return waitUntil([&] { return visit.island.received().size() == 1; });
        case Stage::OnIsland: return waitUntil([&] { return !visit.probe.peerEvents.isEmpty(); });
        case Stage::IslandLost: break;
        }
        if (!waitUntil([&] { return !visit.probe.peerEvents.isEmpty(); }))
            return false;
        visit.island.abort();
        return waitUntil([&] { return visit.probe.peerEvents.size() == 2; });
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"QIODevice|QAbstractSocket|QNativeSocket"_s)); }

    void closesAtEveryStage_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::newRow("not yet opened") << Stage::NotOpened;
        QTest::newRow("connecting") << Stage::Connecting;
        QTest::newRow("asked for a challenge") << Stage::Identified;
        QTest::newRow("signed") << Stage::Signed;
        QTest::newRow("welcomed, without an island") << Stage::WithoutIsland;
        QTest::newRow("joining an island") << Stage::JoiningIsland;
        QTest::newRow("on an island") << Stage::OnIsland;
        QTest::newRow("an island was lost") << Stage::IslandLost;
    }
    void closesAtEveryStage()
    {
        QFETCH(const Stage, stage);
        Visit visit;
        QVERIFY(reach(visit, stage));
        visit.transport->close();
        visit.transport->close();
        QCOMPARE(visit.probe.closes.size(), 1);
        QVERIFY2(visit.probe.kind() == Kind::Requested, qPrintable(visit.probe.detail()));
        QTRY_COMPARE(visit.islands.service.present(), 0);
        QTRY_COMPARE(visit.island.present(), 0);
        QCOMPARE(visit.probe.closes.size(), 1);
        QCOMPARE(visit.probe.afterClose, 0);
        QVERIFY(!visit.transport->send("gone", Delivery::Unreliable));
    }

    void closesFromWithinASignal_data() { addSignalRows(); }
    void closesFromWithinASignal()
    {
        QFETCH(const Signal, moment);
        Visit visit;
        scriptTwoIslands(visit);
        visit.doAt(moment, [&visit] { visit.transport->close(); });
        visit.transport->open();
        QTRY_COMPARE(visit.probe.closes.size(), 1);
        QVERIFY2(visit.probe.kind() == Kind::Requested, qPrintable(visit.probe.detail()));
        QTRY_COMPARE(visit.islands.service.present(), 0);
        QTRY_COMPARE(visit.island.present(), 0);
        QTRY_COMPARE(visit.islands.rooms.peerCount(), 0);
        QCOMPARE(visit.probe.closes.size(), 1);
    }

    void survivesDeletionFromWithinASignal_data() { addSignalRows(); }
    void survivesDeletionFromWithinASignal()
    {
        QFETCH(const Signal, moment);
        Visit visit;
        scriptTwoIslands(visit);
        visit.doAt(moment, [&visit] { visit.transport.reset(); });
        const QPointer<Transport> transport(visit.transport.get());
        transport->open();
        QTRY_VERIFY(transport.isNull());
        QTRY_COMPARE(visit.islands.service.present(), 0);
        QTRY_COMPARE(visit.island.present(), 0);
        QTRY_COMPARE(visit.islands.rooms.peerCount(), 0);
        QVERIFY(visit.probe.closes.size() <= 1);
    }

    void survivesDeletionFromClosed()
    {
        Visit visit;
        visit.island.welcomeWith(welcome(1, {{2, addressOf(2)}}));
        QObject::connect(visit.transport.get(), &Transport::closed, &visit.probe,
                         [&visit] { visit.transport.reset(); });
        const QPointer<Transport> transport(visit.transport.get());
        transport->open();
        QVERIFY(waitUntil([&] { return !visit.probe.peerEvents.isEmpty(); }));
        visit.islands.service.cut();
        QTRY_VERIFY(transport.isNull());
        QCOMPARE(visit.probe.closes.size(), 1);
        QTRY_COMPARE(visit.island.present(), 0);
    }
};

ISLET_TEST(TestArchipelagoClose);
#include "tst_archipelagoclose.moc"
