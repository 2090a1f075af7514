// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/peerdirectory.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FakeTransport;
using test::numberedAddress;

class TestPeerDirectory : public QObject {
    Q_OBJECT

private slots:
    void init();
    void joinsAndLeaves();
    void addsPeersOnFirstMessage_data();
    void addsPeersOnFirstMessage();
    void appliesPositions();
    void dropsOlderPositions();
    void acceptsRestartedIndexAfterThreeSeconds();
    void appliesMovementsWithoutPositions();
    void dropsOlderMovements();
    void prefersPositionsOverMovements();
    void removesPeersAtGonePosition_data();
    void removesPeersAtGonePosition();
    void expiresPeersAfterAMinute();
    void anyValidMessageDelaysExpiry();
    void expiresByTimer();
    void clearsWhenDetached();
    void limitsPeerCount();

private:
    void hearPosition(std::uint32_t index, const Vec3 &position)
    {
        m_transport->hear(anna, rfc4::Position{index, position, {}});
    }
    void hearMovement(float timestamp, const Vec3 &position)
    {
        rfc4::Movement movement;
        movement.timestamp = timestamp;
        movement.position = position;
        m_transport->hear(anna, movement);
    }
    //! Anna's x coordinate; -1 if unknown.
    float annasX() const
    {
        const auto *peer = m_directory->find(anna);
        return peer && peer->placement ? peer->placement->position.x : -1;
    }

    const Address anna = numberedAddress(0xaa);
    const Address bert = numberedAddress(0xbb);
    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<CommsAdapter> m_adapter;
    std::unique_ptr<PeerDirectory> m_directory;
};

void TestPeerDirectory::init()
{
    m_directory.reset();
    m_adapter.reset();
    m_clock = std::make_unique<test::FakeClock>();
    m_transport = std::make_unique<FakeTransport>();
    m_adapter = std::make_unique<CommsAdapter>(CommsAdapter::Limits(), m_clock->clock());
    m_directory = std::make_unique<PeerDirectory>(*m_adapter, m_clock->clock());
    m_adapter->setTransport(m_transport.get());
    m_transport->open();
}

void TestPeerDirectory::joinsAndLeaves()
{
    QSignalSpy added(m_directory.get(), &PeerDirectory::peerAdded);
    QSignalSpy removed(m_directory.get(), &PeerDirectory::peerRemoved);
    emit m_transport->peerJoined(anna);
    emit m_transport->peerJoined(anna);
    emit m_transport->peerJoined(bert);
    QCOMPARE(added.size(), 2);
    QCOMPARE(added[0][0].value<Address>(), anna);
    QCOMPARE(m_directory->count(), 2);
    QVERIFY(m_directory->addresses().contains(bert));
    QVERIFY(m_directory->find(anna));
    QVERIFY(!m_directory->find(anna)->placement);
    QVERIFY(!m_directory->find(numberedAddress(0xcc)));

    emit m_transport->peerLeft(anna);
    emit m_transport->peerLeft(anna);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].value<Address>(), anna);
    QVERIFY(!m_directory->find(anna));
    QCOMPARE(m_directory->count(), 1);
}

void TestPeerDirectory::addsPeersOnFirstMessage_data()
{
    QTest::addColumn<rfc4::Message>("message");
    QTest::newRow("Position") << rfc4::Message(rfc4::Position{1, {}, {}});
    QTest::newRow("Movement") << rfc4::Message(rfc4::Movement{});
    QTest::newRow("Chat") << rfc4::Message(rfc4::Chat{u"hello"_s, 1});
}

void TestPeerDirectory::addsPeersOnFirstMessage()
{
    QFETCH(const rfc4::Message, message);
    QSignalSpy added(m_directory.get(), &PeerDirectory::peerAdded);
    m_transport->hear(anna, message);
    QCOMPARE(added.size(), 1);
    QVERIFY(m_directory->find(anna));
}

void TestPeerDirectory::appliesPositions()
{
    QSignalSpy moved(m_directory.get(), &PeerDirectory::peerMoved);
    m_transport->hear(anna, rfc4::Position{0, {1, 2, 3}, rfc4::quaternionOfYaw(90)});
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].value<Address>(), anna);
    const auto placement = moved[0][1].value<Placement>();
    QCOMPARE(placement.position, (Vec3{1, 2, 3}));
    QVERIFY(std::abs(placement.yaw - 90) < 0.01F);
    const auto *peer = m_directory->find(anna);
    QVERIFY(peer);
    QVERIFY(peer->placement == placement);
    QCOMPARE(peer->lastIndex, 0U); // peers' indices may start at 0, although the web client drops those
}

void TestPeerDirectory::dropsOlderPositions()
{
    QSignalSpy moved(m_directory.get(), &PeerDirectory::peerMoved);
    hearPosition(10, {10, 0, 0});
    hearPosition(9, {9, 0, 0});
    hearPosition(10, {11, 0, 0});
    QCOMPARE(moved.size(), 1);
    QCOMPARE(annasX(), 10);
    hearPosition(12, {12, 0, 0}); // gaps are fine
    QCOMPARE(annasX(), 12);
    QCOMPARE(moved.size(), 2);
}

void TestPeerDirectory::acceptsRestartedIndexAfterThreeSeconds()
{
    hearPosition(1'000, {10, 0, 0});
    m_clock->advance(1s);
    hearPosition(1, {11, 0, 0});
    m_clock->advance(1'999ms);
    hearPosition(2, {12, 0, 0});
    QCOMPARE(annasX(), 10);
    m_clock->advance(1ms);
    hearPosition(3, {13, 0, 0});
    QCOMPARE(annasX(), 13);
    hearPosition(4, {14, 0, 0}); // and continues from there
    QCOMPARE(annasX(), 14);
}

void TestPeerDirectory::appliesMovementsWithoutPositions()
{
    QSignalSpy moved(m_directory.get(), &PeerDirectory::peerMoved);
    rfc4::Movement movement;
    movement.timestamp = 5;
    movement.position = {1, 2, 3};
    movement.velocity = {0, 0, 4};
    movement.rotationY = -90;
    m_transport->hear(anna, movement);
    QCOMPARE(moved.size(), 1);
    const auto placement = moved[0][1].value<Placement>();
    QCOMPARE(placement.position, (Vec3{1, 2, 3}));
    QCOMPARE(placement.velocity, (Vec3{0, 0, 4}));
    QCOMPARE(placement.yaw, 270);
    QVERIFY(!m_directory->find(anna)->lastIndex);
}

void TestPeerDirectory::dropsOlderMovements()
{
    hearMovement(50, {10, 0, 0});
    hearMovement(49.9F, {11, 0, 0});
    hearMovement(50, {12, 0, 0});
    QCOMPARE(annasX(), 10);
    hearMovement(50.1F, {13, 0, 0});
    QCOMPARE(annasX(), 13);
    m_clock->advance(2'999ms);
    hearMovement(0.1F, {14, 0, 0});
    QCOMPARE(annasX(), 13);
    m_clock->advance(1ms);
    hearMovement(0.2F, {15, 0, 0}); // restarted
    QCOMPARE(annasX(), 15);
}

void TestPeerDirectory::prefersPositionsOverMovements()
{
    hearPosition(1, {10, 0, 0});
    hearMovement(1, {11, 0, 0});
    QCOMPARE(annasX(), 10);
    m_clock->advance(2'999ms);
    hearMovement(2, {12, 0, 0});
    QCOMPARE(annasX(), 10);
    m_clock->advance(1ms); // no Positions for 3 s
    hearMovement(3, {13, 0, 0});
    QCOMPARE(annasX(), 13);
    hearPosition(2, {14, 0, 0});
    QCOMPARE(annasX(), 14);
    hearMovement(4, {15, 0, 0});
    QCOMPARE(annasX(), 14);
}

void TestPeerDirectory::removesPeersAtGonePosition_data()
{
    QTest::addColumn<rfc4::Message>("message");
    rfc4::Movement movement;
    movement.timestamp = 9;
    movement.position = gonePosition;
    QTest::newRow("Position") << rfc4::Message(rfc4::Position{2, gonePosition, {}});
    QTest::newRow("Position with an old index") << rfc4::Message(rfc4::Position{0, gonePosition, {}});
    QTest::newRow("Movement") << rfc4::Message(movement);
}

void TestPeerDirectory::removesPeersAtGonePosition()
{
    QFETCH(const rfc4::Message, message);
    QSignalSpy added(m_directory.get(), &PeerDirectory::peerAdded);
    QSignalSpy removed(m_directory.get(), &PeerDirectory::peerRemoved);
    QSignalSpy moved(m_directory.get(), &PeerDirectory::peerMoved);
    m_transport->hear(anna, message); // unknown peer: neither added nor removed
    QCOMPARE(added.size() + removed.size(), 0);

    hearPosition(1, {10, 0, 0});
    m_transport->hear(anna, message);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(moved.size(), 1);
    QVERIFY(!m_directory->find(anna));
    m_transport->hear(anna, rfc4::ProfileVersion{1});
    QVERIFY(!m_directory->find(anna));
    hearPosition(1, {11, 0, 0}); // returns, with any index
    QCOMPARE(annasX(), 11);
}

void TestPeerDirectory::expiresPeersAfterAMinute()
{
    QSignalSpy removed(m_directory.get(), &PeerDirectory::peerRemoved);
    hearPosition(1, {10, 0, 0});
    m_clock->advance(30s);
    emit m_transport->peerJoined(bert);
    m_clock->advance(29'999ms);
    m_directory->expire();
    QCOMPARE(removed.size(), 0);
    m_clock->advance(1ms);
    m_directory->expire();
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].value<Address>(), anna);
    m_clock->advance(30s);
    m_directory->expire();
    QCOMPARE(m_directory->count(), 0); // also peers that joined and never sent anything
}

void TestPeerDirectory::anyValidMessageDelaysExpiry()
{
    hearPosition(1, {10, 0, 0});
    for (int i = 0; i < 5; ++i) {
        m_clock->advance(50s);
        m_transport->hear(anna, rfc4::ProfileVersion{1});
        m_directory->expire();
        QVERIFY(m_directory->find(anna));
    }
    m_clock->advance(50s);
    m_transport->hear(anna, QByteArray("garbage")); // does not count
    m_clock->advance(10s);
    m_directory->expire();
    QVERIFY(!m_directory->find(anna));
}

void TestPeerDirectory::expiresByTimer()
{
    QSignalSpy removed(m_directory.get(), &PeerDirectory::peerRemoved);
    emit m_transport->peerJoined(anna);
    m_clock->advance(61s);
    QVERIFY(removed.wait(5'000));
}

void TestPeerDirectory::clearsWhenDetached()
{
    QSignalSpy removed(m_directory.get(), &PeerDirectory::peerRemoved);
    emit m_transport->peerJoined(anna);
    hearPosition(5, {10, 0, 0});
    emit m_transport->peerJoined(bert);
    m_adapter->setTransport(nullptr);
    QCOMPARE(removed.size(), 2);
    QCOMPARE(m_directory->count(), 0);
    QVERIFY(m_directory->addresses().isEmpty());

    FakeTransport next;
    m_adapter->setTransport(&next);
    next.open();
    next.hear(anna, rfc4::Position{1, {11, 0, 0}, {}}); // the index may restart in the next room
    QCOMPARE(annasX(), 11);
    m_adapter->setTransport(nullptr);
}

void TestPeerDirectory::limitsPeerCount()
{
    QSignalSpy added(m_directory.get(), &PeerDirectory::peerAdded);
    Address::Bytes bytes{};
    const auto next = [&] {
        for (std::size_t i = 0; i < bytes.size() && ++bytes[i] == 0; ++i) { }
        return Address(bytes);
    };
    for (qsizetype i = 0; i < PeerDirectory::maxPeers; ++i)
        emit m_transport->peerJoined(next());
    QCOMPARE(m_directory->count(), 10'000);
    emit m_transport->peerJoined(next());
    m_transport->hear(next(), rfc4::Position{1, {}, {}});
    m_transport->hear(next(), rfc4::Movement{});
    m_transport->hear(next(), rfc4::Chat{u"let me in"_s, 1});
    QCOMPARE(m_directory->count(), 10'000);
    QCOMPARE(added.size(), 10'000);

    emit m_transport->peerLeft(m_directory->addresses().first());
    hearPosition(1, {10, 0, 0});
    QCOMPARE(annasX(), 10);
    QCOMPARE(m_directory->count(), 10'000);
}

ISLET_TEST(TestPeerDirectory);
#include "tst_peerdirectory.moc"
