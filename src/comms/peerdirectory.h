// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/commsadapter.h"

#include <QTimer>

namespace islet {

//! Who is here and where they stand. Peers are added by joining or by speaking, and removed by leaving, by the "gone"
//! position, and by a minute of silence (servers lose leaves under back-pressure).
class PeerDirectory : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype maxPeers = 10'000;
    static constexpr std::chrono::seconds silenceUntilExpiry{60}; //!< as the web client

    struct Peer {
        std::optional<Placement> placement; //!< none before the first position
        std::optional<std::uint32_t> lastIndex; //!< of their Position; none from a peer that sends only Movements
        std::chrono::microseconds lastHeard{0};
    };

    //! `adapter` must outlive the directory.
    explicit PeerDirectory(CommsAdapter &adapter, Clock clock = monotonicNow, QObject *parent = nullptr);

    //! nullptr for nobody.
    const Peer *find(const Address &address) const;
    QList<Address> addresses() const { return m_entries.keys(); }
    qsizetype count() const { return m_entries.size(); }

    //! Removes whoever has been silent for too long; a timer does it each second.
    void expire();

signals:
    void peerAdded(const islet::Address &address);
    void peerMoved(const islet::Address &address, const islet::Placement &placement);
    void peerRemoved(const islet::Address &address);

private:
    struct Entry {
        Peer peer;
        std::chrono::microseconds lastPositionTime{0}; //!< of arrival
        std::optional<float> lastTimestamp;
        std::chrono::microseconds lastMovementTime{0};
    };

    Entry *entryOf(const Address &address);
    //! Of somebody who says where they are; nullptr when that is the "gone" position, which removes them.
    Entry *entryOfPlaced(const Address &address, const Vec3 &position);
    void onPosition(const Address &from, const rfc4::Position &position);
    void onMovement(const Address &from, const rfc4::Movement &movement);
    void place(const Address &from, Entry &entry, const Placement &placement);
    void remove(const Address &address);
    void clear();

    CommsAdapter &m_adapter;
    Clock m_clock;
    QTimer m_timer;
    QHash<Address, Entry> m_entries;
};

} // namespace islet
