// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Measures the cost of receiving a Position, from the socket to the application: Islet, with and without a tap, beside
// a node client, and above a bare QWebSocket.

#include "bench/support/child.h"
#include "bench/support/numbers.h"
#include "bench/support/table.h"
#include "blaster.h"
#include "isletclient.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace islet;

namespace {

constexpr auto patience = 60s;

struct Load {
    std::uint32_t warmUp;
    std::uint32_t measured;
    QByteArray warmUpFrames;
    QByteArray measuredFrames;
    bench::positions::Digest expected;

    Load(std::uint32_t warmUpCount, std::uint32_t measuredCount)
        : warmUp(warmUpCount)
        , measured(measuredCount)
        , warmUpFrames(bench::positions::frames(0, warmUp))
        , measuredFrames(bench::positions::frames(warmUp, measured))
        , expected(bench::positions::expected(warmUp + measured))
    { }
};

struct Run {
    double messagesPerSecond;
    double cpuMicroseconds; //!< per message
};

enum class Client { Islet, Tapped, Bare, Node };

bench::Child::Command commandOf(Client client, quint16 port, const Load &load)
{
    const QString islet = QCoreApplication::applicationFilePath();
    const QStringList arguments{u"ws://127.0.0.1:%1/rooms/bench"_s.arg(port), QString::number(load.warmUp),
                                QString::number(load.measured)};
    switch (client) {
    case Client::Islet: return {islet, QStringList{u"--client"_s} + arguments};
    case Client::Tapped: return {islet, QStringList{u"--tapped"_s} + arguments};
    case Client::Bare: return {islet, QStringList{u"--bare"_s} + arguments};
    case Client::Node:
        return {u"node"_s,
                QStringList{bench::script(u"decode_client.mjs"_s)} + arguments,
                {{u"ISLET_PEERS"_s, bench::peersFolder()}}};
    }
    Q_UNREACHABLE();
}

Run measure(Client which, const Load &load)
{
    bench::Blaster blaster;
    bench::Child client(commandOf(which, blaster.port(), load));
    blaster.admit();
    blaster.send(load.warmUpFrames);
    client.readLine("warm", patience);

    const auto cpuBefore = client.cpuTime();
    blaster.send(load.measuredFrames);
    const QByteArray elapsed = client.readLine("elapsed", patience);
    const auto cpu = client.cpuTime() - cpuBefore;

    blaster.close();
    const auto seen = bench::positions::parseDigest(client.readLine("done", patience));
    client.release();
    // A bare socket looks at nothing.
    if (which == Client::Bare ? seen.messages != load.expected.messages : seen != load.expected) {
        bench::fail(u"Of %1 messages %2 came through, or with other contents; nothing was measured."_s
                        .arg(load.expected.messages)
                        .arg(seen.messages));
    }
    const double count = load.measured;
    return {count / (elapsed.toDouble() * 1e-9), bench::seconds(cpu) * 1e6 / count};
}

int compare(const bench::Effort &effort)
{
    const Load load(20'000, effort.pick(400'000U, 100'000U));
    const int pairs = effort.pick(15, 3);
    bench::printConditions(
        u"%1 pairs of runs of %2 Positions (%3 bytes each) from %4 peers, sent as fast as they are read"_s.arg(pairs)
            .arg(load.measured)
            .arg(load.measuredFrames.size() / load.measured)
            .arg(bench::positions::peerCount));
    std::vector<Run> ours;
    std::vector<Run> tapped;
    std::vector<Run> bare;
    std::vector<Run> theirs;
    for (int pair = 0; pair < pairs; ++pair) {
        ours.push_back(measure(Client::Islet, load));
        tapped.push_back(measure(Client::Tapped, load));
        bare.push_back(measure(Client::Bare, load));
        theirs.push_back(measure(Client::Node, load));
    }

    const auto speed = [](const Run &run) { return run.messagesPerSecond; };
    const auto cpu = [](const std::vector<Run> &runs) {
        return bench::median(bench::each(runs, [](const Run &run) { return run.cpuMicroseconds; }));
    };
    bench::Table table(u"decode and dispatch"_s, u"node"_s);
    table.addRatio(u"messages a second"_s, bench::median(bench::each(ours, speed)),
                   bench::median(bench::each(theirs, speed)), 0, bench::Target::atLeast(1.7));
    table.addRatio(u"CPU microseconds a message"_s, cpu(ours), cpu(theirs), 2, bench::Target::atMost(0.55));
    table.print();
    bench::Table own(u"what Islet adds"_s, u"bare QWebSocket"_s);
    own.addNote(u"CPU microseconds a message"_s, cpu(ours), cpu(bare), 3);
    own.addValue(u"CPU microseconds a message above the bare one"_s, cpu(ours) - cpu(bare), 3,
                 bench::Target::atMost(0.25));
    own.addValue(u"CPU with an empty tap, of that without"_s, cpu(tapped) / cpu(ours), 3, bench::Target::atMost(1.02));
    own.print();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5) {
        const QUrl room(arguments[2]);
        const bench::StreamReport report(arguments[3].toULongLong(), arguments[4].toULongLong());
        return arguments[1] == "--bare"_L1 ? bench::runBareClient(room, report)
                                           : bench::runIsletClient(room, report, arguments[1] == "--tapped"_L1);
    }
    return compare(bench::Effort::fromArguments(arguments));
}
