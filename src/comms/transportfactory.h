// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/connectionstring.h"
#include "comms/transport.h"

namespace islet {

class Identity;

//! Knows which class speaks which protocol. To add a transport: write its class, and name it here.
class TransportFactory {
public:
    //! `identity` must outlive the factory and all it made.
    explicit TransportFactory(const Identity &identity)
        : m_identity(identity)
    { }

    //! At once; all that is slow happens inside open(). InvalidConnectionString when the parameters make no sense,
    //! UnsupportedProtocol when nobody here speaks the protocol.
    Expected<TransportPtr> make(const ConnectionString &where) const;

private:
    const Identity &m_identity;
};

} // namespace islet
