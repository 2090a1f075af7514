// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Measures the time to join a room, and to rejoin it: Islet beside a minimal node client.

#include "bench/room/servers.h"
#include "bench/support/numbers.h"
#include "bench/support/table.h"
#include "identity/challenge.h"
#include "node.h"
#include "walkin.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace islet;

namespace {

const QString challengeText = u"dcl-0.cjn1h9uisdb"_s;

void append(std::vector<double> &all, const std::vector<double> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

std::vector<double> milliseconds(std::vector<double> nanoseconds)
{
    std::ranges::transform(nanoseconds, nanoseconds.begin(), [](double one) { return one / 1e6; });
    return nanoseconds;
}

void compareJoins(const bench::Effort &effort, bench::NodeClient &node, bench::WalkIn &islet)
{
    constexpr int perRound = 20;
    const bench::ServerUnderTest server(bench::ServerUnderTest::Kind::MiniComms);
    const QString url = u"ws://127.0.0.1:%1/rooms/bench"_s.arg(server.port());
    node.join(url, 2 * perRound); // warms up node's JIT compiler, in the server and in the client
    islet.join(url, 2 * perRound);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < effort.pick(10, 2); ++round) {
        append(ours, milliseconds(islet.join(url, perRound)));
        append(theirs, milliseconds(node.join(url, perRound)));
    }
    bench::Table table(u"into a room of mini-comms"_s, u"node"_s);
    table.addRatio(u"from asking to being in, ms"_s, bench::median(ours), bench::median(theirs), 2,
                   bench::Target::atMost(3));
    table.addNote(u"the same, 95th percentile"_s, bench::percentile(ours, 0.95), bench::percentile(theirs, 0.95), 2);
    table.print();
}

double nanosecondsOf(int count, const auto &operation)
{
    const auto begin = bench::monotonicTime();
    for (int i = 0; i < count; ++i)
        operation();
    return static_cast<double>((bench::monotonicTime() - begin).count());
}

void compareSignatures(const bench::Effort &effort, bench::NodeClient &node)
{
    const int count = effort.pick(500, 100); // per round
    const Identity identity = Identity::create(PrivateKey::generate());
    const auto challenge = Challenge::parse(challengeText);
    if (!challenge)
        bench::fail(challenge.error().detail);
    const AuthChain chain = identity.sign(*challenge);
    const auto sign = [&] {
        if (identity.sign(*challenge).links().size() != chain.links().size())
            bench::fail(u"Islet signs no more."_s);
    };
    const auto validate = [&] {
        if (chain.validate(challengeText, QDateTime::currentDateTimeUtc()) != identity.address())
            bench::fail(u"Islet believes no good chain any more."_s);
    };
    const auto perSecond = [count](double nanoseconds) { return count / (nanoseconds * 1e-9); };
    nanosecondsOf(count, sign);
    nanosecondsOf(count, validate);
    node.sign(challengeText, 2 * count);
    node.validate(challengeText, count);
    std::vector<double> ours[2];
    std::vector<double> theirs[2];
    for (int round = 0; round < effort.pick(10, 3); ++round) {
        ours[0].push_back(perSecond(nanosecondsOf(count, sign)));
        theirs[0].push_back(perSecond(node.sign(challengeText, count)));
        ours[1].push_back(perSecond(nanosecondsOf(count, validate)));
        theirs[1].push_back(perSecond(node.validate(challengeText, count)));
    }
    bench::Table table(u"proving who one is"_s, u"@dcl/crypto"_s);
    table.addRatio(u"challenges signed a second"_s, bench::median(ours[0]), bench::median(theirs[0]), 0,
                   bench::Target::atLeast(5));
    table.addRatio(u"chains of three links checked a second"_s, bench::median(ours[1]), bench::median(theirs[1]), 0,
                   bench::Target::atLeast(5));
    table.print();
}

void measureReconnections(const bench::Effort &effort, bench::WalkIn &islet)
{
    const auto times = milliseconds(islet.reconnect(3s, effort.pick(10, 2)));
    bench::Table table(u"back after a server was gone for 3 s"_s, QString());
    table.addValue(u"from listening to being in again, worst, ms"_s, std::ranges::max(times), 0,
                   bench::Target::atMost(2'000));
    table.addNote(u"the same, median"_s, bench::median(times), {}, 0);
    table.print();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const auto effort = bench::Effort::fromArguments(QCoreApplication::arguments());
    bench::printConditions(u"alternating rounds, identities made beforehand"_s);
    bench::NodeClient node;
    bench::WalkIn islet;
    compareJoins(effort, node, islet);
    compareSignatures(effort, node);
    measureReconnections(effort, islet);
    return 0;
}
