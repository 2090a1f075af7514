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

class TestSimulatedWalk : public QObject {
    Q_OBJECT

private slots:
    void staysWithinSpeedAndSpread_data();
    void staysWithinSpeedAndSpread();
    void whoHasNoSpeedStands_data();
    void whoHasNoSpeedStands();
    void circlesAreRound();
    void wanderersRest();
    void aCrowdGathers();
    void aCrowdKeepsADistance();
    void aCrowdStandsAndWalks();
    void aHeapOfPeopleIsNoTrouble();
    void nearbyFindsWhoIsNear();
};

using Walk = SimulatorOptions::Walk;

namespace {

constexpr int aMinute = 600; // steps

std::unique_ptr<MobilityModel> walkOf(const SimulatorOptions &options)
{
    auto walk = MobilityModel::make(options);
    SeededRandom chance(options.seed);
    for (std::size_t i = 0; i < static_cast<std::size_t>(options.peers); ++i)
        walk->enter(i, chance.next());
    return walk;
}

void go(MobilityModel &walk, int steps)
{
    for (int i = 0; i < steps; ++i)
        walk.step();
}

//! Of everybody to whoever is nearest, metres.
std::vector<float> nearestNeighbours(const std::vector<Placement> &people)
{
    std::vector<float> distances;
    for (const Placement &one : people) {
        float nearest = std::numeric_limits<float>::max();
        for (const Placement &other : people) {
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

void TestSimulatedWalk::staysWithinSpeedAndSpread_data()
{
    QTest::addColumn<SimulatorOptions>("options");
    for (const Walk walk : {Walk::Circle, Walk::Wander, Walk::Crowd}) {
        const auto row = [walk](const char *name) -> QTestData & { return QTest::addRow("%s %d", name, int(walk)); };
        row("as usual") << SimulatorOptions{.peers = 40, .walk = walk};
        row("one") << SimulatorOptions{.peers = 1, .spread = 1.F, .walk = walk};
        row("narrow") << SimulatorOptions{.peers = 100, .speed = 3, .spread = 2.F, .walk = walk};
        row("wide and fast") << SimulatorOptions{.peers = 30, .speed = 20, .spread = 5'000.F, .walk = walk};
    }
}

void TestSimulatedWalk::staysWithinSpeedAndSpread()
{
    QFETCH(const SimulatorOptions, options);
    const auto walk = walkOf(options);
    const float stride = options.speed * MobilityModel::stepSeconds + 0.002F; // wire precision
    const float reach = options.reach() + 0.002F;
    float fastest = 0;
    for (int i = 0; i < aMinute; ++i) {
        const auto before = walk->placements();
        walk->step();
        for (std::size_t who = 0; who < before.size(); ++who) {
            const Placement &now = walk->placements()[who];
            QVERIFY(flatDistance(now.position, SimulatorOptions::middle) <= reach);
            QVERIFY(flatDistance(now.position, before[who].position) <= stride);
            QVERIFY(length(now.velocity) <= options.speed * 1.001F);
            QVERIFY(now.yaw >= 0 && now.yaw < 360);
            fastest = std::max(fastest, length(now.velocity));
        }
    }
    QVERIFY2(fastest > 0.95F * options.speed, qPrintable(QString::number(double(fastest))));
}

void TestSimulatedWalk::whoHasNoSpeedStands_data()
{
    addWalks();
}

void TestSimulatedWalk::whoHasNoSpeedStands()
{
    QFETCH(const Walk, walk);
    const auto people = walkOf({.peers = 50, .speed = 0, .walk = walk});
    const auto before = people->placements();
    go(*people, aMinute);
    for (std::size_t who = 0; who < before.size(); ++who) {
        QCOMPARE(people->placements()[who].position, before[who].position);
        QCOMPARE(people->placements()[who].velocity, Vec3());
    }
}

void TestSimulatedWalk::circlesAreRound()
{
    const SimulatorOptions options{.peers = 25, .speed = 2, .spread = 30.F, .walk = Walk::Circle};
    const auto walk = walkOf(options);
    const auto start = walk->placements();
    std::set<int> circles;
    for (int i = 0; i < aMinute; ++i) {
        walk->step();
        for (std::size_t who = 0; who < start.size(); ++who) {
            const Placement &now = walk->placements()[who];
            const float radius = flatDistance(start[who].position, SimulatorOptions::middle);
            QVERIFY(std::abs(flatDistance(now.position, SimulatorOptions::middle) - radius) < 0.001F);
            QVERIFY(std::abs(length(now.velocity) - 2) < 0.001F);
            circles.insert(static_cast<int>(std::lround(radius)));
        }
    }
    QCOMPARE(circles, (std::set<int>{10, 20, 30})); // 6, 12 and the other 7 people
    // They look where they go.
    const Placement &somebody = walk->placements().back();
    const float yaw = somebody.yaw * std::numbers::pi_v<float> / 180;
    QVERIFY(flatDistance(Vec3{std::sin(yaw), 0, std::cos(yaw)} * 2, somebody.velocity) < 0.01F);
}

void TestSimulatedWalk::wanderersRest()
{
    const auto walk = walkOf({.peers = 50});
    go(*walk, aMinute);
    const auto resting =
        std::ranges::count_if(walk->placements(), [](const Placement &p) { return p.velocity == Vec3(); });
    QVERIFY2(resting > 2 && resting < 25, qPrintable(QString::number(resting)));
}

void TestSimulatedWalk::aCrowdGathers()
{
    for (const int peers : {25, 300}) {
        const auto crowd = walkOf({.peers = peers, .walk = Walk::Crowd});
        const auto wander = walkOf({.peers = peers, .walk = Walk::Wander});
        for (int minute = 0; minute < 3; ++minute) {
            go(*crowd, aMinute);
            go(*wander, aMinute);
            const double together = meanOf(nearestNeighbours(crowd->placements()));
            const double alone = meanOf(nearestNeighbours(wander->placements()));
            QVERIFY2(together < 0.6 * alone, qPrintable(QStringLiteral("%1, %2").arg(together).arg(alone)));
        }
    }
}

void TestSimulatedWalk::aCrowdKeepsADistance()
{
    const auto crowd = walkOf({.peers = 300, .walk = Walk::Crowd});
    go(*crowd, aMinute);
    const auto distances = nearestNeighbours(crowd->placements());
    const auto tooNear = std::ranges::count_if(distances, [](float distance) { return distance < 0.4F; });
    QVERIFY2(tooNear < 15, qPrintable(QString::number(tooNear))); // they do pass one another
}

void TestSimulatedWalk::aCrowdStandsAndWalks()
{
    const auto crowd = walkOf({.peers = 300, .walk = Walk::Crowd});
    std::vector<Placement> before = crowd->placements();
    qsizetype standing = 0;
    float farthest = 0;
    for (int i = 0; i < 2 * aMinute; ++i) {
        crowd->step();
        standing += std::ranges::count(crowd->placements(), Vec3(), &Placement::velocity);
    }
    for (std::size_t who = 0; who < before.size(); ++who)
        farthest = std::max(farthest, flatDistance(before[who].position, crowd->placements()[who].position));
    const double share = double(standing) / (2 * aMinute * 300);
    QVERIFY2(share > 0.25 && share < 0.9, qPrintable(QString::number(share)));
    QVERIFY2(farthest > 10, qPrintable(QString::number(double(farthest))));
}

void TestSimulatedWalk::aHeapOfPeopleIsNoTrouble()
{
    const auto crowd = walkOf({.peers = 10'000, .spread = 1.F, .walk = Walk::Crowd});
    go(*crowd, 20);
    QVERIFY(std::ranges::all_of(crowd->placements(), [](const Placement &p) { return isPlausible(p.position); }));
}

void TestSimulatedWalk::nearbyFindsWhoIsNear()
{
    constexpr float distance = 1.5F;
    SeededRandom chance(3);
    std::vector<Vec3> points;
    for (int i = 0; i < 200; ++i)
        points.push_back(Vec3{chance.share() - 0.5F, 0, chance.share() - 0.5F} * 20);
    SpatialHash nearby(distance);
    nearby.around({}, [](std::uint32_t) { QFAIL("there is nobody"); });
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
    nearby.around({}, [](std::uint32_t) { QFAIL("there is nobody"); });
}

ISLET_TEST(TestSimulatedWalk);
#include "tst_mobilitymodel.moc"
