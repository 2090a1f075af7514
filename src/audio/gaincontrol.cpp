// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/gaincontrol.h"

#include <algorithm>
#include <cmath>

namespace islet {

namespace {

constexpr double framesPerSecond = double(sampleRate) / frameSamples;
constexpr double rise = 8.0 / framesPerSecond; // dB per frame
constexpr double fall = 30.0 / framesPerSecond; // dB per frame
constexpr double follow = 1.0 / framesPerSecond; // time constant of 1 s of voice
constexpr float ceiling = 0.9F; // no sample is raised above it
constexpr int ramp = samplesIn(std::chrono::milliseconds(5)); // a step would click

float peakOf(std::span<const float, frameSamples> frame)
{
    float peak = 0.0F;
    for (const float sample : frame)
        peak = std::max(peak, std::abs(sample)); // ignores NaN
    return peak;
}

float factorOf(double decibels)
{
    return static_cast<float>(std::pow(10.0, decibels / 20.0));
}

} // namespace

void GainControl::process(std::span<float, frameSamples> frame, bool mayBeVoice)
{
    m_activity.speaking(frame);
    if (mayBeVoice && m_activity.standsOut()) {
        const double power = std::pow(10.0, m_activity.level() / 10.0);
        m_power = m_power > 0.0 ? m_power + follow * (power - m_power) : power;
    }
    const double before = m_gain;
    m_gain = std::clamp(wanted(), m_gain - fall, m_gain + rise);
    if (const float peak = peakOf(frame); peak * factorOf(m_gain) > ceiling)
        m_gain = std::max(minGain, 20.0 * std::log10(ceiling / peak));
    apply(frame, before);
}

double GainControl::wanted() const
{
    if (m_power <= 0.0)
        return 0.0;
    const double forNoise = std::max(0.0, maxNoise - m_activity.noiseFloor());
    return std::clamp(target - 10.0 * std::log10(m_power), minGain, std::min(maxGain, forNoise));
}

void GainControl::apply(std::span<float, frameSamples> frame, double from) const
{
    const float last = factorOf(m_gain);
    float factor = factorOf(from);
    const float step = (last - factor) / ramp;
    for (int i = 0; i < frameSamples; ++i) {
        factor = i < ramp ? factor + step : last;
        frame[i] = std::isnan(frame[i]) ? 0.0F : std::clamp(frame[i] * factor, -1.0F, 1.0F);
    }
}

} // namespace islet
