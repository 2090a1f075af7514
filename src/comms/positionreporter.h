// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commsadapter.h"

#include <QTimer>

namespace islet {

//! Broadcasts our position: at most 10 times a second while it changes, once a second otherwise (ADR-104).
//!
//! Each report is a Position for the web client and a Movement for modern clients. The index starts at 1 (the web
//! client drops 0) and only grows, also across rooms and reconnects.
class PositionReporter : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds movingInterval{100};
    static constexpr std::chrono::milliseconds stillInterval{1'000};

    //! `adapter` must outlive this object.
    explicit PositionReporter(CommsAdapter &adapter, Clock clock = monotonicNow, QObject *parent = nullptr);

    //! InvalidInput, keeping the old placement, if it is implausible or the position that means "gone".
    Expected<void> setPlacement(const Placement &placement);
    const Placement &placement() const { return m_placement; }

    //! Reports immediately: the web client plays no voice of a peer whose position it does not know.
    void reportNow();
    //! Sends a report if one is due; called by a timer.
    void tick();

signals:
    //! Our own placement changed, whether reported yet or not.
    void placementChanged(const islet::Placement &placement);

private:
    void report();
    void schedule();

    CommsAdapter &m_adapter;
    Clock m_clock;
    QTimer m_timer;
    Placement m_placement;
    Placement m_reported;
    std::optional<std::chrono::microseconds> m_lastReport; //!< nullopt: nothing was reported to this room yet
    std::uint32_t m_index = 0;
};

} // namespace islet
