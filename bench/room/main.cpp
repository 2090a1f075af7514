// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Measures what a room costs its server, and whether it keeps up: RoomServer (as in isletctl serve) and mini-comms.

#include "bench/support/table.h"
#include "crowd.h"
#include "servers.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace islet;

namespace {

using Kind = bench::ServerUnderTest::Kind;

struct Run {
    bench::Crowd::Report report;
    std::chrono::nanoseconds serverCpu;

    double deliveriesPerCpuSecond() const
    {
        return static_cast<double>(report.positionsDelivered) / bench::seconds(serverCpu);
    }
    double deliveredPercent() const
    {
        return 100 * static_cast<double>(report.positionsDelivered) / static_cast<double>(report.positionsExpected);
    }
    double deliveriesPerSecond() const
    {
        return static_cast<double>(report.positionsDelivered) / bench::seconds(report.elapsed);
    }
    double chatsLost() const
    {
        return static_cast<double>(report.chatsExpected) - static_cast<double>(report.chatsDelivered);
    }
    double serverCorePercent() const { return 100 * bench::seconds(serverCpu) / bench::seconds(report.elapsed); }
    double generatorCorePercent() const
    {
        return 100 * bench::seconds(report.generatorCpu) / bench::seconds(report.elapsed);
    }
    double latency(double share) const { return report.latency.percentile(share); }
};

Run measure(Kind kind, int size, const bench::Crowd::Behaviour &behaviour)
{
    constexpr auto warmUp = 2s; // warms up node's JIT compiler
    const bench::ServerUnderTest server(kind);
    bench::Crowd crowd(server.port(), "/rooms/bench", size);
    auto before = behaviour;
    before.duration = warmUp;
    crowd.run(before);
    const auto cpuBefore = server.cpuTime();
    auto report = crowd.run(behaviour);
    return {std::move(report), server.cpuTime() - cpuBefore};
}

template<typename Field> double medianOf(const std::vector<Run> &runs, Field field)
{
    return bench::median(bench::each(runs, field));
}

template<typename Field> double worstOf(const std::vector<Run> &runs, Field field)
{
    return std::ranges::max(bench::each(runs, field));
}

const auto p50 = [](const Run &run) { return run.latency(0.50); };
const auto p99 = [](const Run &run) { return run.latency(0.99); };

void compareHundred(const bench::Effort &effort)
{
    constexpr int size = 100;
    const int pairs = effort.pick(4, 1);
    const bench::Crowd::Behaviour behaviour{effort.pick(8'000ms, 3'000ms)};
    std::vector<Run> ours;
    std::vector<Run> theirs;
    for (int pair = 0; pair < pairs; ++pair) {
        ours.push_back(measure(Kind::Islet, size, behaviour));
        theirs.push_back(measure(Kind::MiniComms, size, behaviour));
    }
    bench::Table table(u"100 clients, 10 Hz each"_s, u"mini-comms"_s);
    table.addRatio(u"deliveries a CPU-second of the server"_s, medianOf(ours, &Run::deliveriesPerCpuSecond),
                   medianOf(theirs, &Run::deliveriesPerCpuSecond), 0, bench::Target::atLeast(1.2));
    table.addNote(u"delivered, % of 99,000 a second"_s, medianOf(ours, &Run::deliveredPercent),
                  medianOf(theirs, &Run::deliveredPercent), 2);
    table.addNote(u"server, % of a core"_s, medianOf(ours, &Run::serverCorePercent),
                  medianOf(theirs, &Run::serverCorePercent), 1);
    table.addNote(u"latency, median, ms"_s, medianOf(ours, p50), medianOf(theirs, p50), 2);
    table.addNote(u"latency, 99th percentile, ms"_s, medianOf(ours, p99), medianOf(theirs, p99), 2);
    table.addNote(u"the crowd itself, % of a core"_s, medianOf(ours, &Run::generatorCorePercent),
                  medianOf(theirs, &Run::generatorCorePercent), 1);
    table.print();
}

void compareTwoHundred(const bench::Effort &effort)
{
    constexpr int size = 200;
    const int count = effort.pick(4, 1);
    const bench::Crowd::Behaviour behaviour{effort.pick(8'000ms, 3'000ms), 10, true};
    std::vector<Run> ours;
    for (int i = 0; i < count; ++i)
        ours.push_back(measure(Kind::Islet, size, behaviour));
    const std::vector<Run> theirs{measure(Kind::MiniComms, size, behaviour)};

    const auto missing = [](const Run &run) { return run.report.positionsExpected - run.report.positionsDelivered; };
    bench::Table table(u"200 clients, 10 Hz each, and a line of chat each second"_s, u"mini-comms"_s);
    table.addValue(u"positions missing of 398,000 a second, worst run"_s, worstOf(ours, missing), 0,
                   bench::Target::atMost(0));
    table.addValue(u"chat lines missing of 39,800 a second, worst run"_s, worstOf(ours, &Run::chatsLost), 0,
                   bench::Target::atMost(0));
    table.addValue(u"latency, 99th percentile, ms"_s, medianOf(ours, p99), 2, bench::Target::atMost(25));
    table.addNote(u"latency, 99th percentile, worst run, ms"_s, worstOf(ours, p99), worstOf(theirs, p99), 2);
    table.addNote(u"latency, median, ms"_s, medianOf(ours, p50), medianOf(theirs, p50), 2);
    table.addNote(u"positions delivered, %"_s, medianOf(ours, &Run::deliveredPercent),
                  medianOf(theirs, &Run::deliveredPercent), 2);
    table.addNote(u"deliveries a second"_s, medianOf(ours, &Run::deliveriesPerSecond),
                  medianOf(theirs, &Run::deliveriesPerSecond), 0);
    table.addNote(u"chat lines missing"_s, worstOf(ours, &Run::chatsLost), worstOf(theirs, &Run::chatsLost), 0);
    table.addNote(u"server, % of a core"_s, medianOf(ours, &Run::serverCorePercent),
                  medianOf(theirs, &Run::serverCorePercent), 1);
    table.addNote(u"the crowd itself, % of a core"_s, medianOf(ours, &Run::generatorCorePercent),
                  medianOf(theirs, &Run::generatorCorePercent), 1);
    table.print();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const auto effort = bench::Effort::fromArguments(QCoreApplication::arguments());
    bench::printConditions(u"a crowd of real, signed clients in this process, the server in another"_s);
    compareHundred(effort);
    compareTwoHundred(effort);
    return 0;
}
