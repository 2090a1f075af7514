// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/system/qtplayback.h"

#include <QAudioSink>

#include <algorithm>

namespace islet {

namespace {

constexpr std::size_t maxFrames = frameSamples; // maximum per write, at our rate
constexpr std::size_t maxResampled = maxFrames * (Resampler::highestRate / sampleRate) + 64;

} // namespace

QtPlayback::QtPlayback(std::unique_ptr<QAudioSink> sink, const SampleLayout &layout, std::size_t capacity)
    : m_sink(std::move(sink))
    , m_layout(layout)
    , m_resampled(2 * maxResampled)
    , m_bytes(maxResampled * layout.bytesPerFrame())
{
    if (layout.rate != sampleRate) {
        m_resamplers = {Resampler(sampleRate, layout.rate), Resampler(sampleRate, layout.rate)};
        for (auto &side : m_sides)
            side.resize(maxResampled);
    }
    const std::size_t frames = capacity * static_cast<std::size_t>(layout.rate) / sampleRate;
    m_sink->setBufferSize(static_cast<qsizetype>(frames * layout.bytesPerFrame()));
    m_samples = m_sink->start();
}

QtPlayback::~QtPlayback() = default;

std::size_t QtPlayback::writableFrames()
{
    if (isBroken())
        return 0;
    const qsizetype bytes = m_sink->bytesFree();
    m_isDead = bytes < 0; // its device disappeared; Qt 6.4.2 reports it in no other way
    return m_isDead ? 0 : atOurRate(static_cast<std::size_t>(bytes));
}

std::size_t QtPlayback::capacity() const
{
    return atOurRate(static_cast<std::size_t>(std::max<qsizetype>(m_sink->bufferSize(), 0)));
}

std::size_t QtPlayback::atOurRate(std::size_t bytes) const
{
    return bytes / m_layout.bytesPerFrame() * sampleRate / static_cast<std::size_t>(m_layout.rate);
}

void QtPlayback::write(std::span<const float> stereo)
{
    // Checked again: Qt 6.4.2 never releases the server's lock when it writes to a stream that has ended.
    if (writableFrames() == 0)
        return;
    const auto samples = m_resamplers ? resample(stereo) : stereo;
    const auto bytes = std::span(m_bytes).first(samples.size() / 2 * m_layout.bytesPerFrame());
    fromStereo(samples, m_layout, bytes);
    m_samples->write(reinterpret_cast<const char *>(bytes.data()), static_cast<qint64>(bytes.size()));
}

std::span<const float> QtPlayback::resample(std::span<const float> stereo)
{
    const std::size_t frames = stereo.size() / 2;
    std::size_t made = 0;
    for (std::size_t side = 0; side < 2; ++side) {
        auto &before = m_sides[side];
        auto &after = m_sides[side + 2];
        for (std::size_t i = 0; i < frames; ++i)
            before[i] = stereo[2 * i + side];
        made = (*m_resamplers)[side].process(std::span(before).first(frames), after).made;
        for (std::size_t i = 0; i < made; ++i)
            m_resampled[2 * i + side] = after[i];
    }
    return std::span(m_resampled).first(2 * made);
}

bool QtPlayback::isBroken()
{
    return m_isDead || !m_samples || m_sink->state() == QAudio::StoppedState;
}

} // namespace islet
