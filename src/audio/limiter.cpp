// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/limiter.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace islet {

namespace {

constexpr float ceiling = 0.891251F; // -1 dBFS
constexpr float recovery = 0.02F; // fraction of the missing gain per block: back to nine tenths in 0.1 s

//! Replaces NaN and infinity by silence.
void silenceNonFinite(std::span<float> samples)
{
    for (float &sample : samples)
        sample = std::isfinite(sample) ? sample : 0.F;
}

float neededGain(std::span<const float> samples)
{
    float peak = 0;
    for (const float sample : samples)
        peak = std::max(peak, std::abs(sample));
    return peak > ceiling ? ceiling / peak : 1.F;
}

} // namespace

void Limiter::process(std::span<float> stereo)
{
    Q_ASSERT(stereo.size() % m_held.size() == 0);
    for (; !stereo.empty(); stereo = stereo.subspan(m_held.size())) {
        const auto incoming = stereo.first(m_held.size());
        silenceNonFinite(incoming);
        const float incomingGain = neededGain(incoming);
        // Both ends of the ramp are low enough for the block being output, so everything between them is, too.
        const float end = std::min({m_heldGain, incomingGain, m_gain + (1 - m_gain) * recovery});
        const float step = (end - m_gain) / block;
        for (std::size_t i = 0; i < m_held.size(); ++i) {
            const std::size_t frame = i / 2;
            const float gain = m_gain + step * static_cast<float>(frame + 1);
            const float out = std::clamp(m_held[i] * gain, -ceiling, ceiling); // against rounding errors
            m_held[i] = incoming[i];
            incoming[i] = out;
        }
        m_gain = end;
        m_heldGain = incomingGain;
    }
}

} // namespace islet
