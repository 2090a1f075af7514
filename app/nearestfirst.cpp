// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "nearestfirst.h"

#include "peersmodel.h"

namespace islet {

NearestFirst::NearestFirst(QAbstractItemModel &people, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(PeersModel::DistanceRole);
    setFilterRole(PeersModel::FullAddressRole);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(&people);
    sort(0);
}

void NearestFirst::setWanted(const QString &wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    setFilterFixedString(wanted.trimmed());
    emit wantedChanged();
}

} // namespace islet
