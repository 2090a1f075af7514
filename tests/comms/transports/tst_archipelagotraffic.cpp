// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "archipelagofixture.h"
#include "comms/transports/wsroomtransport.h"
#include "tests/support/client.h"
#include "tests/support/memory.h"
#include "tests/support/testmain.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Step = HandshakeStep::Kind;

namespace {

//! Hears numbered packets, and notices what must not happen: one from somebody who is not there, and one that comes
//! twice or late.
class Listener : public QObject {
public:
    explicit Listener(Transport &transport)
    {
        connect(&transport, &Transport::peerJoined, this, [this](const Address &who) {
            strangeComings += present.contains(who) ? 1 : 0;
            present.insert(who);
        });
        connect(&transport, &Transport::peerLeft, this, [this](const Address &who) {
            strangeComings += present.contains(who) ? 0 : 1;
            present.remove(who);
        });
        connect(&transport, &Transport::packetReceived, this, [this](const Address &who, const QByteArray &packet) {
            fromTheAbsent += present.contains(who) ? 0 : 1;
            const int number = packet.toInt();
            twice += number <= last.value(who, -1) ? 1 : 0;
            last[who] = number;
            ++heard[who];
        });
    }

    bool isContent() const { return fromTheAbsent == 0 && twice == 0 && strangeComings == 0; }

    QSet<Address> present;
    QHash<Address, int> last;
    QHash<Address, int> heard;
    int fromTheAbsent = 0;
    int twice = 0;
    int strangeComings = 0; // joined twice, left twice
};

//! Numbers, one after the other, without a pause.
class Talk : public QObject {
public:
    explicit Talk(Transport &transport)
    {
        m_timer.start(4ms);
        connect(&m_timer, &QTimer::timeout, this, [this, &transport] {
            static_cast<void>(transport.broadcast(QByteArray::number(++m_number), Delivery::Unreliable));
        });
    }

private:
    QTimer m_timer;
    int m_number = 0;
};

//! Somebody who lives on an island, talks all the time and listens.
struct Talker {
    Talker(const RoomServer &rooms, const QString &island)
        : transport(*ConnectionString::parse(rooms.connectionString(island))->webSocketUrl(), identity)
        , listener(transport)
        , talk(transport)
    {
        transport.open();
    }
    bool isIn() const { return transport.state() == Transport::State::Open; }
    const Address &address() const { return identity.address(); }

    Identity identity = Client::someone();
    WsRoomTransport transport;
    Listener listener;
    Talk talk;
};

//! Two islands with two people each, who all talk, and somebody who is moved between them, talking too.
struct Crowd {
    explicit Crowd(const ArchipelagoTransport::Timing &timing = quick())
        : transport(islands.service.url(), identity, factory, {u"archipelago"_s}, timing)
        , listener(transport)
        , talk(transport)
    {
        islands.service.setPlaces(false);
        QObject::connect(&transport, &Transport::stepCompleted, &transport,
                         [this](const HandshakeStep &step) { moves += step.kind == Step::Moved ? 1 : 0; });
    }

    bool gather()
    {
        transport.open();
        return waitUntil([this] {
            return transport.state() == Transport::State::Open && amy.isIn() && ann.isIn() && ben.isIn() && bob.isIn();
        });
    }
    bool move(const QString &island) { return islands.service.move(identity.address(), island); }
    bool isAmong(const Talker &one, const Talker &other) const
    {
        return listener.present == QSet{one.address(), other.address()};
    }
    bool areAllContent() const
    {
        return listener.isContent() && amy.listener.isContent() && ann.listener.isContent() && ben.listener.isContent()
            && bob.listener.isContent();
    }

    Islands islands;
    Talker amy{islands.rooms, u"a"_s};
    Talker ann{islands.rooms, u"a"_s};
    Talker ben{islands.rooms, u"b"_s};
    Talker bob{islands.rooms, u"b"_s};
    Identity identity = Client::someone();
    TransportFactory factory{allProtocols(), identity};
    ArchipelagoTransport transport;
    Listener listener;
    Talk talk;
    int moves = 0;
};

} // namespace

//! Changing islands while everybody talks, and while the service has gone mad.
class TestArchipelagoTraffic : public QObject {
    Q_OBJECT

private slots:
    void nobodyIsHeardWhoWasLeft()
    {
        Crowd crowd;
        QVERIFY(crowd.gather());
        for (int i = 0; i < 20; ++i) {
            const bool isOnA = i % 2 == 0;
            const Talker &one = isOnA ? crowd.amy : crowd.ben;
            const Talker &other = isOnA ? crowd.ann : crowd.bob;
            const int heardOne = crowd.listener.heard.value(one.address());
            const int heardOther = crowd.listener.heard.value(other.address());
            const int heardUs = one.listener.heard.value(crowd.identity.address());
            QVERIFY(crowd.move(isOnA ? u"a"_s : u"b"_s));
            QVERIFY(waitUntil([&] { // in the midst of their talk, and ours
                return crowd.listener.heard.value(one.address()) > heardOne + 3
                    && crowd.listener.heard.value(other.address()) > heardOther + 3
                    && one.listener.heard.value(crowd.identity.address()) > heardUs + 3;
            }));
            QVERIFY(crowd.isAmong(one, other));
        }
        QCOMPARE(crowd.listener.fromTheAbsent, 0);
        QCOMPARE(crowd.listener.twice, 0);
        QVERIFY(crowd.areAllContent());
        QCOMPARE(crowd.moves, 20);
        QCOMPARE(crowd.transport.state(), Transport::State::Open);
    }

    void whoIsMovedBeforeTheyArriveEndsWhereTheyWereSentLast()
    {
        ArchipelagoTransport::Timing timing = quick();
        timing.change = 1ms; // shorter than arriving takes
        Crowd crowd(timing);
        QVERIFY(crowd.gather());
        QTimer mover;
        int moved = 0;
        connect(&mover, &QTimer::timeout, this, [&] {
            static_cast<void>(crowd.move(moved % 2 == 0 ? u"a"_s : u"b"_s));
            if (++moved == 100)
                mover.stop();
        });
        mover.start(3ms);
        QVERIFY(waitUntil([&] { return moved == 100 && crowd.isAmong(crowd.ben, crowd.bob); }));
        const int heard = crowd.listener.heard.value(crowd.bob.address());
        QVERIFY(waitUntil([&] { return crowd.listener.heard.value(crowd.bob.address()) > heard + 20; }));
        QVERIFY(crowd.isAmong(crowd.ben, crowd.bob));
        QVERIFY(crowd.areAllContent());
        QCOMPARE(crowd.transport.state(), Transport::State::Open);
    }

    void aThousandIslandsASecondAreAFew()
    {
        Crowd crowd(ArchipelagoTransport::Timing{});
        QVERIFY(crowd.gather());
        QVERIFY(crowd.move(u"b"_s));
        QVERIFY(waitUntil([&] { return crowd.isAmong(crowd.ben, crowd.bob); }));
        const auto before = peakMemory();
        QTimer flood;
        int sent = 0;
        QElapsedTimer time;
        time.start();
        connect(&flood, &QTimer::timeout, this, [&] {
            while (sent < std::min(2'000LL, time.elapsed())) // one a millisecond, however late this comes
                static_cast<void>(crowd.move(u"i%1"_s.arg(sent++ % 1'000)));
        });
        flood.start(5ms);
        QVERIFY(waitUntil([&] { return sent == 2'000; }, 30s));
        flood.stop();
        const int during = crowd.moves;
        QVERIFY(crowd.move(u"a"_s));
        QVERIFY(waitUntil([&] { return crowd.isAmong(crowd.amy, crowd.ann); }, 10s));
        qInfo("2000 islands in %lld ms: moved %d times", time.elapsed(), during);
        QVERIFY(during <= 2 + time.elapsed() / 1'000);
        QVERIFY(crowd.islands.journeyOf(crowd.identity.address()).size() <= crowd.moves);
        QVERIFY(crowd.areAllContent());
        QCOMPARE(crowd.transport.state(), Transport::State::Open);
        if (const auto after = peakMemory(); before && after)
            QVERIFY2(*after - *before < 8 * 1'024, qPrintable(u"%1 KiB more"_s.arg(*after - *before)));
    }
};

ISLET_TEST(TestArchipelagoTraffic);
#include "tst_archipelagotraffic.moc"
