// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transportregistry.h"
#include "net/networkpolicy.h"

namespace islet {

//! Creates transports for one identity, for the protocols of a registry.
class TransportFactory {
public:
    //! `identity` must outlive the factory and all transports it made.
    TransportFactory(TransportRegistry protocols, const Identity &identity, NetworkPolicy policy = {})
        : m_protocols(std::move(protocols))
        , m_identity(identity)
        , m_policy(policy)
    { }

    //! Does not block; slow work happens inside open(). InvalidConnectionString if the parameters are invalid, the
    //! protocol is already in `route`, or a server names a protocol reserved for users; InsecureConnection if the
    //! policy forbids it; UnsupportedProtocol if the registry does not know the protocol.
    Expected<TransportPtr> make(const ConnectionString &where, const Route &route = {}) const;

    //! Whether a server on another machine may redirect to it: false if it leads to this machine, or if that cannot be
    //! determined.
    bool mayBeNamedByRemoteServer(const ConnectionString &where) const;

    //! Applies to transports made from now on.
    void setPolicy(const NetworkPolicy &policy) { m_policy = policy; }
    const NetworkPolicy &policy() const { return m_policy; }

private:
    Expected<QUrl> endpointOf(const Protocol &protocol, const ConnectionString &where) const;

    TransportRegistry m_protocols;
    const Identity &m_identity;
    NetworkPolicy m_policy;
};

} // namespace islet
