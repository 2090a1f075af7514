// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mouthtoear.h"

#include "barepipe.h"
#include "bench/support/table.h"
#include "mumble.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace islet::bench {

namespace {

constexpr double minCorrelation = 0.5; //!< below it, what is heard may not be what was said
constexpr double maxRatio = 0.7; //!< ratio to Mumble's delay

constexpr int nameWidth = 14;

struct Side {
    Talkers *talkers;
    std::vector<double> delays = {}; //!< ms; the median of each round
    double worstCorrelation = 1;
    int lost = 0; //!< sentences that were not recognised

    double delay() const { return median(delays); }
};

void put(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

bool reportError(const QString &sentence)
{
    std::fputs((u"mouth to ear: "_s + sentence + u'\n').toUtf8().constData(), stderr);
    return false;
}

QString loadAverage()
{
    double minutes[3] = {};
    getloadavg(minutes, 3);
    return u"%1 %2 %3"_s.arg(minutes[0], 0, 'f', 2).arg(minutes[1], 0, 'f', 2).arg(minutes[2], 0, 'f', 2);
}

bool isFound(const test::Delay &delay)
{
    return delay.correlation >= minCorrelation;
}

//! Plays sentences until one is heard, which also lets jitter buffers settle.
bool warmUp(Ground &ground)
{
    constexpr int attempts = 8;
    for (int i = 0; i < attempts; ++i) {
        const auto delay = ground.playSentence(i);
        if (!delay)
            return reportError(ground.why());
        if (isFound(*delay))
            return true;
    }
    return reportError(u"nothing is heard."_s);
}

//! A program may lose a sentence now and then, for instance because of an underrun: that is counted, and another
//! sentence is played.
bool measureSentences(Ground &ground, Side &side, int sentences)
{
    std::vector<double> delays;
    for (int said = 0; std::ssize(delays) < sentences; ++said) {
        if (said == 3 * sentences)
            return reportError(u"%1 loses most of the sentences."_s.arg(side.talkers->name()));
        const auto delay = ground.playSentence(said);
        if (!delay)
            return reportError(ground.why());
        if (!isFound(*delay)) {
            ++side.lost;
            continue;
        }
        delays.push_back(delay->milliseconds);
        side.worstCorrelation = std::min(side.worstCorrelation, delay->correlation);
    }
    side.delays.push_back(median(delays));
    return true;
}

bool runRound(Ground &ground, Side &side, int sentences)
{
    const bool isDone = side.talkers->start(ground) ? warmUp(ground) && measureSentences(ground, side, sentences)
                                                    : reportError(side.talkers->why());
    side.talkers->stop();
    return isDone;
}

void describe(const Side &side)
{
    QStringList rounds;
    for (const double delay : side.delays)
        rounds.append(spelled(delay, 1));
    put(u"%1: %2 ms (rounds: %3; lowest correlation %4; %5 lost)"_s
            .arg(side.talkers->name().leftJustified(nameWidth), spelled(side.delay(), 1), rounds.join(u", "_s),
                 spelled(side.worstCorrelation, 2))
            .arg(side.lost));
}

//! Checks that the setup measures 0 where there is no delay.
bool checkGround(Ground &ground)
{
    constexpr double tolerance = 2; // ms
    const auto delay = ground.playToBoth(0);
    if (!delay)
        return reportError(ground.why());
    put(u"%1: %2 ms (correlation %3)"_s.arg(u"played to both"_s.leftJustified(nameWidth),
                                            spelled(delay->milliseconds, 2), spelled(delay->correlation, 2)));
    return (isFound(*delay) && std::abs(delay->milliseconds) <= tolerance) || reportError(u"that should be 0."_s);
}

} // namespace

bool measureMouthToEar(const Effort &effort, Talkers *islet)
{
    const int requested = qEnvironmentVariableIntValue("ROUNDS");
    const int rounds = requested > 0 ? requested : effort.pick(5, 1);
    const int sentences = effort.pick(3, 1);

    put(u"\nMouth to ear over null sinks; load average %1"_s.arg(loadAverage()));
    Ground ground;
    if (!ground.start())
        return reportError(ground.why());
    BarePipe pipe;
    Side floor{&pipe};
    if (!checkGround(ground) || !runRound(ground, floor, sentences))
        return false;
    describe(floor);

    Mumble mumble(Mumble::Tuning::Defaults);
    Mumble tuned(Mumble::Tuning::ForLatency);
    std::vector<Side> sides{{&mumble}, {&tuned}};
    if (islet)
        sides.insert(sides.begin(), {islet});
    for (int round = 0; round < rounds; ++round) {
        for (Side &side : sides) {
            if (!runRound(ground, side, sentences))
                return false;
        }
    }
    for (const Side &side : sides)
        describe(side);
    put(u"load average afterwards: %1"_s.arg(loadAverage()));
    if (!islet)
        return true;

    Table table(u"mouth to ear, ms"_s, u"Mumble"_s);
    table.addRatio(u"with Mumble's defaults"_s, sides[0].delay(), sides[1].delay(), 1, Target::atMost(maxRatio));
    table.addNote(u"with Mumble tuned for latency"_s, sides[0].delay(), sides[2].delay(), 1);
    table.addNote(u"parec | pacat, the minimum possible"_s, floor.delay(), {}, 1);
    table.print();
    return true;
}

} // namespace islet::bench
