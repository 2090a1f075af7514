// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/peerscene.h"
#include "comms/commsadapter.h"

#include <QAbstractListModel>
#include <QSizeF>

namespace islet::bench {

//! People who walk in circles, each of them 10 times a second and at other moments than the others; the same for both
//! sides of the comparison. The crowd hears of them as it does in a room.
class People {
public:
    //! `area` in metres, about the middle of the first parcel.
    People(int count, QSizeF area);

    //! Lets all be heard who have moved until now.
    void walk();
    PeerScene &crowd() { return m_crowd; }

private:
    Address addressOf(int person) const;
    Placement placementOf(int person, double seconds) const;

    int m_count;
    QSizeF m_area;
    std::chrono::microseconds m_start = monotonicNow();
    std::int64_t m_slices = 0; //!< of a hundredth of a second, each with a tenth of the people
    CommsAdapter m_adapter;
    PeerDirectory m_directory{m_adapter};
    PeerScene m_crowd{m_directory};
};

//! The same people for a Repeater. What changes in every frame is told in one go; what does not is not told again.
class PeopleModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit PeopleModel(PeerScene &crowd)
        : m_crowd(crowd)
    {
        refresh();
    }

    //! Where they are now.
    void refresh();
    int rowCount(const QModelIndex &parent) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    enum Role { EastRole = Qt::UserRole, NorthRole, HeadingRole, ColorRole, InitialsRole, NameRole };

    PeerScene &m_crowd;
    QList<PeerScene::Person> m_people;
};

} // namespace islet::bench
