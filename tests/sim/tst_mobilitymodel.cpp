// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/seededrandom.h"
#include "sim/mobilitymodel.h"
#include "sim/spatialhash.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <numbers>
#include <set>

using namespace islet;

class TestMobilityModel : public QObject {
    Q_OBJECT

private slots:
    void staysWithinSpeedAndSpread_data();
    void staysWithinSpeedAndSpread();
    void staysPutAtZeroSpeed_data();
    void staysPutAtZeroSpeed();
    void walksInCircles();
    void restsAtWaypoints();
    void crowdGathers();
    void crowdKeepsItsDistance();
    void crowdPausesAndWalks();
    void crowdToleratesCollisions();
    void spatialHashFindsNearPoints();
};

using Walk = SimulatorOptions::Walk;

namespace {

constexpr int stepsPerMinute = 600; // steps

std::unique_ptr<MobilityModel> makeWalk(const SimulatorOptions &options)
{
    auto walk = MobilityModel::make(options);
    SeededRandom chance(options.seed);
    for (std::size_t i = 0; i < static_cast<std::size_t>(options.peers); ++i)
        walk->enter(i, chance.next());
    return walk;
}

void advance(MobilityModel &walk, int steps)
{
    for (int i = 0; i < steps; ++i)
        walk.step();
}

//! Distance of each peer to its nearest neighbour, in metres.
std::vector<float> nearestNeighbours(const std::vector<Placement> &peers)
{
    std::vector<float> distances;
    for (const Placement &one : peers) {
        float nearest = std::numeric_limits<float>::max();
        for (const Placement &other : peers) {
            if (&one != &other)
                nearest = std::min(nearest, flatDistance(one.position, other.position));
        }
        distances.push_back(nearest);
    }
    return distances;
}

double meanOf(const std::vector<float> &values)
{
    double sum = 0;
    for (const float value : values)
        sum += double(value);
    return sum / static_cast<double>(values.size());
}

void addWalks()
{
    QTest::addColumn<Walk>("walk");
    QTest::newRow("circle") << Walk::Circle;
    QTest::newRow("wander") << Walk::Wander;
    QTest::newRow("crowd") << Walk::Crowd;
}

} // namespace

void TestMobilityModel::staysWithinSpeedAndSpread_data()
{
    QTest::addColumn<SimulatorOptions>("options");
    for (const Walk walk : {Walk::Circle, Walk::Wander, Walk::Crowd}) {
        const auto row = [walk](const char *name) -> QTestData & { return QTest::addRow("%s %d", name, int(walk)); };
        row("default") << SimulatorOptions{.peers = 40, .walk = walk};
        row("one") << SimulatorOptions{.peers = 1, .spread = 1.F, .walk = walk};
        row("narrow") << SimulatorOptions{.peers = 100, .speed = 3, .spread = 2.F, .walk = walk};
        row("wide and fast") << SimulatorOptions{.peers = 30, .speed = 20, .spread = 5'000.F, .walk = walk};
    }
}

void TestMobilityModel::staysWithinSpeedAndSpread()
{
    QFETCH(const SimulatorOptions, options);
    const auto walk = makeWalk(options);
    const float stride = options.speed * MobilityModel::stepSeconds + 0.002F; // wire precision
    const float reach = options.reach() + 0.002F;
    float fastest = 0;
    for (int i = 0; i < stepsPerMinute; ++i) {
        const auto before = walk->placements();
        walk->step();
        for (std::size_t slot = 0; slot < before.size(); ++slot) {
            const Placement &now = walk->placements()[slot];
            QVERIFY(flatDistance(now.position, SimulatorOptions::middle) <= reach);
            QVERIFY(flatDistance(now.position, before[slot].position) <= stride);
            QVERIFY(length(now.velocity) <= options.speed * 1.001F);
            QVERIFY(now.yaw >= 0 && now.yaw < 360);
            fastest = std::max(fastest, length(now.velocity));
        }
    }
    QVERIFY2(fastest > 0.95F * options.speed, qPrintable(QString::number(double(fastest))));
}

void TestMobilityModel::staysPutAtZeroSpeed_data()
{
    addWalks();
}

void TestMobilityModel::staysPutAtZeroSpeed()
{
    QFETCH(const Walk, walk);
    const auto peers = makeWalk({.peers = 50, .speed = 0, .walk = walk});
    const auto before = peers->placements();
    advance(*peers, stepsPerMinute);
    for (std::size_t slot = 0; slot < before.size(); ++slot) {
        QCOMPARE(peers->placements()[slot].position, before[slot].position);
        QCOMPARE(peers->placements()[slot].velocity, Vec3());
    }
}

void TestMobilityModel::walksInCircles()
{
    const SimulatorOptions options{.peers = 25, .speed = 2, .spread = 30.F, .walk = Walk::Circle};
    const auto walk = makeWalk(options);
    const auto start = walk->placements();
    std::set<int> circles;
    for (int i = 0; i < stepsPerMinute; ++i) {
        walk->step();
        for (std::size_t slot = 0; slot < start.size(); ++slot) {
            const Placement &now = walk->placements()[slot];
            const float radius = flatDistance(start[slot].position, SimulatorOptions::middle);
            QVERIFY(std::abs(flatDistance(now.position, SimulatorOptions::middle) - radius) < 0.001F);
            QVERIFY(std::abs(length(now.velocity) - 2) < 0.001F);
            circles.insert(static_cast<int>(std::lround(radius)));
        }
    }
    QCOMPARE(circles, (std::set<int>{10, 20, 30})); // 6, 12 and the remaining 7 peers
    // They face the direction of movement.
    const Placement &peer = walk->placements().back();
    const float yaw = peer.yaw * std::numbers::pi_v<float> / 180;
    QVERIFY(flatDistance(Vec3{std::sin(yaw), 0, std::cos(yaw)} * 2, peer.velocity) < 0.01F);
}

void TestMobilityModel::restsAtWaypoints()
{
    const auto walk = makeWalk({.peers = 50});
    advance(*walk, stepsPerMinute);
    const auto resting =
        std::ranges::count_if(walk->placements(), [](const Placement &p) { return p.velocity == Vec3(); });
    QVERIFY2(resting > 2 && resting < 25, qPrintable(QString::number(resting)));
}

void TestMobilityModel::crowdGathers()
{
    for (const int peers : {25, 300}) {
        const auto crowd = makeWalk({.peers = peers, .walk = Walk::Crowd});
        const auto wander = makeWalk({.peers = peers, .walk = Walk::Wander});
        for (int minute = 0; minute < 3; ++minute) {
            advance(*crowd, stepsPerMinute);
            advance(*wander, stepsPerMinute);
            const double inCrowd = meanOf(nearestNeighbours(crowd->placements()));
            const double wandering = meanOf(nearestNeighbours(wander->placements()));
            QVERIFY2(inCrowd < 0.6 * wandering, qPrintable(QStringLiteral("%1, %2").arg(inCrowd).arg(wandering)));
        }
    }
}

void TestMobilityModel::crowdKeepsItsDistance()
{
    const auto crowd = makeWalk({.peers = 300, .walk = Walk::Crowd});
    advance(*crowd, stepsPerMinute);
    const auto distances = nearestNeighbours(crowd->placements());
    const auto tooNearCount = std::ranges::count_if(distances, [](float distance) { return distance < 0.4F; });
    QVERIFY2(tooNearCount < 15, qPrintable(QString::number(tooNearCount))); // they do pass each other
}

void TestMobilityModel::crowdPausesAndWalks()
{
    const auto crowd = makeWalk({.peers = 300, .walk = Walk::Crowd});
    std::vector<Placement> before = crowd->placements();
    qsizetype standing = 0;
    float farthest = 0;
    for (int i = 0; i < 2 * stepsPerMinute; ++i) {
        crowd->step();
        standing += std::ranges::count(crowd->placements(), Vec3(), &Placement::velocity);
    }
    for (std::size_t slot = 0; slot < before.size(); ++slot)
        farthest = std::max(farthest, flatDistance(before[slot].position, crowd->placements()[slot].position));
    const double share = double(standing) / (2 * stepsPerMinute * 300);
    QVERIFY2(share > 0.25 && share < 0.9, qPrintable(QString::number(share)));
    QVERIFY2(farthest > 10, qPrintable(QString::number(double(farthest))));
}

void TestMobilityModel::crowdToleratesCollisions()
{
    const auto crowd = makeWalk({.peers = 10'000, .spread = 1.F, .walk = Walk::Crowd});
    advance(*crowd, 20);
    QVERIFY(std::ranges::all_of(crowd->placements(), [](const Placement &p) { return isPlausible(p.position); }));
}

void TestMobilityModel::spatialHashFindsNearPoints()
{
    constexpr float distance = 1.5F;
    SeededRandom chance(3);
    std::vector<Vec3> points;
    for (int i = 0; i < 200; ++i)
        points.push_back(Vec3{chance.share() - 0.5F, 0, chance.share() - 0.5F} * 20);
    SpatialHash nearby(distance);
    nearby.around({}, [](std::uint32_t) { QFAIL("found a point in an empty hash"); });
    nearby.set(points);
    for (const Vec3 &point : points) {
        std::multiset<std::uint32_t> found;
        nearby.around(point, [&](std::uint32_t index) { found.insert(index); });
        for (std::uint32_t i = 0; i < points.size(); ++i) {
            if (flatDistance(points[i], point) < distance)
                QCOMPARE(found.count(i), 1U);
        }
        QVERIFY(found.size() < 40);
    }
    nearby.set({});
    nearby.around({}, [](std::uint32_t) { QFAIL("found a point in an empty hash"); });
}

ISLET_TEST(TestMobilityModel);
#include "tst_mobilitymodel.moc"
