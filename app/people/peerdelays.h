// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/peerdirectory.h"
#include "comms/pinger.h"

#include <optional>

namespace islet {

//! Round-trip times to the peers, measured while a view polls them. Pings and their answers are both broadcast to the
//! room, so nothing is sent in a room of more than maxPeople.
class PeerDelays : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds pingInterval{5};
    static constexpr qsizetype maxPeople = 50;

    //! Both must outlive this object.
    PeerDelays(Pinger &pinger, const PeerDirectory &directory, Clock clock = monotonicNow, QObject *parent = nullptr);

    //! The round-trip time; nothing until the peer has answered. Only web clients answer.
    std::optional<std::chrono::microseconds> delayOf(const Address &person) const;
    bool isTooCrowded() const { return m_directory.count() > maxPeople; }

    //! Counts the views that need the delays; pings are sent while there is one.
    void poll();
    void stopPolling();

    //! Sends a ping if one is due. Called by a timer.
    void tick();

private:
    Pinger &m_pinger;
    const PeerDirectory &m_directory;
    Clock m_clock;
    QTimer m_timer;
    QHash<Address, std::chrono::microseconds> m_delays;
    int m_pollers = 0;
    std::optional<std::chrono::microseconds> m_lastPing;
};

} // namespace islet
