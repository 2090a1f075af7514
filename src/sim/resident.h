// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commssession.h"
#include "comms/pinger.h"
#include "comms/positionreporter.h"
#include "comms/profileexchange.h"
#include "identity/identity.h"
#include "sim/randomwaypoint.h"

namespace islet {

//! Somebody who lives in a room: walks about, says something now and then, answers pings. A real client with a real
//! identity over a real socket; only the person is made up.
class Resident : public QObject {
    Q_OBJECT

public:
    //! Walks around `home`; the same seed, from 1, walks and talks the same way. The first one greets.
    Resident(TransportRegistry protocols, std::uint32_t seed, const Vec3 &home, QObject *parent = nullptr);

    Expected<void> join(const ConnectionString &where);
    const Address &address() const { return m_identity.address(); }

private:
    void step();

    Identity m_identity;
    TransportFactory m_factory;
    CommsAdapter m_adapter;
    CommsSession m_session;
    PositionReporter m_reporter;
    Pinger m_pinger;
    ProfileExchange m_profiles;
    RandomWaypoint m_walk;
    QTimer m_timer;
    std::size_t m_nextSaying;
    float m_untilNextWord; //!< seconds
};

} // namespace islet
