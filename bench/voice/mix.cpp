// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mix.h"

#include "audio/mixer.h"
#include "bench/support/table.h"
#include "crowdtalk.h"

#include <cmath>
#include <cstdio>
#include <ctime>
#include <numbers>
#include <opus.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

constexpr int talkers = 32;
constexpr double maxRatio = 1.5; //!< ratio to the decoder's time
constexpr auto piece = 5ms;
constexpr int maxPacketSamples = sampleRate * 120 / 1'000;

using Decoder = std::unique_ptr<OpusDecoder, decltype([](OpusDecoder *decoder) { opus_decoder_destroy(decoder); })>;

struct Run {
    std::chrono::nanoseconds cpu{0};
    double playedSeconds = 0; //!< of all talkers together
    double concealedSeconds = 0;

    double cpuSeconds() const { return seconds(cpu); }
};

//! CPU time of this thread.
std::chrono::nanoseconds threadCpuTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

//! Decodes the packets in order of arrival, and nothing else.
Run decodeOnly(const std::vector<Arrival> &arrivals)
{
    std::vector<Decoder> decoders(talkers);
    for (Decoder &decoder : decoders)
        decoder.reset(opus_decoder_create(sampleRate, 1, nullptr));
    std::vector<float> out(maxPacketSamples);
    std::int64_t samples = 0;
    const auto before = threadCpuTime();
    for (const Arrival &arrival : arrivals) {
        samples += opus_decode_float(decoders[static_cast<std::size_t>(arrival.talker)].get(),
                                     reinterpret_cast<const unsigned char *>(arrival.packet.constData()),
                                     static_cast<opus_int32>(arrival.packet.size()), out.data(), maxPacketSamples, 0);
    }
    return {threadCpuTime() - before, milliseconds(samples) / 1'000};
}

SpeakerId idOf(int talker)
{
    return SpeakerId{static_cast<std::uint32_t>(talker)};
}

//! All talkers walk around the listener, with ten updates a second.
void walk(Mixer &mixer, std::chrono::duration<float> time)
{
    for (int talker = 0; talker < talkers; ++talker) {
        const float angle = 0.2F * time.count() + static_cast<float>(talker);
        const float distance = 2 + static_cast<float>(talker) / 2;
        mixer.place(idOf(talker),
                    spatialize(DistanceCurve::Inverse, distance * std::cos(angle), distance * std::sin(angle),
                               20 * time.count()));
    }
}

//! Does the audio thread's work: every 5 ms, receives the packets that arrived and renders.
Run mix(const std::vector<Arrival> &arrivals)
{
    constexpr auto start = 1'000s;
    const auto end = arrivals.back().time + 1s; // to play out buffered packets
    Mixer mixer;
    std::vector<float> stereo(2 * pieceSamples);
    auto arrival = arrivals.begin();
    const auto before = threadCpuTime();
    for (std::chrono::microseconds now{0}; now < end; now += piece) {
        for (; arrival != arrivals.end() && arrival->time <= now; ++arrival)
            mixer.receive(idOf(arrival->talker), arrival->index, arrival->packet, start + arrival->time);
        if (now % 100ms == 0s)
            walk(mixer, now);
        mixer.render(stereo, start + now);
    }
    Run run{threadCpuTime() - before};
    const auto all = mixer.stats();
    for (const SpeakerStats &stats : all) {
        run.playedSeconds += stats.playedMs / 1'000;
        run.concealedSeconds += stats.concealedMs / 1'000;
    }
    return run;
}

void print(const std::vector<Run> &ours, const std::vector<Run> &theirs, double duration)
{
    const double mixed = median(each(ours, &Run::cpuSeconds));
    const double decoded = median(each(theirs, &Run::cpuSeconds));
    std::vector<double> ratios;
    for (std::size_t i = 0; i < ours.size(); ++i)
        ratios.push_back(ours[i].cpuSeconds() / theirs[i].cpuSeconds());
    Table table(u"%1 talkers decoded, placed and mixed"_s.arg(talkers), u"opus_decode_float"_s);
    table.addRatio(u"CPU, ms for each second of speech"_s, 1'000 * mixed / ours.front().playedSeconds,
                   1'000 * decoded / theirs.front().playedSeconds, 3, Target::atMost(maxRatio));
    table.addNote(u"% of a core"_s, 100 * mixed / duration, 100 * decoded / duration, 2);
    table.addNote(u"talking at once, on average"_s, ours.front().playedSeconds / duration,
                  theirs.front().playedSeconds / duration, 1);
    table.addNote(u"lowest ratio of a pair"_s, std::ranges::min(ratios), std::nullopt, 2);
    table.addNote(u"highest ratio of a pair"_s, std::ranges::max(ratios), std::nullopt, 2);
    table.addNote(u"concealed, s"_s, ours.front().concealedSeconds, std::nullopt, 2);
    table.print();
}

bool reportError(const char *sentence)
{
    std::fprintf(stderr, "mix: %s\n", sentence);
    return false;
}

} // namespace

bool measureMix(const Effort &effort)
{
    const auto arrivals = crowdTalk(talkers, effort.pick(20s, 6s));
    if (!arrivals)
        return reportError("espeak-ng does not work (on Debian: apt-get install espeak-ng).");
    const int pairs = effort.pick(9, 5);
    std::vector<Run> ours;
    std::vector<Run> theirs;
    for (int pair = 0; pair < pairs; ++pair) {
        ours.push_back(mix(*arrivals));
        theirs.push_back(decodeOnly(*arrivals));
    }
    // Otherwise one side had less work.
    if (std::abs(ours.front().playedSeconds - theirs.front().playedSeconds) > 0.001)
        return reportError("not all of the packets were played.");
    print(ours, theirs, std::chrono::duration<double>(arrivals->back().time).count());
    return true;
}

} // namespace islet::bench
