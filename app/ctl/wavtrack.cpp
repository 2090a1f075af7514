// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/wavtrack.h"

#include "audio/sound.h"

#include <algorithm>
#include <array>

namespace islet::ctl {

namespace {

constexpr std::size_t pieceSize = sampleRate / 5; // fewer and larger writes; who is killed loses no more than this
constexpr std::int64_t mostSilenceAtOnce = 20 * sampleRate; // who comes after an hour must not stop everybody else

} // namespace

tl::expected<WavTrack, QString> WavTrack::create(const QString &path, int channels, std::int64_t missed)
{
    auto writer = WavWriter::create(path, channels);
    if (!writer)
        return tl::unexpected(writer.error());
    return WavTrack(*std::move(writer), missed * channels);
}

WavTrack::WavTrack(WavWriter writer, std::int64_t samplesMissed)
    : m_writer(std::move(writer))
    , m_silenceOwed(samplesMissed)
{ }

tl::expected<void, QString> WavTrack::add(std::span<const float> interleaved)
{
    m_waiting.insert(m_waiting.end(), interleaved.begin(), interleaved.end());
    return writeDue();
}

tl::expected<void, QString> WavTrack::addSilence(std::size_t samples)
{
    m_waiting.resize(m_waiting.size() + samples);
    return writeDue();
}

tl::expected<void, QString> WavTrack::writeDue()
{
    if (m_waiting.size() < pieceSize)
        return {};
    if (const auto written = writeSilence(mostSilenceAtOnce); !written || m_silenceOwed > 0)
        return written;
    const auto written = m_writer.write(m_waiting);
    m_waiting.clear();
    return written;
}

tl::expected<void, QString> WavTrack::finish()
{
    if (const auto written = writeSilence(m_silenceOwed); !written)
        return written;
    const auto written = m_writer.write(m_waiting);
    m_waiting.clear();
    return written;
}

tl::expected<void, QString> WavTrack::writeSilence(std::int64_t most)
{
    static constexpr std::array<float, 2 * frameSamples> silence{};
    for (std::int64_t left = std::min(most, m_silenceOwed); left > 0;) {
        const auto now = std::min<std::int64_t>(left, silence.size());
        if (const auto written = m_writer.write(std::span(silence).first(static_cast<std::size_t>(now))); !written)
            return written;
        left -= now;
        m_silenceOwed -= now;
    }
    return {};
}

} // namespace islet::ctl
