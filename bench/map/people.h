// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/peerscene.h"
#include "comms/commsadapter.h"

#include <QAbstractListModel>
#include <QSizeF>

namespace islet::bench {

//! People who walk in circles. Each reports 10 times a second, staggered; the same for both sides of the comparison.
//! The peer scene receives them as it does in a room.
class People {
public:
    //! `area` is in metres, centred on the middle of the first parcel.
    People(int count, QSizeF area);

    //! Delivers all reports that are due by now.
    void walk();
    PeerScene &peerScene() { return m_peerScene; }

private:
    Address addressOf(int person) const;
    Placement placementOf(int person, double seconds) const;

    int m_count;
    QSizeF m_area;
    std::chrono::microseconds m_start = monotonicNow();
    std::int64_t m_slices = 0; //!< of a hundredth of a second each, with a tenth of the people
    CommsAdapter m_adapter;
    PeerDirectory m_directory{m_adapter};
    PeerScene m_peerScene{m_directory};
};

//! The same people for a Repeater. Emits one dataChanged for what changes in every frame, none for the rest.
class PeopleModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit PeopleModel(PeerScene &peerScene)
        : m_peerScene(peerScene)
    {
        refresh();
    }

    //! Updates the positions to the current time.
    void refresh();
    int rowCount(const QModelIndex &parent) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    enum Role { EastRole = Qt::UserRole, NorthRole, HeadingRole, ColorRole, InitialsRole, NameRole };

    PeerScene &m_peerScene;
    QList<PeerScene::Person> m_people;
};

} // namespace islet::bench
