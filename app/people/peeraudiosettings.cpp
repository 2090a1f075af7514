// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/peeraudiosettings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto key = "voice/people"_L1; // each ADDRESS=VOLUME, or ADDRESS=VOLUME muted

} // namespace

PeerAudioSettings::PeerAudioSettings(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    // The file may have been edited: skips invalid entries.
    const QStringList kept = settings.value(key).toStringList();
    for (const QString &line : kept.first(std::min(kept.size(), maxPeople))) {
        const auto address = Address::parse(line.section(u'=', 0, 0));
        bool ok = false;
        const float volume = line.section(u'=', 1).section(u' ', 0, 0).toFloat(&ok);
        if (address && ok && volume >= 0 && volume <= maxVolume)
            m_audio.insert(*address, {volume, line.endsWith(" muted"_L1)});
    }
}

void PeerAudioSettings::setVolume(const Address &person, float volume)
{
    setAudio(person, {std::clamp(volume, 0.F, maxVolume), audioOf(person).isMuted});
}

void PeerAudioSettings::setMuted(const Address &person, bool muted)
{
    setAudio(person, {audioOf(person).volume, muted});
}

void PeerAudioSettings::setIgnored(const Address &person, bool ignored)
{
    if (m_ignored.contains(person) == ignored)
        return;
    if (ignored)
        m_ignored.insert(person);
    else
        m_ignored.remove(person);
    emit audioChanged(person);
    setTalking(m_talking);
}

float PeerAudioSettings::gainOf(const Address &person) const
{
    const PeerAudio audio = audioOf(person);
    return audio.isMuted || m_ignored.contains(person) ? 0 : audio.volume;
}

void PeerAudioSettings::setAudio(const Address &person, const PeerAudio &audio)
{
    if (audio == audioOf(person))
        return;
    if (audio == PeerAudio())
        m_audio.remove(person);
    else if (m_audio.contains(person) || m_audio.size() < maxPeople)
        m_audio.insert(person, audio);
    save();
    emit audioChanged(person);
}

void PeerAudioSettings::save()
{
    QStringList lines;
    for (auto audio = m_audio.cbegin(); audio != m_audio.cend(); ++audio) {
        lines.append(audio.key().toLower() + u'=' + QString::number(audio->volume, 'f', 2)
                     + (audio->isMuted ? u" muted"_s : QString()));
    }
    lines.sort();
    m_settings.setValue(key, lines);
}

void PeerAudioSettings::setTalking(const QSet<Address> &people)
{
    const QSet<Address> heard = people - m_ignored;
    const QSet<Address> changed = (heard - m_talking) + (m_talking - heard);
    if (changed.isEmpty())
        return;
    m_talking = heard;
    emit talkingChanged(changed);
}

const SpeakerStats *PeerAudioSettings::statsOf(const Address &person) const
{
    const auto found = m_stats.constFind(person);
    return found == m_stats.cend() ? nullptr : &*found;
}

} // namespace islet
