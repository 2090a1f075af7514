// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/sound.h"
#include "listeners.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace islet::bench {

namespace {

constexpr int ms = sampleRate / 1'000;
constexpr int decimation = 6; // 8 kHz is enough to recognise speech
constexpr int points = 32 * ms / decimation; // of the segment to search for
constexpr int length = points * decimation;
constexpr int hop = 20 * ms;
constexpr int failuresBeforeWideSearch = 2;
constexpr int searchRange = 15 * ms;
constexpr int maxLag = 1'800 * ms;
constexpr float minAmplitude = 0.005F; // quieter segments are too similar to tell apart
constexpr float minCorrelation = 0.95F;

//! Sound below about 4 kHz, laid out so that every sixth sample is adjacent to the one before.
class Decimated {
public:
    explicit Decimated(const std::vector<float> &samples)
        : m_size(static_cast<int>(samples.size()))
    {
        float sum = 0;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            sum += samples[i] - (i >= decimation ? samples[i - decimation] : 0);
            m_phases[i % decimation].push_back(sum / decimation);
        }
    }

    int size() const { return m_size; }
    const float *at(int sample) const
    {
        return m_phases[static_cast<std::size_t>(sample % decimation)].data() + sample / decimation;
    }

private:
    int m_size;
    std::array<std::vector<float>, decimation> m_phases;
};

float product(const float *one, const float *other)
{
    constexpr int lanes = 8; // independent sums, for instruction-level parallelism
    std::array<float, lanes> sums{};
    for (int i = 0; i < points; i += lanes) {
        for (int lane = 0; lane < lanes; ++lane)
            sums[static_cast<std::size_t>(lane)] += one[i + lane] * other[i + lane];
    }
    return std::accumulate(sums.begin(), sums.end(), 0.F);
}

//! Returns the position in `said`, from `from` to `to`, of the segment that begins at `heard`; -1 if there is none.
int find(const float *heard, const Decimated &said, int from, int to, int stride)
{
    from = std::max(from, 0);
    to = std::min(to, said.size() - length);
    const float energy = product(heard, heard);
    int best = -1;
    float bestCorrelation = minCorrelation;
    for (int at = from; at <= to; at += stride) {
        const float *candidate = said.at(at);
        const float found = product(heard, candidate);
        if (found <= 0)
            continue;
        const float correlation = found / std::sqrt(energy * product(candidate, candidate) + 1e-9F);
        if (correlation > bestCorrelation) {
            best = at;
            bestCorrelation = correlation;
        }
    }
    return best;
}

} // namespace

Delays delaysOf(const Conversation &conversation, const Heard &heard)
{
    const Decimated said(conversation.plain);
    const Decimated ear(heard.samples);
    // A packet cannot be sent before its last sample was spoken.
    const double unavoidableMs =
        milliseconds(conversation.trace.front().samples) + static_cast<double>(test::networkDelay.count());
    Delays delays;
    int lag = 0;
    int failures = 0;
    for (int at = 0; at + length <= ear.size(); at += hop) {
        const float *here = ear.at(at);
        if (product(here, here) < minAmplitude * minAmplitude * points)
            continue;
        int found = find(here, said, at - lag - searchRange, at - lag + searchRange, 2);
        // A segment containing a splice is not found anywhere, but the next one is, unless the delay has changed a lot.
        if (found < 0 && ++failures % failuresBeforeWideSearch == 0)
            found = find(here, said, at - maxLag, at, 3);
        if (found < 0)
            continue;
        failures = 0;
        lag = at - found;
        delays.readings.push_back({milliseconds(at), milliseconds(lag) - unavoidableMs});
    }
    return delays;
}

double Delays::mean() const
{
    return meanWithin(0, 1e9);
}

double Delays::meanWithin(double fromMs, double toMs) const
{
    double sum = 0;
    int count = 0;
    for (const Reading &reading : readings) {
        if (reading.atMs < fromMs || reading.atMs >= toMs)
            continue;
        sum += reading.delayMs;
        ++count;
    }
    return count > 0 ? sum / count : 0;
}

double Delays::recoveryTime(double beforeMs, double sinceMs, double withinMs) const
{
    constexpr double second = 1'000;
    const double limit = meanWithin(beforeMs - second, beforeMs) + withinMs;
    double backAt = -1;
    for (const Reading &reading : readings) {
        if (reading.atMs < sinceMs)
            continue;
        if (reading.delayMs > limit)
            backAt = -1;
        else if (backAt < 0)
            backAt = reading.atMs;
        else if (reading.atMs - backAt > second)
            break;
    }
    return backAt < 0 ? -1 : backAt - sinceMs;
}

} // namespace islet::bench
