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

//! What a line does to somebody who talks without a pause.
struct Line {
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

const std::array lines{
    Line{u"3 ms of jitter"_s, [](ArrivalTrace trace, unsigned seed) { return jittered(std::move(trace), 3ms, seed); }},
    Line{u"30 ms of jitter"_s,
         [](ArrivalTrace trace, unsigned seed) { return jittered(std::move(trace), 30ms, seed); }},
    Line{u"100 ms of jitter, for 4 s of 20"_s,
         [](ArrivalTrace trace, unsigned seed) {
             return jittered(jittered(std::move(trace), 3ms, seed), 100ms, seed + 1, {4s, 8s});
         }},
    Line{u"in lumps, every 60 ms"_s,
         [](ArrivalTrace trace, unsigned seed) { return batched(jittered(std::move(trace), 3ms, seed), 60ms); }},
    Line{u"one stall of 1 s"_s,
         [](ArrivalTrace trace, unsigned seed) {
             return stalled(jittered(std::move(trace), 3ms, seed), stallAt, stallLength);
         },
         true},
    Line{u"30 ms of jitter, one stall of 1 s"_s,
         [](ArrivalTrace trace, unsigned seed) {
             return stalled(jittered(std::move(trace), 30ms, seed), stallAt, stallLength);
         },
         true},
    Line{u"a stall of 0.3 s each 3 s"_s,
         [](ArrivalTrace trace, unsigned seed) {
             return stalledEach(jittered(std::move(trace), 3ms, seed), 3s, 300ms);
         }},
    Line{u"a stall of 1 s each 5 s"_s,
         [](ArrivalTrace trace, unsigned seed) { return stalledEach(jittered(std::move(trace), 3ms, seed), 5s, 1s); }},
};

struct Result {
    double delay; // ms
    double notSaid; // ms
    double leftOut; // ms
    double back; // ms; of one stall alone
};

double backAfterStall(const Delays &delays)
{
    constexpr double within = 20; // ms
    constexpr double before = std::chrono::duration<double, std::milli>(stallAt).count();
    constexpr double burst = std::chrono::duration<double, std::milli>(stallAt + stallLength).count();
    const double back = delays.backAfter(before, burst, within);
    constexpr double never = std::chrono::duration<double, std::milli>(length).count() - burst;
    return back < 0 ? never : back;
}

Result resultOf(const Line &line, const Conversation &conversation, const Heard &heard)
{
    const Delays delays = delaysOf(conversation, heard);
    return {delays.mean(), heard.notSaidMs, heard.leftOutMs, line.hasOneStall ? backAfterStall(delays) : 0};
}

//! The least delay that speexdsp reaches, whatever it is set to, without inventing more than we did. Where it cannot
//! do with so little, it is the setting with which it invents least.
Result bestOfSpeex(const Line &line, const Conversation &conversation, double notSaid)
{
    constexpr double packet = 20; // ms: finer than it can be compared
    std::vector<Heard> all;
    for (const int step : {5, 20}) {
        for (const int margin : {0, 10, 30}) {
            for (const int lateCost : {0, 2}) // at 2 it already would rather wait than miss anything
                all.push_back(listen(conversation, SpeexSetting{step, margin, lateCost}));
        }
    }
    const double least = std::ranges::min_element(all, {}, &Heard::notSaidMs)->notSaidMs;
    const double allowed = std::max(least, 1.05 * notSaid + packet);
    std::erase_if(all, [allowed](const Heard &heard) { return heard.notSaidMs > allowed; });
    std::vector<Result> results;
    for (const Heard &heard : all)
        results.push_back(resultOf(line, conversation, heard));
    return std::ranges::min(results, {}, &Result::delay);
}

struct Compared {
    std::vector<Result> ours;
    std::vector<Result> theirs;

    double our(double Result::*number) const { return median(each(ours, number)); }
    double their(double Result::*number) const { return median(each(theirs, number)); }
};

Compared compare(const Line &line, const Conversation &undisturbed, int seeds)
{
    Compared compared;
    for (int seed = 1; seed <= seeds; ++seed) {
        Conversation conversation = undisturbed;
        conversation.trace = line.disturb(undisturbed.trace, static_cast<unsigned>(100 * seed));
        compared.ours.push_back(resultOf(line, conversation, listen(conversation)));
        compared.theirs.push_back(bestOfSpeex(line, conversation, compared.ours.back().notSaid));
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
    for (const Line &line : lines) {
        const Compared compared = compare(line, undisturbed, effort.pick(3, 1));
        ours += compared.our(&Result::delay);
        theirs += compared.their(&Result::delay);
        delays.addNote(line.name, compared.our(&Result::delay), compared.their(&Result::delay), 1);
        rest.addNote(line.name + u": invented or silent, ms"_s, compared.our(&Result::notSaid),
                     compared.their(&Result::notSaid), 0);
        rest.addNote(line.name + u": said, and never heard, ms"_s, compared.our(&Result::leftOut),
                     compared.their(&Result::leftOut), 0);
        if (line.hasOneStall) {
            rest.addRatio(line.name + u": ms until it is made up for"_s, compared.our(&Result::back),
                          compared.their(&Result::back), 0, Target::atMost(0.2));
            rest.addValue(line.name + u": ms until it is made up for"_s, compared.our(&Result::back), 0,
                          Target::atMost(1'000));
        }
    }
    const auto count = static_cast<double>(lines.size());
    delays.addRatio(u"all of them, at equal concealment"_s, ours / count, theirs / count, 1, Target::atMost(0.8));
    delays.print();
    rest.print();
    return true;
}

} // namespace islet::bench
