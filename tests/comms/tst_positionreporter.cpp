// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/positionreporter.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace islet;
using namespace std::chrono_literals;
using test::FakeTransport;

//! Time advances only with the fake clock: no event loop runs, so the reporter's timer never fires.
class TestPositionReporter : public QObject {
    Q_OBJECT

private slots:
    void init();
    void reportsOnOpening();
    void sendsMatchingPositionAndMovement();
    void sendsOurVersionInEveryPacket();
    void reportsTenTimesASecondWhileMoving();
    void reportsOnceASecondAtRest();
    void reportsLastStep();
    void treatsSamePlacementAsRest();
    void sendsNothingOutsideARoom();
    void indexIncreasesAcrossRooms();
    void reportsAtOnceInNewRoom();
    void timestampsIncrease_data();
    void timestampsIncrease();
    void rejectsImplausiblePlacements_data();
    void rejectsImplausiblePlacements();
    void acceptsExtremePositions();
    void normalisesYaw_data();
    void normalisesYaw();
    void reportsByTimer();

private:
    std::vector<rfc4::Position> positions() const { return m_transport->sentOf<rfc4::Position>(); }
    std::vector<rfc4::Movement> movements() const { return m_transport->sentOf<rfc4::Movement>(); }
    //! Advances the clock by `time` in steps of 10 ms, moving at each if `moving`.
    void advance(std::chrono::milliseconds time, bool moving);
    void joinRoom();

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<CommsAdapter> m_adapter;
    std::unique_ptr<PositionReporter> m_reporter;
};

void TestPositionReporter::init()
{
    m_reporter.reset();
    m_adapter.reset();
    m_clock = std::make_unique<test::FakeClock>();
    m_transport = std::make_unique<FakeTransport>();
    m_adapter = std::make_unique<CommsAdapter>(CommsAdapter::Limits(), m_clock->clock());
    m_reporter = std::make_unique<PositionReporter>(*m_adapter, m_clock->clock());
}

void TestPositionReporter::joinRoom()
{
    m_adapter->setTransport(m_transport.get());
    m_transport->open();
}

void TestPositionReporter::advance(std::chrono::milliseconds time, bool moving)
{
    for (auto elapsed = 0ms; elapsed < time; elapsed += 10ms) {
        m_clock->advance(10ms);
        if (moving) {
            Placement next = m_reporter->placement();
            next.position.x += 0.05F;
            QVERIFY(m_reporter->setPlacement(next));
        } else {
            m_reporter->tick();
        }
    }
}

void TestPositionReporter::reportsOnOpening()
{
    QVERIFY(m_reporter->setPlacement({{5, 0, 5}, 90, {}}));
    m_adapter->setTransport(m_transport.get());
    m_reporter->tick();
    QVERIFY(m_transport->sent.empty());
    m_transport->open();
    QCOMPARE(positions().size(), 1);
    QCOMPARE(movements().size(), 1);
    QCOMPARE(positions()[0].index, 1U); // the web client drops 0
    QCOMPARE(positions()[0].position, (Vec3{5, 0, 5}));
}

void TestPositionReporter::sendsMatchingPositionAndMovement()
{
    QVERIFY(m_reporter->setPlacement({{-5, 1, 7}, 200, {0, 0, 8}}));
    joinRoom();
    QCOMPARE(m_transport->sent.size(), 2);
    const rfc4::Position position = positions()[0];
    const rfc4::Movement movement = movements()[0];
    QCOMPARE(position.position, (Vec3{-5, 1, 7}));
    QVERIFY(std::abs(rfc4::yawOf(position.rotation) - 200) < 0.01F);
    QCOMPARE(movement.position, position.position);
    QCOMPARE(movement.velocity, (Vec3{0, 0, 8}));
    QCOMPARE(movement.rotationY, 200);
    QCOMPARE(movement.blend, 3); // running
    QVERIFY(movement.isGrounded);
    for (const auto &packet : m_transport->sent)
        QCOMPARE(packet.delivery, Delivery::Unreliable);
}

void TestPositionReporter::sendsOurVersionInEveryPacket()
{
    joinRoom();
    advance(300ms, true);
    QVERIFY(m_transport->sent.size() >= 8);
    for (const auto &packet : m_transport->sent)
        QVERIFY2(packet.bytes.endsWith("\x58\x64"), packet.bytes.toHex().constData()); // field 11, 100
}

void TestPositionReporter::reportsTenTimesASecondWhileMoving()
{
    joinRoom();
    advance(3s, true);
    QCOMPARE(positions().size(), 1 + 30);
    QCOMPARE(movements().size(), 1 + 30);
    std::uint32_t index = 0;
    for (const rfc4::Position &position : positions())
        QCOMPARE(position.index, ++index);
}

void TestPositionReporter::reportsOnceASecondAtRest()
{
    joinRoom();
    advance(5s, false);
    QCOMPARE(positions().size(), 1 + 5);
    QCOMPARE(movements().size(), 1 + 5);
}

void TestPositionReporter::reportsLastStep()
{
    joinRoom();
    m_clock->advance(50ms);
    QVERIFY(m_reporter->setPlacement({{9, 0, 9}, 0, {}})); // too soon to report
    QCOMPARE(positions().size(), 1);
    advance(50ms, false);
    QCOMPARE(positions().size(), 2);
    QCOMPARE(positions().back().position, (Vec3{9, 0, 9}));
    advance(990ms, false);
    QCOMPARE(positions().size(), 2);
    advance(10ms, false);
    QCOMPARE(positions().size(), 3);
}

void TestPositionReporter::treatsSamePlacementAsRest()
{
    joinRoom();
    for (int i = 0; i < 99; ++i) {
        m_clock->advance(10ms);
        QVERIFY(m_reporter->setPlacement(m_reporter->placement()));
    }
    QCOMPARE(positions().size(), 1);
    // Turning counts as moving.
    Placement turned = m_reporter->placement();
    turned.yaw = 45;
    QVERIFY(m_reporter->setPlacement(turned));
    QCOMPARE(positions().size(), 2);
}

void TestPositionReporter::sendsNothingOutsideARoom()
{
    advance(2s, true);
    joinRoom();
    m_transport->close();
    const std::size_t before = m_transport->sent.size();
    advance(2s, true);
    m_adapter->setTransport(nullptr);
    advance(2s, true);
    QCOMPARE(m_transport->sent.size(), before);
}

void TestPositionReporter::indexIncreasesAcrossRooms()
{
    std::uint32_t last = 0;
    for (int room = 0; room < 3; ++room) {
        m_transport = std::make_unique<FakeTransport>();
        joinRoom();
        advance(500ms, true);
        QVERIFY(!positions().empty());
        for (const rfc4::Position &position : positions()) {
            QVERIFY(position.index > last);
            last = position.index;
        }
        m_adapter->setTransport(nullptr);
    }
}

void TestPositionReporter::reportsAtOnceInNewRoom()
{
    joinRoom();
    m_clock->advance(10ms);
    m_adapter->setTransport(nullptr);
    m_transport = std::make_unique<FakeTransport>();
    m_clock->advance(10ms);
    joinRoom();
    QCOMPARE(positions().size(), 1); // although the last report was 20 ms ago
}

void TestPositionReporter::timestampsIncrease_data()
{
    QTest::addColumn<qint64>("hours");
    // A float in seconds has a resolution of 1/16 s after 6 days, 1/8 s after 12, and 1 s after 97 days.
    QTest::newRow("at once") << qint64(0);
    QTest::newRow("after a day") << qint64(24);
    QTest::newRow("after 13 days") << qint64(13 * 24);
    QTest::newRow("after 100 days") << qint64(100 * 24);
}

void TestPositionReporter::timestampsIncrease()
{
    QFETCH(const qint64, hours);
    m_clock->advance(std::chrono::hours(hours));
    joinRoom();
    advance(3s, true);
    const auto sent = movements();
    QVERIFY(sent.size() > 20);
    // godot-explorer drops timestamps that are not newer than the last.
    for (std::size_t i = 1; i < sent.size(); ++i) {
        QVERIFY2(sent[i].timestamp > sent[i - 1].timestamp,
                 qPrintable(QString::number(double(sent[i].timestamp), 'f', 3)));
    }
}

void TestPositionReporter::rejectsImplausiblePlacements_data()
{
    QTest::addColumn<Placement>("placement");
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinity = std::numeric_limits<float>::infinity();
    QTest::newRow("x NaN") << Placement{{nan, 0, 0}, 0, {}};
    QTest::newRow("y NaN") << Placement{{0, nan, 0}, 0, {}};
    QTest::newRow("z NaN") << Placement{{0, 0, nan}, 0, {}};
    QTest::newRow("x infinite") << Placement{{infinity, 0, 0}, 0, {}};
    QTest::newRow("yaw NaN") << Placement{{}, nan, {}};
    QTest::newRow("yaw infinite") << Placement{{}, -infinity, {}};
    QTest::newRow("velocity NaN") << Placement{{}, 0, {0, 0, nan}};
    QTest::newRow("velocity infinite") << Placement{{}, 0, {infinity, 0, 0}};
    QTest::newRow("too far east") << Placement{{100'001, 0, 0}, 0, {}};
    QTest::newRow("too far south") << Placement{{0, 0, -100'001}, 0, {}};
    QTest::newRow("too deep") << Placement{{0, -1'001, 0}, 0, {}};
    QTest::newRow("too high") << Placement{{0, 10'001, 0}, 0, {}};
    QTest::newRow("the position that means gone") << Placement{gonePosition, 0, {}};
}

void TestPositionReporter::rejectsImplausiblePlacements()
{
    QFETCH(const Placement, placement);
    const Placement old{{8, 0, 8}, 10, {}};
    QVERIFY(m_reporter->setPlacement(old));
    joinRoom();
    const auto set = m_reporter->setPlacement(placement);
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::InvalidInput);
    QVERIFY(m_reporter->placement() == old);
    advance(1s, false);
    for (const rfc4::Position &position : positions())
        QCOMPARE(position.position, old.position);
}

void TestPositionReporter::acceptsExtremePositions()
{
    joinRoom();
    for (const Vec3 &position :
         {Vec3{100'000, 10'000, -100'000}, Vec3{-100'000, -1'000, 100'000}, gonePosition + Vec3{0, 0, 1}}) {
        m_clock->advance(100ms);
        QVERIFY(m_reporter->setPlacement({position, 0, {}}));
        QCOMPARE(positions().back().position, position);
    }
}

void TestPositionReporter::normalisesYaw_data()
{
    QTest::addColumn<float>("yaw");
    QTest::addColumn<float>("normalised");
    QTest::newRow("in range") << 10.F << 10.F;
    QTest::newRow("360") << 360.F << 0.F;
    QTest::newRow("negative") << -90.F << 270.F;
    QTest::newRow("many turns") << 3'690.F << 90.F;
    QTest::newRow("just below north") << -1e-7F << 0.F;
}

void TestPositionReporter::normalisesYaw()
{
    QFETCH(const float, yaw);
    QFETCH(const float, normalised);
    QVERIFY(m_reporter->setPlacement({{}, yaw, {}}));
    QCOMPARE(m_reporter->placement().yaw, normalised);
}

void TestPositionReporter::reportsByTimer()
{
    FakeTransport transport;
    CommsAdapter adapter;
    PositionReporter reporter(adapter);
    adapter.setTransport(&transport);
    transport.open();
    QVERIFY(reporter.setPlacement({{1, 0, 1}, 0, {}}));
    // The step right after opening, then the report at rest, without a call to tick().
    QTRY_COMPARE_WITH_TIMEOUT(transport.sentOf<rfc4::Position>().size(), 3, 5'000);
    QCOMPARE(transport.sentOf<rfc4::Position>()[1].position, (Vec3{1, 0, 1}));
}

ISLET_TEST(TestPositionReporter);
#include "tst_positionreporter.moc"
