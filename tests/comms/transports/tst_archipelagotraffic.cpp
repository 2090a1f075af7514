// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "archipelagofixture.h"
#include "comms/transports/wsroomtransport.h"
#include "tests/support/memory.h"
#include "tests/support/testclient.h"
#include "tests/support/testmain.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Step = HandshakeStep::Kind;

namespace {

//! Receives numbered packets, and counts what must not happen: packets from absent peers, and duplicate or reordered
//! ones.
class Listener : public QObject {
public:
    explicit Listener(Transport &transport)
    {
        connect(&transport, &Transport::peerJoined, this, [this](const Address &who) {
            unpairedEvents += present.contains(who) ? 1 : 0;
            present.insert(who);
        });
        connect(&transport, &Transport::peerLeft, this, [this](const Address &who) {
            unpairedEvents += present.contains(who) ? 0 : 1;
            present.remove(who);
        });
        connect(&transport, &Transport::packetReceived, this, [this](const Address &who, const QByteArray &packet) {
            fromAbsentPeers += present.contains(who) ? 0 : 1;
            const int number = packet.toInt();
            duplicates += number <= last.value(who, -1) ? 1 : 0;
            last[who] = number;
            ++heard[who];
        });
    }

    bool isClean() const { return fromAbsentPeers == 0 && duplicates == 0 && unpairedEvents == 0; }

    QSet<Address> present;
    QHash<Address, int> last;
    QHash<Address, int> heard;
    int fromAbsentPeers = 0;
    int duplicates = 0;
    int unpairedEvents = 0; // joins and leaves without their counterpart
};

//! Broadcasts increasing numbers without a pause.
class NumberSender : public QObject {
public:
    explicit NumberSender(Transport &transport)
    {
        m_timer.start(4ms);
        connect(&m_timer, &QTimer::timeout, this, [this, &transport] {
            static_cast<void>(transport.send(QByteArray::number(++m_number), Delivery::Unreliable));
        });
    }

private:
    QTimer m_timer;
    int m_number = 0;
};

//! A peer on an island that sends and listens all the time.
struct Talker {
    Talker(const RoomServer &rooms, const QString &island)
        : transport(*ConnectionString::parse(rooms.connectionString(island))->webSocketUrl(), {identity})
        , listener(transport)
        , sender(transport)
    {
        transport.open();
    }
    bool isOpen() const { return transport.state() == Transport::State::Open; }
    const Address &address() const { return identity.address(); }

    Identity identity = TestClient::someone();
    WsRoomTransport transport;
    Listener listener;
    NumberSender sender;
};

//! Two islands with two peers each, who all send, and a transport that is moved between them and sends too.
struct Crowd {
    explicit Crowd(const ArchipelagoTransport::Timing &timing = quick())
        : transport(islands.service.url(), {identity}, factory, {u"archipelago"_s}, timing)
        , listener(transport)
        , sender(transport)
    {
        islands.service.setAssignsIslands(false);
        QObject::connect(&transport, &Transport::stepCompleted, &transport,
                         [this](const HandshakeStep &step) { moves += step.kind() == Step::Moved ? 1 : 0; });
    }

    bool joinAll()
    {
        transport.open();
        return waitUntil([this] {
            return transport.state() == Transport::State::Open && amy.isOpen() && ann.isOpen() && ben.isOpen()
                && bob.isOpen();
        });
    }
    bool move(const QString &island) { return islands.service.move(identity.address(), island); }
    bool isWith(const Talker &one, const Talker &other) const
    {
        return listener.present == QSet{one.address(), other.address()};
    }
    bool areAllClean() const
    {
        return listener.isClean() && amy.listener.isClean() && ann.listener.isClean() && ben.listener.isClean()
            && bob.listener.isClean();
    }

    Islands islands;
    Talker amy{islands.rooms, u"a"_s};
    Talker ann{islands.rooms, u"a"_s};
    Talker ben{islands.rooms, u"b"_s};
    Talker bob{islands.rooms, u"b"_s};
    Identity identity = TestClient::someone();
    TransportFactory factory{allProtocols(), {identity}};
    ArchipelagoTransport transport;
    Listener listener;
    NumberSender sender;
    int moves = 0;
};

} // namespace

//! Changing islands while everyone sends, and while the service floods us.
class TestArchipelagoTraffic : public QObject {
    Q_OBJECT

private slots:
    void hearsNoOneFromTheIslandLeft()
    {
        Crowd crowd;
        QVERIFY(crowd.joinAll());
        for (int i = 0; i < 20; ++i) {
            const bool isOnA = i % 2 == 0;
            const Talker &one = isOnA ? crowd.amy : crowd.ben;
            const Talker &other = isOnA ? crowd.ann : crowd.bob;
            const int heardOne = crowd.listener.heard.value(one.address());
            const int heardOther = crowd.listener.heard.value(other.address());
            const int heardUs = one.listener.heard.value(crowd.identity.address());
            QVERIFY(crowd.move(isOnA ? u"a"_s : u"b"_s));
            QVERIFY(waitUntil([&] { // while they and we keep sending
                return crowd.listener.heard.value(one.address()) > heardOne + 3
                    && crowd.listener.heard.value(other.address()) > heardOther + 3
                    && one.listener.heard.value(crowd.identity.address()) > heardUs + 3;
            }));
            QVERIFY(crowd.isWith(one, other));
        }
        QCOMPARE(crowd.listener.fromAbsentPeers, 0);
        QCOMPARE(crowd.listener.duplicates, 0);
        QVERIFY(crowd.areAllClean());
        QCOMPARE(crowd.moves, 20);
        QCOMPARE(crowd.transport.state(), Transport::State::Open);
    }

    void endsOnTheLastIslandNamed()
    {
        ArchipelagoTransport::Timing timing = quick();
        timing.change = 1ms; // shorter than joining takes
        Crowd crowd(timing);
        QVERIFY(crowd.joinAll());
        QTimer mover;
        int moveCount = 0;
        connect(&mover, &QTimer::timeout, this, [&] {
            static_cast<void>(crowd.move(moveCount % 2 == 0 ? u"a"_s : u"b"_s));
            if (++moveCount == 100)
                mover.stop();
        });
        mover.start(3ms);
        QVERIFY(waitUntil([&] { return moveCount == 100 && crowd.isWith(crowd.ben, crowd.bob); }));
        const int heard = crowd.listener.heard.value(crowd.bob.address());
        QVERIFY(waitUntil([&] { return crowd.listener.heard.value(crowd.bob.address()) > heard + 20; }));
        QVERIFY(crowd.isWith(crowd.ben, crowd.bob));
        QVERIFY(crowd.areAllClean());
        QCOMPARE(crowd.transport.state(), Transport::State::Open);
    }

    void doesNotFollowFloodOfIslands()
    {
        ArchipelagoTransport::Timing timing;
        timing.change = 1h; // longer than the flood, on any machine
        Crowd crowd(timing);
        QVERIFY(crowd.joinAll());
        QVERIFY(crowd.move(u"b"_s));
        QVERIFY(waitUntil([&] { return crowd.isWith(crowd.ben, crowd.bob); }));
        const auto before = peakMemory();
        for (int i = 0; i < 2'000; ++i)
            QVERIFY(crowd.move(u"i%1"_s.arg(i % 1'000)));
        QVERIFY(crowd.islands.service.kick(crowd.identity.address())); // arrives after all of them
        QTRY_VERIFY_WITH_TIMEOUT(crowd.transport.state() == Transport::State::Closed, 30'000);
        QCOMPARE(crowd.moves, 1);
        QCOMPARE(crowd.islands.journeyOf(crowd.identity.address()), QStringList{u"b"_s});
        QVERIFY(crowd.areAllClean());
        if (const auto after = peakMemory(); before && after)
            QVERIFY2(*after - *before < 8 * 1'024, qPrintable(u"%1 KiB more"_s.arg(*after - *before)));
    }
};

ISLET_TEST(TestArchipelagoTraffic);
#include "tst_archipelagotraffic.moc"
