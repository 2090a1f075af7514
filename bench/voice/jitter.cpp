// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "jitter.h"

#include "audio/sound.h"
#include "bench/support/table.h"
#include "listeners.h"
#include "tests/audio/speech.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

using test::ArrivalTrace;

constexpr auto length = 20s;
constexpr auto stallAt = 8s;
constexpr auto stallLength = 1s;

//! A network's effect on a talker who does not pause.
struct Network {
    QString name;
    ArrivalTrace (*disturb)(ArrivalTrace trace, unsigned seed);
    bool hasOneStall = false;
};

ArrivalTrace stalledEach(ArrivalTrace trace, std::chrono::milliseconds every, std::chrono::milliseconds each)
{
    for (auto at = every / 2; at < length; at += every)
        trace = stalled(std::move(trace), at, each);
    return trace;
}

const std::array networks{
    Network{u"3 ms of jitter"_s,
            [](ArrivalTrace trace, unsigned seed) { return jittered(std::move(trace), 3ms, seed); }},
    Network{u"30 ms of jitter"_s,
            [](ArrivalTrace trace, unsigned seed) { return jittered(std::move(trace), 30ms, seed); }},
    Network{u"100 ms of jitter, for 4 s of 20"_s,
            [](ArrivalTrace trace, unsigned seed) {
                return jittered(jittered(std::move(trace), 3ms, seed), 100ms, seed + 1, {4s, 8s});
            }},
    Network{u"in batches every 60 ms"_s,
            [](ArrivalTrace trace, unsigned seed) { return batched(jittered(std::move(trace), 3ms, seed), 60ms); }},
    Network{u"one stall of 1 s"_s,
            [](ArrivalTrace trace, unsigned seed) {
                return stalled(jittered(std::move(trace), 3ms, seed), stallAt, stallLength);
            },
            true},
    Network{u"30 ms of jitter, one stall of 1 s"_s,
            [](ArrivalTrace trace, unsigned seed) {
                return stalled(jittered(std::move(trace), 30ms, seed), stallAt, stallLength);
            },
            true},
    Network{u"a stall of 0.3 s every 3 s"_s,
            [](ArrivalTrace trace, unsigned seed) {
                return stalledEach(jittered(std::move(trace), 3ms, seed), 3s, 300ms);
            }},
    Network{
        u"a stall of 1 s every 5 s"_s,
        [](ArrivalTrace trace, unsigned seed) { return stalledEach(jittered(std::move(trace), 3ms, seed), 5s, 1s); }},
};

struct Result {
    double delay; // ms
    double concealed; // ms
    double skipped; // ms
    double recovery; // ms; for a single stall only
};

double recoveryAfterStall(const Delays &delays)
{
    constexpr double within = 20; // ms
    constexpr double before = std::chrono::duration<double, std::milli>(stallAt).count();
    constexpr double burst = std::chrono::duration<double, std::milli>(stallAt + stallLength).count();
    const double recovery = delays.recoveryTime(before, burst, within);
    constexpr double never = std::chrono::duration<double, std::milli>(length).count() - burst;
    return recovery < 0 ? never : recovery;
}

Result resultOf(const Network &network, const Conversation &conversation, const Heard &heard)
{
    const Delays delays = delaysOf(conversation, heard);
    return {delays.mean(), heard.concealedMs, heard.skippedMs, network.hasOneStall ? recoveryAfterStall(delays) : 0};
}

//! Finds the lowest delay that speexdsp reaches with any setting without concealing more than we did. If it always
//! conceals more, takes the setting that conceals least.
Result bestOfSpeex(const Network &network, const Conversation &conversation, double concealed)
{
    constexpr double packet = 20; // ms: the resolution of the comparison
    std::vector<Heard> all;
    for (const int step : {5, 20}) {
        for (const int margin : {0, 10, 30}) {
            for (const int lateCost : {0, 2}) // at 2 it already prefers waiting to missing anything
                all.push_back(listen(conversation, SpeexSetting{step, margin, lateCost}));
        }
    }
    const double least = std::ranges::min_element(all, {}, &Heard::concealedMs)->concealedMs;
    const double allowed = std::max(least, 1.05 * concealed + packet);
    std::erase_if(all, [allowed](const Heard &heard) { return heard.concealedMs > allowed; });
    std::vector<Result> results;
    for (const Heard &heard : all)
        results.push_back(resultOf(network, conversation, heard));
    return std::ranges::min(results, {}, &Result::delay);
}

struct Compared {
    std::vector<Result> ours;
    std::vector<Result> theirs;

    double our(double Result::*number) const { return median(each(ours, number)); }
    double their(double Result::*number) const { return median(each(theirs, number)); }
};

Compared compare(const Network &network, const Conversation &undisturbed, int seeds)
{
    Compared compared;
    for (int seed = 1; seed <= seeds; ++seed) {
        Conversation conversation = undisturbed;
        conversation.trace = network.disturb(undisturbed.trace, static_cast<unsigned>(100 * seed));
        compared.ours.push_back(resultOf(network, conversation, listen(conversation)));
        compared.theirs.push_back(bestOfSpeex(network, conversation, compared.ours.back().concealed));
    }
    return compared;
}

} // namespace

bool measureJitter(const Effort &effort)
{
    const ArrivalTrace trace = test::steady({.length = length});
    const auto packets = test::encoded(test::speech(static_cast<int>(length.count()) + 1), trace);
    const Conversation undisturbed{trace, packets, test::plainlyDecoded(packets)};

    Table delays(u"delay behind the network, ms, mean"_s, u"speexdsp"_s);
    Table rest(u"in 20 s of speech"_s, u"speexdsp"_s);
    double ours = 0;
    double theirs = 0;
    for (const Network &network : networks) {
        const Compared compared = compare(network, undisturbed, effort.pick(3, 1));
        ours += compared.our(&Result::delay);
        theirs += compared.their(&Result::delay);
        delays.addNote(network.name, compared.our(&Result::delay), compared.their(&Result::delay), 1);
        rest.addNote(network.name + u": concealed or silent, ms"_s, compared.our(&Result::concealed),
                     compared.their(&Result::concealed), 0);
        rest.addNote(network.name + u": skipped, ms"_s, compared.our(&Result::skipped),
                     compared.their(&Result::skipped), 0);
        if (network.hasOneStall) {
            rest.addRatio(network.name + u": recovery time, ms"_s, compared.our(&Result::recovery),
                          compared.their(&Result::recovery), 0, Target::atMost(0.2));
            rest.addValue(network.name + u": recovery time, ms"_s, compared.our(&Result::recovery), 0,
                          Target::atMost(1'000));
        }
    }
    const auto count = static_cast<double>(networks.size());
    delays.addRatio(u"mean of all, at equal concealment"_s, ours / count, theirs / count, 1, Target::atMost(0.8));
    delays.print();
    rest.print();
    return true;
}

} // namespace islet::bench
