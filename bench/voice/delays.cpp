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
constexpr int thinning = 6; // 8 kHz is enough to know speech by
constexpr int points = 32 * ms / thinning; // of the stretch that is looked for
constexpr int length = points * thinning;
constexpr int hop = 20 * ms;
constexpr int patience = 2;
constexpr int nearBy = 15 * ms;
constexpr int farthest = 1'800 * ms;
constexpr float loudEnough = 0.005F; // what is quieter looks like any other quiet
constexpr float alike = 0.95F;

//! What is left of sound below 4 kHz, about, laid out so that every sixth sample is beside the one before.
class Thinned {
public:
    explicit Thinned(const std::vector<float> &samples)
        : m_size(static_cast<int>(samples.size()))
    {
        float sum = 0;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            sum += samples[i] - (i >= thinning ? samples[i - thinning] : 0);
            m_phases[i % thinning].push_back(sum / thinning);
        }
    }

    int size() const { return m_size; }
    const float *at(int sample) const
    {
        return m_phases[static_cast<std::size_t>(sample % thinning)].data() + sample / thinning;
    }

private:
    int m_size;
    std::array<std::vector<float>, thinning> m_phases;
};

float product(const float *one, const float *other)
{
    constexpr int lanes = 8; // sums that need not wait for each other
    std::array<float, lanes> sums{};
    for (int i = 0; i < points; i += lanes) {
        for (int lane = 0; lane < lanes; ++lane)
            sums[static_cast<std::size_t>(lane)] += one[i + lane] * other[i + lane];
    }
    return std::accumulate(sums.begin(), sums.end(), 0.F);
}

//! Where in `said` what begins at `heard` is found, from `from` to `to`; -1 if it is not.
int find(const float *heard, const Thinned &said, int from, int to, int stride)
{
    from = std::max(from, 0);
    to = std::min(to, said.size() - length);
    const float energy = product(heard, heard);
    int best = -1;
    float bestLikeness = alike;
    for (int at = from; at <= to; at += stride) {
        const float *candidate = said.at(at);
        const float found = product(heard, candidate);
        if (found <= 0)
            continue;
        const float likeness = found / std::sqrt(energy * product(candidate, candidate) + 1e-9F);
        if (likeness > bestLikeness) {
            best = at;
            bestLikeness = likeness;
        }
    }
    return best;
}

} // namespace

Delays delaysOf(const Conversation &conversation, const Heard &heard)
{
    const Thinned said(conversation.plain);
    const Thinned ear(heard.samples);
    // A packet can be sent no earlier than when its last sample was said.
    const double unavoidableMs =
        milliseconds(conversation.trace.front().samples) + static_cast<double>(test::networkDelay.count());
    Delays delays;
    int lag = 0;
    int failures = 0;
    for (int at = 0; at + length <= ear.size(); at += hop) {
        const float *here = ear.at(at);
        if (product(here, here) < loudEnough * loudEnough * points)
            continue;
        int found = find(here, said, at - lag - nearBy, at - lag + nearBy, 2);
        // A stretch with a splice in it is not found anywhere; the one behind it is, or the delay has changed a lot.
        if (found < 0 && ++failures % patience == 0)
            found = find(here, said, at - farthest, at, 3);
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

double Delays::backAfter(double beforeMs, double sinceMs, double withinMs) const
{
    constexpr double aSecond = 1'000;
    const double most = meanWithin(beforeMs - aSecond, beforeMs) + withinMs;
    double backAt = -1;
    for (const Reading &reading : readings) {
        if (reading.atMs < sinceMs)
            continue;
        if (reading.delayMs > most)
            backAt = -1;
        else if (backAt < 0)
            backAt = reading.atMs;
        else if (reading.atMs - backAt > aSecond)
            break;
    }
    return backAt < 0 ? -1 : backAt - sinceMs;
}

} // namespace islet::bench
