// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transportregistry.h"

namespace islet {

//! Creates transports for one person, for the protocols of a registry.
class TransportFactory {
public:
    //! What `context` refers to must outlive the factory and all transports it made.
    TransportFactory(TransportRegistry protocols, TransportContext context)
        : m_protocols(std::move(protocols))
        , m_context(std::move(context))
    { }

    //! Does not block; slow work happens inside open().
    //! InvalidConnectionString if the parameters are invalid, the protocol is already in the route, or a server may not
    //! name it; InsecureConnection if the policy forbids it; UnsupportedProtocol if the registry does not know it.
    Expected<TransportPtr> make(const ConnectionString &where, const TransportOrigin &origin = {}) const;

    //! Returns `where` if a link may name it; otherwise UnsupportedProtocol or InvalidConnectionString.
    Expected<ConnectionString> checkLink(const ConnectionString &where) const;

    //! Whether a server on another machine may redirect to it: false if it leads to this machine, or if that cannot be
    //! determined.
    bool mayBeNamedByRemoteServer(const ConnectionString &where) const;

    const TransportRegistry &protocols() const { return m_protocols; }
    //! Applies to transports made from now on.
    void setPolicy(const NetworkPolicy &policy) { m_context.network.policy = policy; }
    const NetworkPolicy &policy() const { return m_context.network.policy; }

private:
    tl::unexpected<Error> unsupported(const QString &protocol) const;
    Expected<QUrl> endpointOf(const Protocol &protocol, const ConnectionString &where) const;

    TransportRegistry m_protocols;
    TransportContext m_context;
};

} // namespace islet
