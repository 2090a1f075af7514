// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/transportregistry.h"
#include "sim/simulatednetwork.h"

#include <QTimer>

namespace islet {

//! `simulator:`, simulated peers that walk, chat and talk in encoded packets, so that everything above the transport
//! runs as in a real room. Our own packets are discarded; the rest depends only on the options.
class SimulatorTransport : public Transport {
    Q_OBJECT

public:
    //! `simulator:`, introduced by the web client.
    static Protocol protocol();

    explicit SimulatorTransport(const SimulatorOptions &options, Clock clock = monotonicNow, QObject *parent = nullptr);

    void open() override;
    void close() override;
    Expected<Sent> send(const QByteArray &packet, Delivery delivery, const std::optional<Address> &to = {}) override;

    //! Simulated time per step: 100 ms for peers that only walk and chat, 20 ms with voice, latency or jitter.
    std::chrono::milliseconds tick() const { return m_tick; }
    //! Advances one tick; called by the timer and by tests.
    void step();
    //! As many ticks as the clock asks for, but at most a second of them: after a longer sleep the rest is skipped.
    void catchUp();

private:
    void deliver(const SimulatedEvent &event);

    SimulatorOptions m_options;
    Clock m_clock;
    std::chrono::milliseconds m_tick;
    QTimer m_timer;
    std::optional<SimulatedNetwork> m_network; //!< set since open()
    std::chrono::microseconds m_nextStep{0};
    bool m_isStepping = false;
};

} // namespace islet
