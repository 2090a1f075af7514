// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transportregistry.h"
#include "net/networkpolicy.h"

namespace islet {

//! Makes transports for one identity, from the protocols of a registry.
class TransportFactory {
public:
    //! `identity` must outlive the factory and all it made.
    TransportFactory(TransportRegistry protocols, const Identity &identity, NetworkPolicy policy = {})
        : m_protocols(std::move(protocols))
        , m_identity(identity)
        , m_policy(policy)
    { }

    //! At once; all that is slow happens inside open(). InvalidConnectionString when the parameters make no sense, a
    //! protocol led here before, or a server names one that is for people alone, InsecureConnection when the policy
    //! forbids it, UnsupportedProtocol when the registry does not know the protocol.
    Expected<TransportPtr> make(const ConnectionString &where, const Route &route = {}) const;

    //! Whether a server elsewhere may lead to it: not to this machine, and not where nobody can tell whether it is
    //! this machine.
    bool mayBeLedToFromElsewhere(const ConnectionString &where) const;

    //! For what is made from now on.
    void setPolicy(const NetworkPolicy &policy) { m_policy = policy; }
    const NetworkPolicy &policy() const { return m_policy; }

private:
    Expected<QUrl> endpointOf(const Protocol &protocol, const ConnectionString &where) const;

    TransportRegistry m_protocols;
    const Identity &m_identity;
    NetworkPolicy m_policy;
};

} // namespace islet
