// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/client.h"
#include "identity/identity.h"
#include "sim/randomwaypoint.h"

namespace islet {

//! A bot in a room: walks about, chats now and then, answers pings. A real client with a real identity over a real
//! socket.
class Resident : public QObject {
    Q_OBJECT

public:
    //! Walks around `home`. The same seed, at least 1, gives the same walk and chat; seed 1 greets first.
    Resident(TransportRegistry protocols, std::uint32_t seed, const Vec3 &home, QObject *parent = nullptr);

    Expected<void> join(const ConnectionString &where);
    const Address &address() const { return m_identity.address(); }

private:
    void step();

    Identity m_identity;
    Client m_client;
    RandomWaypoint m_walk;
    QTimer m_timer;
    std::size_t m_nextLine;
    float m_untilNextChat; //!< seconds
};

} // namespace islet
