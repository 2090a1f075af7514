// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/connectionstring.h"
#include "comms/transport.h"

#include <functional>
#include <optional>

namespace islet {

class Identity;
class TransportFactory;

//! The protocols that led here, in order.
using Route = QStringList;

//! The arguments for making a transport.
struct TransportRequest {
    ConnectionString where;
    //! Already checked against the network policy; empty for a protocol without a server.
    QUrl endpoint;
    //! Must outlive the transport, as must `factory`.
    const Identity &identity;
    //! Lets a relay make its inner transport.
    const TransportFactory &factory;
    //! Ends with this protocol.
    Route route;
};

//! One protocol of the connection string (ADR-180), as seen by the rest of the program.
struct Protocol {
    //! Who may name it in a connection string. Besides the user, a server may: a realm, a login or an archipelago.
    enum class NamedBy { Person, PersonOrServer };

    //! The server that a connection string leads to; nullopt for a protocol without one. Fails with
    //! InvalidConnectionString if the parameters name no server.
    using Endpoint = std::function<Expected<std::optional<QUrl>>(const ConnectionString &)>;
    //! Does not block; slow work happens inside Transport::open(). Fails with InvalidConnectionString if the parameters
    //! are invalid.
    using Make = std::function<Expected<TransportPtr>(const TransportRequest &)>;

    QString name;
    NamedBy namedBy = NamedBy::Person;
    //! If not set, no server may name the protocol: whether it leads to this machine cannot be determined.
    Endpoint endpoint = {};
    Make make = {};

    //! For protocols without a server.
    static Expected<std::optional<QUrl>> noEndpoint(const ConnectionString &) { return std::nullopt; }
};

//! The supported protocols. app/protocols.cpp lists those of Islet.
class TransportRegistry {
public:
    //! Replaces an earlier protocol of the same name.
    void add(Protocol protocol);
    //! nullptr if unknown.
    const Protocol *find(QStringView name) const;
    //! In insertion order.
    QStringList names() const;

private:
    QList<Protocol> m_protocols;
};

} // namespace islet
