// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/transportregistry.h"
#include "sim/networkemulator.h"

#include <QTimer>

namespace islet {

//! `simulator:`, imaginary peers that walk, chat and talk in encoded packets, so that all above the transport runs as
//! in a room. Nobody hears what we say; all else is decided by the options alone.
class SimulatorTransport : public Transport {
    Q_OBJECT

public:
    //! `simulator:`, an invention of the web client.
    static Protocol protocol();

    explicit SimulatorTransport(const SimulatorOptions &options, Clock clock = monotonicNow, QObject *parent = nullptr);

    void open() override;
    void close() override;
    Expected<void> broadcast(const QByteArray &packet, Delivery delivery) override;

    //! How much simulated time passes in a step: 100 ms for people who walk and chat, 20 ms when voices or delays are
    //! asked for.
    std::chrono::milliseconds tick() const { return m_tick; }
    //! One tick; the timer calls it, and tests may.
    void step();
    //! As many ticks as the clock says, but no more than a second of them: who slept longer missed something.
    void catchUp();

private:
    void deliver(const SimulatedEvent &event);

    SimulatorOptions m_options;
    Clock m_clock;
    std::chrono::milliseconds m_tick;
    QTimer m_timer;
    std::optional<NetworkEmulator> m_line; //!< since open()
    std::chrono::microseconds m_nextStep{0};
    bool m_isStepping = false;
};

} // namespace islet
