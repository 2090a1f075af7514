// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/peersmodel.h"

#include "app/look/personlook.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

PeersModel::PeersModel(Sources sources, QObject *parent)
    : QAbstractListModel(parent)
    , m_sources(std::move(sources))
{
    connectSources();
    connect(&m_timer, &QTimer::timeout, this, qOverload<>(&PeersModel::measure));
    m_timer.start(250ms);
}

void PeersModel::connectSources()
{
    connect(&m_sources.directory, &PeerDirectory::peerAdded, this, &PeersModel::add);
    connect(&m_sources.directory, &PeerDirectory::peerRemoved, this, &PeersModel::remove);
    connect(&m_sources.profiles, &ProfileExchange::profileChanged, this, [this](const Address &person) {
        notify(person, {NameRole, ColorRole, InkRole, InitialsRole, HasProfileRole, BotRole, BadgesRole, SummaryRole});
    });
    connect(&m_sources.voices, &PeerAudioSettings::audioChanged, this, [this](const Address &person) {
        notify(person, {MutedRole, BadgesRole, SummaryRole});
    });
    connect(&m_sources.voices, &PeerAudioSettings::talkingChanged, this, &PeersModel::onTalking);
    connect(&m_sources.ignored, &IgnoredPeople::changed, this, [this](const Address &person) {
        notify(person, {IgnoredRole, EmoteTextRole, BadgesRole, SummaryRole});
    });
    const auto onEmote = [this](const Address &person) { notify(person, {EmoteTextRole, BadgesRole, SummaryRole}); };
    connect(&m_sources.emotes, &EmoteFeed::shown, this, onEmote);
    connect(&m_sources.emotes, &EmoteFeed::ended, this, onEmote);
}

int PeersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PeersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Person &row = m_rows[index.row()];
    switch (role) {
    case AddressRole: return row.address.toShort();
    case FullAddressRole: return row.address.toChecksummed();
    case NameRole: return nameOf(row.address);
    case ColorRole: return colorOf(row.address, profileOf(row.address));
    case InkRole: return inkOn(colorOf(row.address, profileOf(row.address)));
    case InitialsRole: return initialsOf(row.address, nameOf(row.address));
    case DistanceRole: return row.distance.value_or(std::numeric_limits<float>::infinity());
    case DistanceTextRole: return row.shownDistance < 0 ? QString() : tr("%1 m").arg(row.shownDistance);
    case TalkingRole: return m_sources.voices.isTalking(row.address);
    case MutedRole: return m_sources.voices.audioOf(row.address).isMuted;
    case IgnoredRole: return m_sources.ignored.isIgnored(row.address);
    case StaleTextRole: return row.silentSeconds == 0 ? QString() : tr("%1 s").arg(row.silentSeconds);
    case HasProfileRole: return profileOf(row.address) != nullptr;
    case BotRole: return profileOf(row.address) && profileOf(row.address)->isBot();
    case EmoteTextRole: return m_sources.emotes.currentTextOf(row.address);
    case BadgesRole: return badgesExceptTalking(row).join(u" · "_s);
    case SummaryRole: return summaryOf(row);
    default: return {};
    }
}

QHash<int, QByteArray> PeersModel::roleNames() const
{
    return {{AddressRole, "address"},
            {FullAddressRole, "fullAddress"},
            {NameRole, "name"},
            {ColorRole, "color"},
            {InkRole, "ink"},
            {InitialsRole, "initials"},
            {DistanceRole, "distance"},
            {DistanceTextRole, "distanceText"},
            {TalkingRole, "talking"},
            {MutedRole, "muted"},
            {IgnoredRole, "ignored"},
            {StaleTextRole, "staleText"},
            {HasProfileRole, "hasProfile"},
            {BotRole, "bot"},
            {EmoteTextRole, "emoteText"},
            {BadgesRole, "badges"},
            {SummaryRole, "summary"}};
}

int PeersModel::rowOf(const Address &person) const
{
    const auto found = std::ranges::find(m_rows, person, &Person::address);
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

QString PeersModel::nameOf(const Address &person) const
{
    const Profile *profile = profileOf(person);
    return profile ? profile->name : QString();
}

bool PeersModel::hasTalkedRecently(const Person &person) const
{
    return m_sources.voices.isTalking(person.address)
        || (person.lastTalked && m_sources.clock() - *person.lastTalked < talkingHold);
}

QStringList PeersModel::badgesOf(const Person &person) const
{
    const QStringList talking = m_sources.voices.isTalking(person.address) ? QStringList{tr("talking")} : QStringList{};
    return talking + badgesExceptTalking(person);
}

QString PeersModel::summaryOf(const Person &person) const
{
    QStringList parts = badgesOf(person);
    if (person.shownDistance >= 0)
        parts.prepend(tr("%1 m").arg(person.shownDistance));
    return parts.join(u", "_s);
}

QStringList PeersModel::badgesExceptTalking(const Person &person) const
{
    QStringList badges;
    if (const QString emote = m_sources.emotes.currentTextOf(person.address); !emote.isEmpty())
        badges.append(emote);
    if (m_sources.ignored.isIgnored(person.address))
        badges.append(tr("blocked"));
    if (m_sources.voices.audioOf(person.address).isMuted)
        badges.append(tr("muted"));
    if (person.silentSeconds > 0)
        badges.append(tr("no signal for %1 s").arg(person.silentSeconds));
    const Profile *profile = profileOf(person.address);
    if (!profile)
        badges.append(tr("no profile"));
    else if (profile->isBot())
        badges.append(tr("bot"));
    return badges;
}

void PeersModel::add(const Address &address)
{
    const int row = count();
    beginInsertRows({}, row, row);
    m_rows.append({address, std::nullopt, std::nullopt});
    measure(m_rows.last(), m_sources.clock());
    endInsertRows();
    emit countChanged();
}

void PeersModel::remove(const Address &address)
{
    const int row = rowOf(address);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    emit countChanged();
}

std::optional<float> PeersModel::distanceTo(const Address &address) const
{
    const auto *peer = m_sources.directory.find(address);
    if (!peer || !peer->placement)
        return std::nullopt;
    return flatDistance(peer->placement->position, m_sources.me.placement().position);
}

void PeersModel::notify(const Address &address, const QList<int> &roles)
{
    const int found = rowOf(address);
    if (found < 0)
        return;
    const QModelIndex row = index(found);
    emit dataChanged(row, row, roles);
}

void PeersModel::retranslate()
{
    if (!m_rows.empty())
        emit dataChanged(index(0), index(count() - 1));
}

void PeersModel::onTalking(const QSet<Address> &people)
{
    for (const Address &person : people) {
        if (const int row = rowOf(person); row >= 0)
            m_rows[row].lastTalked = m_sources.clock();
        notify(person, {TalkingRole, SummaryRole});
    }
}

bool PeersModel::measure(Person &person, std::chrono::microseconds now) const
{
    person.distance = distanceTo(person.address);
    const int metres = person.distance ? static_cast<int>(std::lround(*person.distance)) : -1;
    const auto *peer = m_sources.directory.find(person.address);
    const auto silence = peer ? std::chrono::floor<std::chrono::seconds>(now - peer->lastHeard) : 0s;
    const int seconds = silence < silenceThreshold ? 0 : static_cast<int>(silence.count());
    const bool isNewDistance = std::exchange(person.shownDistance, metres) != metres;
    return std::exchange(person.silentSeconds, seconds) != seconds || isNewDistance;
}

void PeersModel::measure()
{
    const auto now = m_sources.clock();
    int first = -1; // of a run of changed rows
    for (int row = 0; row <= count(); ++row) {
        const bool hasChanged = row < count() && measure(m_rows[row], now);
        if (hasChanged && first < 0)
            first = row;
        if (hasChanged || first < 0)
            continue;
        emit dataChanged(index(first), index(row - 1),
                         {DistanceRole, DistanceTextRole, StaleTextRole, BadgesRole, SummaryRole});
        first = -1;
    }
}

} // namespace islet
