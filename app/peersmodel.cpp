// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "peersmodel.h"

#include "personlook.h"

#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

namespace islet {

PeersModel::PeersModel(const PeerDirectory &directory, const Walker &me, const VoicePeople &voices,
                       const ProfileExchange &profiles, QObject *parent)
    : QAbstractListModel(parent)
    , m_directory(directory)
    , m_me(me)
    , m_voices(voices)
    , m_profiles(profiles)
{
    connect(&directory, &PeerDirectory::peerAdded, this, &PeersModel::add);
    connect(&directory, &PeerDirectory::peerRemoved, this, &PeersModel::remove);
    connect(&profiles, &ProfileExchange::profileChanged, this, [this](const Address &person) {
        renew(person, {NameRole, ColorRole});
    });
    connect(&voices, &VoicePeople::wishChanged, this, [this](const Address &person) {
        renew(person, {MutedRole, VolumeRole});
    });
    connect(&voices, &VoicePeople::talkingChanged, this, [this](const QSet<Address> &people) {
        for (const Address &person : people)
            renew(person, {TalkingRole});
    });
    connect(&m_timer, &QTimer::timeout, this, &PeersModel::measure);
    m_timer.start(250ms);
}

int PeersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PeersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case AddressRole: return row.address.toShort();
    case FullAddressRole: return row.address.toChecksummed();
    case NameRole: return nameIn(row.address);
    case ColorRole: return colorOf(row.address, m_profiles.find(row.address));
    case InitialsRole: return initialsOf(row.address);
    case DistanceRole: return row.distance.value_or(std::numeric_limits<float>::infinity());
    case DistanceTextRole: return row.distance ? tr("%1 m").arg(std::lround(*row.distance)) : QString();
    case TalkingRole: return m_voices.isTalking(row.address);
    case MutedRole: return m_voices.wishFor(row.address).isMuted;
    case VolumeRole: return m_voices.wishFor(row.address).volume;
    case VoiceTextRole: return voiceText(row.address);
    default: return {};
    }
}

QHash<int, QByteArray> PeersModel::roleNames() const
{
    return {{AddressRole, "address"},
            {FullAddressRole, "fullAddress"},
            {NameRole, "name"},
            {ColorRole, "color"},
            {InitialsRole, "initials"},
            {DistanceRole, "distance"},
            {DistanceTextRole, "distanceText"},
            {TalkingRole, "talking"},
            {MutedRole, "muted"},
            {VolumeRole, "volume"},
            {VoiceTextRole, "voiceText"}};
}

void PeersModel::add(const Address &address)
{
    const int row = count();
    beginInsertRows({}, row, row);
    m_rows.append({address, distanceTo(address)});
    endInsertRows();
    emit countChanged();
}

void PeersModel::remove(const Address &address)
{
    const auto found = std::ranges::find(std::as_const(m_rows), address, &Row::address);
    if (found == m_rows.cend())
        return;
    const int row = static_cast<int>(found - m_rows.cbegin());
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    emit countChanged();
}

std::optional<float> PeersModel::distanceTo(const Address &address) const
{
    const auto *peer = m_directory.find(address);
    if (!peer || !peer->placement)
        return std::nullopt;
    return flatDistance(peer->placement->position, m_me.placement().position);
}

void PeersModel::renew(const Address &address, const QList<int> &roles)
{
    const auto found = std::ranges::find(std::as_const(m_rows), address, &Row::address);
    if (found == m_rows.cend())
        return;
    const QModelIndex row = index(static_cast<int>(found - m_rows.cbegin()));
    emit dataChanged(row, row, roles);
}

QString PeersModel::nameIn(const Address &address) const
{
    const Profile *profile = m_profiles.find(address);
    return profile ? profile->name : QString();
}

QString PeersModel::voiceText(const Address &address) const
{
    const auto *stats = m_voices.statsOf(address);
    if (!stats)
        return {};
    const auto whole = [](double number) { return QString::number(std::lround(number)); };
    return tr("%1 packets, %2 late, %3 twice, %4 ms made up, delay %5 of %6 ms, jitter %7 ms, %8 dB")
        .arg(QString::number(stats->packets), QString::number(stats->late), QString::number(stats->duplicate),
             whole(stats->concealedMs), whole(stats->actualMs), whole(stats->targetMs), whole(stats->jitterMs),
             whole(stats->level));
}

void PeersModel::measure()
{
    bool changed = false;
    for (Row &row : m_rows) {
        const auto distance = distanceTo(row.address);
        changed = changed || distance != row.distance;
        row.distance = distance;
    }
    if (changed)
        emit dataChanged(index(0), index(count() - 1), {DistanceRole, DistanceTextRole});
    if (!m_rows.isEmpty() && !m_voices.talking().isEmpty())
        emit dataChanged(index(0), index(count() - 1), {VoiceTextRole});
}

} // namespace islet
