// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/connectionstring.h"
#include "comms/networkpolicy.h"
#include "comms/transport.h"

namespace islet {

class Identity;

//! The protocols that led here, the first one first.
using Route = QStringList;

//! Knows which class speaks which protocol. To add a transport: write its class, and name it here.
class TransportFactory {
public:
    //! `identity` must outlive the factory and all it made.
    explicit TransportFactory(const Identity &identity, NetworkPolicy policy = {})
        : m_identity(identity)
        , m_policy(policy)
    { }

    //! At once; all that is slow happens inside open(). InvalidConnectionString when the parameters make no sense, a
    //! protocol led here before, or one names a realm (which is for people alone), InsecureConnection when the policy
    //! forbids it, UnsupportedProtocol when nobody here speaks the protocol.
    Expected<TransportPtr> make(const ConnectionString &where, const Route &route = {}) const;

    //! For what is made from now on.
    void setPolicy(const NetworkPolicy &policy) { m_policy = policy; }
    const NetworkPolicy &policy() const { return m_policy; }

private:
    Expected<QUrl> allowed(const Expected<QUrl> &url) const;

    const Identity &m_identity;
    NetworkPolicy m_policy;
};

} // namespace islet
