// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/commsadapter.h"

#include <QTimer>

namespace islet {

//! The peers in the room and their positions. Peers are added by joining or by speaking, and removed by leaving, by the
//! "gone" position, and by a minute of silence (servers lose leave messages under back-pressure).
class PeerDirectory : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype maxPeers = 10'000;
    static constexpr std::chrono::seconds silenceUntilExpiry{60}; //!< as the web client

    struct Peer {
        std::optional<Placement> placement; //!< nullopt before the first position
        std::optional<std::uint32_t> lastIndex; //!< of their last Position; nullopt if only Movements came
        std::chrono::microseconds lastHeard{0};
    };

    //! `adapter` must outlive this object.
    explicit PeerDirectory(CommsAdapter &adapter, Clock clock = monotonicNow, QObject *parent = nullptr);

    //! nullptr if the peer is unknown.
    const Peer *find(const Address &address) const;
    QList<Address> addresses() const { return m_entries.keys(); }
    qsizetype count() const { return m_entries.size(); }

    //! Removes peers that have been silent for silenceUntilExpiry; called by a timer every second.
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
    //! Entry of a peer that reports `position`; nullptr if that is the "gone" position, which removes the peer.
    Entry *entryForPosition(const Address &address, const Vec3 &position);
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
