// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/peeraudiosettings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto key = "voice/people"_L1; // each ADDRESS=VOLUME, or ADDRESS=VOLUME muted

} // namespace

VoicePeople::VoicePeople(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    // The file may have been edited by anybody: what makes no sense is left out.
    const QStringList kept = settings.value(key).toStringList();
    for (const QString &line : kept.first(std::min(kept.size(), mostKept))) {
        const auto address = Address::parse(line.section(u'=', 0, 0));
        bool ok = false;
        const float volume = line.section(u'=', 1).section(u' ', 0, 0).toFloat(&ok);
        if (address && ok && volume >= 0 && volume <= loudest)
            m_wishes.insert(*address, {volume, line.endsWith(" muted"_L1)});
    }
}

void VoicePeople::setVolume(const Address &person, float volume)
{
    setWish(person, {std::clamp(volume, 0.F, loudest), wishFor(person).isMuted});
}

void VoicePeople::setMuted(const Address &person, bool muted)
{
    setWish(person, {wishFor(person).volume, muted});
}

void VoicePeople::setIgnored(const Address &person, bool ignored)
{
    if (m_ignored.contains(person) == ignored)
        return;
    if (ignored)
        m_ignored.insert(person);
    else
        m_ignored.remove(person);
    emit wishChanged(person);
    setTalking(m_talking);
}

float VoicePeople::loudnessOf(const Address &person) const
{
    const Wish wish = wishFor(person);
    return wish.isMuted || m_ignored.contains(person) ? 0 : wish.volume;
}

void VoicePeople::setWish(const Address &person, const Wish &wish)
{
    if (wish == wishFor(person))
        return;
    if (wish == Wish())
        m_wishes.remove(person);
    else if (m_wishes.contains(person) || m_wishes.size() < mostKept)
        m_wishes.insert(person, wish);
    save();
    emit wishChanged(person);
}

void VoicePeople::save()
{
    QStringList lines;
    for (auto wish = m_wishes.cbegin(); wish != m_wishes.cend(); ++wish) {
        lines.append(wish.key().toLower() + u'=' + QString::number(wish->volume, 'f', 2)
                     + (wish->isMuted ? u" muted"_s : QString()));
    }
    lines.sort();
    m_settings.setValue(key, lines);
}

void VoicePeople::setTalking(const QSet<Address> &people)
{
    const QSet<Address> heard = people - m_ignored;
    const QSet<Address> changed = (heard - m_talking) + (m_talking - heard);
    if (changed.isEmpty())
        return;
    m_talking = heard;
    emit talkingChanged(changed);
}

const SpeakerStats *VoicePeople::statsOf(const Address &person) const
{
    const auto found = m_stats.constFind(person);
    return found == m_stats.cend() ? nullptr : &*found;
}

} // namespace islet
