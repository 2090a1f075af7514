// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commsadapter.h"
#include "comms/commssession.h"
#include "comms/peerdirectory.h"
#include "comms/pinger.h"
#include "comms/positionreporter.h"
#include "comms/profileexchange.h"
#include "comms/transportfactory.h"

namespace islet {

//! One person in a room, from the transport to the peers they know: for the window, isletctl, bots, tests and
//! benchmarks alike. Several people in one process are several clients.
class Client : public QObject {
    Q_OBJECT

public:
    struct Options {
        CommsSession::Retry retry = CommsSession::Retry::Never;
        Profile profile = {}; //!< see ProfileExchange for its version
        NetworkContext network = {};
    };

    //! `identity` must outlive the client.
    Client(TransportRegistry protocols, const Identity &identity, Options options, QObject *parent = nullptr);
    ~Client() override;

    //! Leaves the current room and joins `where`. Fails, changing nothing, if the connection string is invalid.
    Expected<void> join(const ConnectionString &where) { return m_session.join(where); }
    void leave() { m_session.leave(); }
    //! Leaves, and from now on acts for what the identity has become. Call it after the identity has changed in place.
    void renewIdentity();

    const Identity &identity() const { return m_identity; }
    const Address &address() const;
    //! The clock of all its parts.
    const Clock &clock() const { return m_clock; }

    TransportFactory &factory() { return m_factory; }
    CommsAdapter &adapter() { return m_adapter; }
    CommsSession &session() { return m_session; }
    PeerDirectory &directory() { return m_directory; }
    PositionReporter &reporter() { return m_reporter; }
    Pinger &pinger() { return m_pinger; }
    ProfileExchange &profiles() { return m_profiles; }

private:
    const Identity &m_identity;
    Clock m_clock;
    TransportFactory m_factory;
    CommsAdapter m_adapter;
    CommsSession m_session; // ends after the parts below, which then report no more
    // First among the adapter's receivers, so that a peer is known before anyone handles its messages.
    PeerDirectory m_directory;
    PositionReporter m_reporter;
    Pinger m_pinger;
    ProfileExchange m_profiles;
};

} // namespace islet
