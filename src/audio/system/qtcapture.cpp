// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/system/qtcapture.h"

#include "base/clock.h"

#include <QAudioSource>

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr std::size_t maxFrames = 9600; // maximum per read
constexpr int fragmentsPerSecond = 200; // how often the server sends: every 5 ms
constexpr auto deadCheckAfter = 30ms; // time without a sample

} // namespace

QtCapture::QtCapture(std::unique_ptr<QAudioSource> source, const SampleLayout &layout)
    : m_source(std::move(source))
    , m_layout(layout)
    , m_bytes(maxFrames * layout.bytesPerFrame())
    , m_lastSample(monotonicNow())
{
    const auto framesPerFragment = static_cast<qsizetype>(layout.rate / fragmentsPerSecond);
    m_source->setBufferSize(framesPerFragment * static_cast<qsizetype>(layout.bytesPerFrame()));
    m_samples = m_source->start();
}

QtCapture::~QtCapture() = default;

std::size_t QtCapture::read(std::span<float> mono)
{
    if (isBroken())
        return 0;
    const std::size_t frameSize = m_layout.bytesPerFrame();
    const std::size_t wanted = std::min(mono.size() * frameSize, m_bytes.size()) - m_carried;
    const qint64 got =
        m_samples->read(reinterpret_cast<char *>(m_bytes.data() + m_carried), static_cast<qint64>(wanted));
    if (got <= 0) {
        detectDeadStream();
        return 0;
    }
    const std::size_t bytes = m_carried + static_cast<std::size_t>(got);
    const std::size_t frames = bytes / frameSize;
    toMono(m_bytes, m_layout, mono.first(frames));
    m_carried = bytes % frameSize;
    std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(frames * frameSize), m_carried, m_bytes.begin());
    m_lastSample = monotonicNow();
    m_hasRun = true;
    return frames;
}

//! When the server takes a stream away, Qt 6.4.2 acts as if it were silent, but its processed time restarts from 0.
void QtCapture::detectDeadStream()
{
    if (m_hasRun && monotonicNow() - m_lastSample > deadCheckAfter)
        m_isDead = m_source->processedUSecs() == 0;
}

bool QtCapture::isBroken() const
{
    return m_isDead || !m_samples || m_source->state() == QAudio::StoppedState;
}

} // namespace islet
