// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/rfc4codec.h"
#include "comms/transport.h"
#include "comms/wanderer.h"

#include <QTimer>

#include <vector>

namespace islet {

//! What stands behind `simulator:`, as a URL query: `simulator:?peers=25&seed=7&loss=0.05`.
struct SimulatorOptions {
    static constexpr int maxPeers = 10'000;

    int peers = 25;
    std::uint32_t seed = 1;
    double loss = 0; //!< share of packets that never arrive, 0 to 1

    //! An unknown name or a value out of range is named; text before the question mark is ignored.
    static Expected<SimulatorOptions> parse(QStringView parameters);

    friend bool operator==(const SimulatorOptions &, const SimulatorOptions &) = default;
};

//! `simulator:`, imaginary peers that walk and chat in encoded packets, so that all above the transport runs as in a
//! room.
class SimulatorTransport : public Transport {
    Q_OBJECT

public:
    explicit SimulatorTransport(const SimulatorOptions &options, QObject *parent = nullptr);

    void open() override;
    void close() override;
    Expected<void> broadcast(const QByteArray &packet, Delivery delivery) override;

    //! One tick of 100 ms; the timer calls it, and tests may.
    void step();

private:
    struct Peer {
        Address address;
        Wanderer walk;
        std::uint32_t index = 0;
    };

    void deliver(Peer &peer, const rfc4::Message &message);

    SimulatorOptions m_options;
    rfc4::Codec m_codec;
    QTimer m_timer;
    std::mt19937 m_chance;
    std::vector<Peer> m_peers;
    std::uint32_t m_tick = 0;
};

} // namespace islet
