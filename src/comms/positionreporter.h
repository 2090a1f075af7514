// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commsadapter.h"

#include <QTimer>

namespace islet {

//! Tells the room where we are: at most 10 times a second while something changes, once a second while not (ADR-104).
//!
//! Each report is a Position for the web client and a Movement for modern clients. The index begins with 1 (0 is
//! dropped by the web client) and grows for ever, across rooms and reconnects.
class PositionReporter : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds movingInterval{100};
    static constexpr std::chrono::milliseconds stillInterval{1'000};

    //! `adapter` must outlive the reporter.
    explicit PositionReporter(CommsAdapter &adapter, Clock clock = monotonicNow, QObject *parent = nullptr);

    //! Refused, keeping the old one, when it is not plausible or is the position that means "gone".
    Expected<void> setPlacement(const Placement &placement);
    const Placement &placement() const { return m_placement; }

    //! Says it at once, due or not: the web client plays no voice of somebody of whom it knows no position.
    void reportNow();
    //! Sends what is due; a timer calls it.
    void tick();

signals:
    //! To another placement; reported or not.
    void placementChanged(const islet::Placement &placement);

private:
    void report();
    void schedule();

    CommsAdapter &m_adapter;
    Clock m_clock;
    QTimer m_timer;
    Placement m_placement;
    Placement m_reported;
    std::optional<std::chrono::microseconds> m_lastReport; //!< none: nothing was told to this room yet
    std::uint32_t m_index = 0;
};

} // namespace islet
