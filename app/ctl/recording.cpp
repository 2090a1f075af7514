// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/recording.h"

#include "base/quoted.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace islet::ctl {

Expected<void> Recording::prepare(const QString &folder)
{
    const QFileInfo there(folder);
    if (there.exists() && !there.isDir()) {
        return failure(ErrorCode::InvalidInput,
                       u"There is a file %1 already: choose another folder for the recording."_s.arg(quoted(folder)));
    }
    if (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable()) {
        return failure(
            ErrorCode::InvalidInput,
            u"Nothing can be written in the folder %1: choose another one for the recording."_s.arg(quoted(folder)));
    }
    return {};
}

tl::expected<Recording, QString> Recording::begin(const QString &folder)
{
    auto mix = WavTrack::create(QDir(folder).filePath(u"mix.wav"_s), 2, 0);
    if (!mix)
        return tl::unexpected(mix.error());
    return Recording(folder, *std::move(mix));
}

Recording::Recording(QString folder, WavTrack mix)
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
    auto track = WavTrack::create(QDir(m_folder).filePath(address.toLower() + u".wav"_s), 1, m_length);
    if (!track) {
        keep(tl::unexpected(track.error()));
        return nullptr;
    }
    return &m_people.emplace(address, Person{*std::move(track)}).first->second;
}

void Recording::add(const Address &address, std::span<const float> mono)
{
    if (Person *person = personOf(address)) {
        keep(person->track.add(mono));
        person->hasSpoken = true;
    }
}

tl::expected<void, QString> Recording::step(std::span<const float> stereo)
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

tl::expected<void, QString> Recording::finish()
{
    for (auto &[address, person] : m_people)
        keep(person.track.finish());
    keep(m_mix.finish());
    return result();
}

void Recording::keep(const tl::expected<void, QString> &result)
{
    if (!result && m_error.isEmpty())
        m_error = result.error();
}

tl::expected<void, QString> Recording::result() const
{
    if (m_error.isEmpty())
        return {};
    return tl::unexpected(m_error);
}

} // namespace islet::ctl
