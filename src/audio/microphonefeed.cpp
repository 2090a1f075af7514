// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/microphonefeed.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr std::size_t readChunk = sampleRate / 10; // at the device's rate
constexpr std::size_t resampledChunk = readChunk * (sampleRate / Resampler::lowestRate) + frameSamples;
constexpr std::size_t maxPending = 3 * frameSamples;
constexpr std::size_t keptOnOverflow = frameSamples;
constexpr auto stallTimeout = 1500ms; // maximum wait for the next sample
constexpr auto startTimeout = 4s; // some devices have to wake up
constexpr auto silentAfter = 3s;

} // namespace

MicrophoneFeed::MicrophoneFeed()
    : m_raw(readChunk)
    , m_resampled(resampledChunk)
    , m_pending(maxPending + resampledChunk)
{ }

MicrophoneFeed::~MicrophoneFeed() = default;

void MicrophoneFeed::open(std::unique_ptr<CaptureStream> stream, std::chrono::microseconds now)
{
    m_resampler.reset();
    if (stream->rate() != sampleRate)
        m_resampler.emplace(stream->rate(), sampleRate);
    m_pending.dropTo(0);
    m_lastSample = now;
    m_lastSound = now;
    m_isMoving = false;
    m_stream = std::move(stream);
}

void MicrophoneFeed::close()
{
    m_stream.reset();
    m_pending.dropTo(0);
    m_isMoving = false;
}

void MicrophoneFeed::pump(std::chrono::microseconds now)
{
    if (!m_stream)
        return;
    while (const std::size_t count = m_stream->read(m_raw)) {
        const auto samples = std::span<const float>(m_raw).first(count);
        m_isMoving = true;
        m_lastSample = now;
        if (std::ranges::any_of(samples, [](float sample) { return sample != 0; }))
            m_lastSound = now;
        if (m_resampler)
            m_pending.push(std::span(m_resampled).first(m_resampler->process(samples, m_resampled).made));
        else
            m_pending.push(samples);
        if (m_pending.size() > maxPending)
            m_pending.dropTo(keptOnOverflow);
    }
}

bool MicrophoneFeed::takeFrame(std::span<float, frameSamples> frame)
{
    if (m_pending.size() < frame.size())
        return false;
    m_pending.take(frame);
    return true;
}

bool MicrophoneFeed::isLost(std::chrono::microseconds now) const
{
    return m_stream
        && (m_stream->isBroken()
            || now - m_lastSample > (m_isMoving ? std::chrono::microseconds(stallTimeout) : startTimeout));
}

bool MicrophoneFeed::isSilent(std::chrono::microseconds now) const
{
    return m_isMoving && now - m_lastSound > silentAfter;
}

} // namespace islet
