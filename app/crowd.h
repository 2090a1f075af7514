// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/clock.h"
#include "comms/peerdirectory.h"
#include "comms/peermotion.h"

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
    };

    //! `directory` must outlive the crowd.
    explicit Crowd(PeerDirectory &directory, Clock clock = monotonicNow, QObject *parent = nullptr);

    //! Those who stand somewhere, as they are to be shown now.
    QList<Person> people() const;
    //! Whether people() goes on changing by itself.
    bool isMoving() const;
    void setTalking(const QSet<Address> &people);
    qsizetype count() const { return m_motions.size(); }

signals:
    void changed();

private:
    Clock m_clock;
    QHash<Address, PeerMotion> m_motions;
    QSet<Address> m_talking;
};

} // namespace islet
