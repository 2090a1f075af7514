// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/sound.h"
#include "voice/listeners.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace islet::bench {

namespace {

constexpr int ms = sampleRate / 1'000;
constexpr int thinning = 6; // 8 kHz is enough to know speech by
constexpr int points = 32 * ms / thinning; // of the stretch that is looked for
constexpr int length = points * thinning;
constexpr int hop = 20 * ms;
constexpr int stride = 2; // between the places looked at
constexpr int nearBy = 15 * ms;
constexpr int farthest = 2'500 * ms;
constexpr float loudEnough = 0.005F; // what is quieter looks like any other quiet
constexpr float alike = 0.95F;

//! What is left below 4 kHz, about.
std::vector<float> softened(const std::vector<float> &samples)
{
    std::vector<float> out(samples.size());
    float sum = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        sum += samples[i] - (i >= thinning ? samples[i - thinning] : 0);
        out[i] = sum / thinning;
    }
    return out;
}

float product(const float *one, const float *other)
{
    float sum = 0;
    for (int i = 0; i < length; i += thinning)
        sum += one[i] * other[i];
    return sum;
}

//! Where in `said` what begins at `heard` is found, from `from` to `to`; -1 if it is not.
int find(const float *heard, const std::vector<float> &said, int from, int to)
{
    from = std::max(from, 0);
    to = std::min(to, static_cast<int>(said.size()) - length);
    const float energy = product(heard, heard);
    int best = -1;
    float bestLikeness = alike;
    for (int at = from; at <= to; at += stride) {
        const float *candidate = said.data() + at;
        const float found = product(heard, candidate) / std::sqrt(energy * product(candidate, candidate) + 1e-9F);
        if (found > bestLikeness) {
            best = at;
            bestLikeness = found;
        }
    }
    return best;
}

} // namespace

Delays delaysOf(const Conversation &conversation, const Heard &heard)
{
    const std::vector<float> said = softened(conversation.plain);
    const std::vector<float> ear = softened(heard.samples);
    // A packet can be sent no earlier than when its last sample was said.
    const double unavoidableMs =
        milliseconds(conversation.trace.front().samples) + static_cast<double>(test::networkDelay.count());
    Delays delays;
    int lag = 0;
    for (int at = 0; at + length <= static_cast<int>(ear.size()); at += hop) {
        const float *here = ear.data() + at;
        if (product(here, here) < loudEnough * loudEnough * points)
            continue;
        int found = find(here, said, at - lag - nearBy, at - lag + nearBy);
        if (found < 0)
            found = find(here, said, at - farthest, at);
        if (found < 0)
            continue;
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
