// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/timestretchbuffer.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace islet {

namespace {

constexpr int ms = sampleRate / 1'000;
constexpr int overlap = 5 * ms;
constexpr int shortestLag = TimeStretchBuffer::shortestSplice;
constexpr int longestLag = 15 * ms; // 67 Hz
constexpr int history = longestLag + overlap;
constexpr int coarse = 4; // the first search step checks every fourth sample
constexpr float goodMatch = 0.6F;
constexpr float silence = 0.003F; // -50 dBFS

//! Normalized correlation of two stretches of `overlap` samples, -1 to 1.
float correlation(const float *one, const float *other, int step)
{
    float product = 0;
    float energyOne = 1e-9F;
    float energyOther = 1e-9F;
    for (int i = 0; i < overlap; i += step) {
        product += one[i] * other[i];
        energyOne += one[i] * one[i];
        energyOther += other[i] * other[i];
    }
    return product / std::sqrt(energyOne * energyOther);
}

struct Match {
    int lag = 0;
    float correlation = -1;
};

//! The lag, from `least` to `most`, at which the speech correlates best with `at`. `direction` 1 is ahead, -1 back.
Match bestMatch(const float *at, int least, int most, int direction)
{
    Match best;
    const auto tryLag = [&](int lag, int step) {
        if (const float found = correlation(at, at + direction * lag, step); found > best.correlation)
            best = {lag, found};
    };
    for (int lag = least; lag <= most; lag += coarse)
        tryLag(lag, coarse);
    const int around = best.lag;
    best.correlation = -1;
    for (int lag = std::max(least, around - coarse); lag <= std::min(most, around + coarse); ++lag)
        tryLag(lag, 1);
    return best;
}

void crossFade(const float *from, const float *to, std::span<float> out)
{
    for (std::size_t i = 0; i < out.size(); ++i) {
        const float weight = (static_cast<float>(i) + 0.5F) / static_cast<float>(out.size());
        out[i] = std::lerp(from[i], to[i], weight);
    }
}

} // namespace

TimeStretchBuffer::TimeStretchBuffer(int capacity)
    : m_samples(static_cast<std::size_t>(history + 2 * capacity))
    , m_seam(overlap)
    , m_begin(history)
    , m_end(history)
{ }

std::span<float> TimeStretchBuffer::prepare(int samples)
{
    if (m_end + samples > static_cast<int>(m_samples.size())) {
        const int moved = std::max(m_begin - history, 0);
        std::copy(m_samples.begin() + moved, m_samples.begin() + m_end, m_samples.begin());
        m_begin -= moved;
        m_end -= moved;
    }
    Q_ASSERT(m_end + samples <= static_cast<int>(m_samples.size()));
    return std::span(m_samples).subspan(static_cast<std::size_t>(m_end), static_cast<std::size_t>(samples));
}

void TimeStretchBuffer::take(std::span<float> out)
{
    Q_ASSERT(static_cast<int>(out.size()) <= size());
    std::copy_n(m_samples.begin() + m_begin, out.size(), out.begin());
    m_begin += static_cast<int>(out.size());
}

bool TimeStretchBuffer::isSilent(int from, int count) const
{
    const auto part = std::span(m_samples).subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(count));
    float energy = 0;
    for (const float sample : part)
        energy += sample * sample;
    return energy < silence * silence * static_cast<float>(count);
}

int TimeStretchBuffer::shorten(int most, bool isUrgent)
{
    const int limit = std::min({most, size() - overlap, longestLag});
    if (limit < shortestLag)
        return 0;
    const Match match = bestMatch(m_samples.data() + m_begin, shortestLag, limit, 1);
    if (match.correlation < goodMatch && !isUrgent)
        return 0;
    splice(match.lag);
    return match.lag;
}

int TimeStretchBuffer::dropSilence(int most)
{
    const int limit = std::min(most, size() - overlap);
    if (limit < shortestLag || !isSilent(m_begin, limit + overlap))
        return 0;
    splice(limit);
    return limit;
}

int TimeStretchBuffer::lengthen(int most)
{
    const int limit = std::min({most, m_begin, longestLag}); // a repetition consumes history, too
    if (limit < shortestLag || size() < overlap)
        return 0;
    const Match match = bestMatch(m_samples.data() + m_begin, shortestLag, limit, -1);
    if (match.correlation < goodMatch && !isSilent(m_begin - limit, limit + overlap))
        return 0;
    splice(-match.lag);
    return match.lag;
}

void TimeStretchBuffer::splice(int lag)
{
    const float *at = m_samples.data() + m_begin;
    crossFade(at, at + lag, m_seam);
    m_begin += lag;
    std::copy(m_seam.begin(), m_seam.end(), m_samples.begin() + m_begin);
}

} // namespace islet
