// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "peersmodel.h"

#include "personlook.h"

#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

namespace islet {

PeersModel::PeersModel(const PeerDirectory &directory, const Walker &me, QObject *parent)
    : QAbstractListModel(parent)
    , m_directory(directory)
    , m_me(me)
{
    connect(&directory, &PeerDirectory::peerAdded, this, &PeersModel::add);
    connect(&directory, &PeerDirectory::peerRemoved, this, &PeersModel::remove);
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
    case ColorRole: return colorOf(row.address);
    case InitialsRole: return initialsOf(row.address);
    case DistanceRole: return row.distance.value_or(std::numeric_limits<float>::infinity());
    case DistanceTextRole: return row.distance ? tr("%1 m").arg(std::lround(*row.distance)) : QString();
    default: return {};
    }
}

QHash<int, QByteArray> PeersModel::roleNames() const
{
    return {{AddressRole, "address"},   {FullAddressRole, "fullAddress"}, {ColorRole, "color"},
            {InitialsRole, "initials"}, {DistanceRole, "distance"},       {DistanceTextRole, "distanceText"}};
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
}

} // namespace islet
