// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/transportfactory.h"

#include <QTimer>

#include <chrono>

namespace islet {

class CommsAdapter;

//! Keeps one connection to a room: joins, leaves, reconnects when the connection is lost, and reports why it ended.
//!
//! retrypolicy.h says what is retried, and when.
class CommsSession : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Joining, Joined, Waiting };
    Q_ENUM(State)
    enum class Retry { Never, WhenLost };

    CommsSession(const TransportFactory &factory, CommsAdapter &adapter, Retry retry, Clock clock = monotonicNow,
                 QObject *parent = nullptr);
    ~CommsSession() override;

    //! Leaves the current room and joins `where`. Fails, changing nothing, if the connection string is invalid.
    Expected<void> join(const ConnectionString &where);
    void leave();
    //! In State::Waiting: retries immediately.
    void retryNow();

    State state() const { return m_state; }
    //! Whether the connection was lost and is being re-established: waiting, or trying again.
    bool isReconnecting() const { return m_hasJoined && m_failingSince; }
    //! Time until the next attempt, in milliseconds; 0 unless waiting.
    std::chrono::milliseconds untilRetry() const;
    //! Counters of the current transport; zeros without one.
    TrafficCounters counters() const;
    //! Transport::roundTrip() of the current transport.
    std::optional<std::chrono::microseconds> roundTrip() const;

signals:
    void stateChanged(islet::CommsSession::State state);
    void stepCompleted(const islet::HandshakeStep &step);
    void joined(const islet::Welcome &welcome);
    //! The connection was lost, or could not be made, because of `reason`. A retry is scheduled.
    void lost(const islet::CloseReason &reason);
    void ended(const islet::CloseReason &reason);

private:
    void start(TransportPtr transport);
    void onOpened(const Welcome &welcome);
    void onClosed(const CloseReason &reason);
    CloseReason::When when() const;
    std::optional<std::chrono::milliseconds> waitAfter(const CloseReason &reason);
    void endFailing();
    void dropTransport();
    void setState(State state);

    const TransportFactory &m_factory;
    CommsAdapter &m_adapter;
    Retry m_retry;
    Clock m_clock;
    std::optional<ConnectionString> m_where;
    TransportPtr m_transport;
    QTimer m_timer;
    std::optional<std::chrono::microseconds> m_failingSince; // the loss, or the first attempt that failed
    CloseReason m_lastFailure;
    int m_repetitions = 0; // of the last failure
    bool m_hasJoined = false;
    State m_state = State::Idle;
};

} // namespace islet
