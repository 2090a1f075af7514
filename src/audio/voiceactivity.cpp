// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voiceactivity.h"

#include <algorithm>
#include <cmath>

namespace islet {

namespace {

constexpr int framesPerSecond = sampleRate / frameSamples;
constexpr int hangover = 300 * framesPerSecond / 1'000; // frames
//! A muted microphone delivers zeros; the noise that follows must become the floor quickly.
constexpr double lowestFloor = -70.0; // dBFS
//! The first frame may already contain speech.
constexpr double highestFirstFloor = -50.0; // dBFS
//! Rises slowly: words must not become the floor. A new fan at -45 dBFS is taken for voice for about five seconds.
constexpr double rise = 3.0 / framesPerSecond; // dB per frame
//! Falls fast, as the gaps between words are short, but not at once: one lost frame is not a quieter room.
constexpr double fall = 0.1; // fraction of the difference per frame

double levelOf(std::span<const float, frameSamples> frame)
{
    double sum = 0.0;
    for (const float sample : frame)
        sum += static_cast<double>(sample) * static_cast<double>(sample);
    if (!std::isfinite(sum) || sum <= 0.0)
        return VoiceActivity::silence;
    return std::clamp(10.0 * std::log10(sum / frameSamples), VoiceActivity::silence, 0.0);
}

} // namespace

bool VoiceActivity::speaking(std::span<const float, frameSamples> frame)
{
    m_level = levelOf(frame);
    followNoise();
    m_standsOut = m_level > std::max(threshold, m_noiseFloor + m_margin);
    if (m_standsOut) {
        m_hangover = hangover;
        return true;
    }
    if (m_hangover == 0)
        return false;
    --m_hangover;
    return true;
}

void VoiceActivity::followNoise()
{
    if (m_isFirst)
        m_noiseFloor = std::min(m_level, highestFirstFloor);
    else if (m_level < m_noiseFloor)
        m_noiseFloor += fall * (m_level - m_noiseFloor);
    else
        m_noiseFloor = std::min(m_level, m_noiseFloor + rise);
    m_noiseFloor = std::max(m_noiseFloor, lowestFloor);
    m_isFirst = false;
}

void VoiceActivity::setMargin(double margin)
{
    m_margin = std::clamp(margin, minMargin, maxMargin);
}

void VoiceActivity::reset()
{
    const double kept = m_margin;
    *this = VoiceActivity();
    m_margin = kept;
}

} // namespace islet
