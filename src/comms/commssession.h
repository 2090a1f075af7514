// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/transportfactory.h"

#include <QTimer>

#include <chrono>

namespace islet {

class CommsAdapter;

//! Being in a room: joins, leaves, comes back when the way was lost, and says why it ended.
//!
//! Once in a room, a lost way is tried again after half a second, and then each time after a tenth of the time that it
//! has been lost, 0.5 to 30 s, and up to a fifth more: a server that restarts finds us back soon, one that stays away
//! is left in peace. A first try that fails ends the session, and so does every reason that takes a person (a kick
//! above all: two clients of one identity that both come back would kick one another for ever).
class CommsSession : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Joining, Joined, Waiting };
    Q_ENUM(State)
    enum class Retry { Never, WhenLost };

    CommsSession(const TransportFactory &factory, CommsAdapter &adapter, Retry retry, Clock clock = monotonicNow,
                 QObject *parent = nullptr);
    ~CommsSession() override;

    //! Leaves where we are and goes there. Fails, changing nothing, when the address makes no sense.
    Expected<void> join(const ConnectionString &where);
    void leave();
    //! In State::Waiting: now instead of later.
    void retryNow();

    State state() const { return m_state; }
    //! Whether the way was lost and is being looked for: waiting, or trying again.
    bool isReconnecting() const { return m_lostAt.has_value(); }
    //! Milliseconds until the next try; 0 unless waiting.
    std::chrono::milliseconds untilRetry() const;
    //! Of the current transport; zeros without one.
    TrafficCounters counters() const;
    //! The same of Transport::roundTrip().
    std::optional<std::chrono::microseconds> roundTrip() const;

signals:
    void stateChanged(islet::CommsSession::State state);
    void stepCompleted(const islet::HandshakeStep &step);
    void joined(const islet::Welcome &welcome);
    //! The way was lost; `reason` says how. The next try comes by itself.
    void lost(const islet::CloseReason &reason);
    void ended(const islet::CloseReason &reason);

private:
    void start(TransportPtr transport);
    void onOpened(const Welcome &welcome);
    void onClosed(const CloseReason &reason);
    void dropTransport();
    void setState(State state);

    const TransportFactory &m_factory;
    CommsAdapter &m_adapter;
    Retry m_retry;
    Clock m_clock;
    std::optional<ConnectionString> m_where;
    TransportPtr m_transport;
    QTimer m_timer;
    std::optional<std::chrono::microseconds> m_lostAt; // none while in
    bool m_wasIn = false;
    State m_state = State::Idle;
};

} // namespace islet
