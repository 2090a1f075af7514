// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/clock.h"
#include "comms/peerdirectory.h"
#include "comms/peermotion.h"
#include "comms/profileexchange.h"

#include <QColor>
#include <QHash>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! Everybody near, in motion: what the map draws.
class Crowd : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

public:
    struct Person {
        Address address;
        Placement placement;
        bool isTalking = false;
        QColor color = {};
        QString name = {}; //!< that they say they have, or empty
    };

    //! `directory` must outlive the crowd.
    explicit Crowd(PeerDirectory &directory, Clock clock = monotonicNow, QObject *parent = nullptr);
    //! Where names and colours come from; must outlive the crowd.
    void setProfiles(const ProfileExchange &profiles);

    //! Those who stand somewhere, as they are to be shown now.
    QList<Person> people() const;
    //! Whether people() goes on changing by itself.
    bool isMoving() const;
    void setTalking(const QSet<Address> &people);
    qsizetype count() const { return m_motions.size(); }

signals:
    void changed();

private:
    Person person(const Address &address, const Placement &placement) const;

    Clock m_clock;
    const ProfileExchange *m_profiles = nullptr;
    QHash<Address, PeerMotion> m_motions;
    QSet<Address> m_talking;
};

} // namespace islet
