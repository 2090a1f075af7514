// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/recording.h"

#include "audio/sound.h"
#include "base/quoted.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace islet::ctl {

namespace {

//! Samples per write: few and large, but a killed process loses no more than this.
constexpr std::size_t pieceSize = sampleRate / 5;
constexpr std::int64_t maxSilenceAtOnce = 20 * sampleRate; // a peer who joins after an hour must not stall the others

} // namespace

Recording::Track::Track(WavWriter writer, std::int64_t samplesMissed)
    : m_writer(std::move(writer))
    , m_silenceDue(samplesMissed)
{ }

Recording::Result Recording::Track::add(std::span<const float> interleaved)
{
    m_buffer.insert(m_buffer.end(), interleaved.begin(), interleaved.end());
    return writeIfDue();
}

Recording::Result Recording::Track::addSilence(std::size_t samples)
{
    m_buffer.resize(m_buffer.size() + samples);
    return writeIfDue();
}

Recording::Result Recording::Track::writeIfDue()
{
    if (m_buffer.size() < pieceSize)
        return {};
    if (const auto written = writeSilence(maxSilenceAtOnce); !written || m_silenceDue > 0)
        return written;
    const auto written = m_writer.write(m_buffer);
    m_buffer.clear();
    return written;
}

Recording::Result Recording::Track::finish()
{
    if (const auto written = writeSilence(m_silenceDue); !written)
        return written;
    const auto written = m_writer.write(m_buffer);
    m_buffer.clear();
    return written;
}

Recording::Result Recording::Track::writeSilence(std::int64_t most)
{
    static constexpr std::array<float, 2 * frameSamples> silence{};
    for (std::int64_t left = std::min(most, m_silenceDue); left > 0;) {
        const auto now = std::min<std::int64_t>(left, silence.size());
        if (const auto written = m_writer.write(std::span(silence).first(static_cast<std::size_t>(now))); !written)
            return written;
        left -= now;
        m_silenceDue -= now;
    }
    return {};
}

Expected<void> Recording::prepare(const QString &folder)
{
    const QFileInfo there(folder);
    if (there.exists() && !there.isDir()) {
        return failure(ErrorCode::InvalidInput,
                       u"%1 is a file. Choose another folder for the recording."_s.arg(quoted(folder)));
    }
    if (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable()) {
        return failure(ErrorCode::InvalidInput,
                       u"Couldn't write to the folder %1. Choose another one for the recording."_s.arg(quoted(folder)));
    }
    return {};
}

tl::expected<Recording, QString> Recording::begin(const QString &folder)
{
    auto mix = WavWriter::create(QDir(folder).filePath(u"mix.wav"_s), 2);
    if (!mix)
        return tl::unexpected(mix.error());
    return Recording(folder, Track(*std::move(mix), 0));
}

Recording::Recording(QString folder, Track mix)
    : m_folder(std::move(folder))
    , m_mix(std::move(mix))
{ }

Recording::Person *Recording::personOf(const Address &address)
{
    if (const auto found = m_people.find(address); found != m_people.end())
        return &found->second;
    if (m_people.size() >= maxPeople) {
        m_isFull = true;
        return nullptr;
    }
    auto writer = WavWriter::create(QDir(m_folder).filePath(address.toLower() + u".wav"_s), 1);
    if (!writer) {
        keep(tl::unexpected(writer.error()));
        return nullptr;
    }
    return &m_people.emplace(address, Person{Track(*std::move(writer), m_length)}).first->second;
}

void Recording::add(const Address &address, std::span<const float> mono)
{
    if (Person *person = personOf(address)) {
        keep(person->track.add(mono));
        person->hasSpoken = true;
    }
}

Recording::Result Recording::step(std::span<const float> stereo)
{
    const std::size_t samples = stereo.size() / 2;
    for (auto &[address, person] : m_people) {
        if (!std::exchange(person.hasSpoken, false))
            keep(person.track.addSilence(samples));
    }
    keep(m_mix.add(stereo));
    m_length += static_cast<std::int64_t>(samples);
    return result();
}

Recording::Result Recording::finish()
{
    for (auto &[address, person] : m_people)
        keep(person.track.finish());
    keep(m_mix.finish());
    return result();
}

void Recording::keep(const Result &result)
{
    if (!result && m_error.isEmpty())
        m_error = result.error();
}

Recording::Result Recording::result() const
{
    if (m_error.isEmpty())
        return {};
    return tl::unexpected(m_error);
}

} // namespace islet::ctl
