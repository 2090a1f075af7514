// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/peerdirectory.h"
#include "comms/pinger.h"

#include <optional>

namespace islet {

//! How long it takes to everybody and back, measured while somebody looks. A ping goes to the whole room and so does
//! each answer, so there is none in a room of more than mostPeople.
class PeerDelays : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds betweenPings{5};
    static constexpr qsizetype mostPeople = 50;

    //! Both must outlive this.
    PeerDelays(Pinger &pinger, const PeerDirectory &directory, Clock clock = monotonicNow, QObject *parent = nullptr);

    //! There and back; nothing for who has not answered yet, and web clients alone answer.
    std::optional<std::chrono::microseconds> delayOf(const Address &person) const;
    bool isTooCrowded() const { return m_directory.count() > mostPeople; }

    //! One more looks, or one less.
    void poll();
    void stopPolling();

    //! Asks when it is time to; a timer calls it.
    void tick();

private:
    Pinger &m_pinger;
    const PeerDirectory &m_directory;
    Clock m_clock;
    QTimer m_timer;
    QHash<Address, std::chrono::microseconds> m_delays;
    int m_lookers = 0;
    std::optional<std::chrono::microseconds> m_lastPing;
};

} // namespace islet
