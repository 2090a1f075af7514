// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/connectionstring.h"
#include "comms/transport.h"
#include "comms/transportcontext.h"

#include <functional>
#include <optional>

namespace islet {

class TransportFactory;

//! The protocols that led here, in order.
using Route = QStringList;

//! Who named a connection string, and what for.
struct TransportOrigin {
    //! The protocols of the servers that led there; empty if a person or a link named it.
    Route route = {};
    //! Whether the server that named it is on another machine: the transport must not connect to this one.
    bool isRemoteServer = false;
    std::chrono::milliseconds patience = NetworkContext().patience;
};

//! The arguments for making a transport.
struct TransportRequest {
    ConnectionString where;
    //! Already checked against the network policy; empty for a protocol without a server.
    QUrl endpoint;
    TransportContext context;
    //! Makes the inner transport of a relay, and must outlive it; nullptr for a leaf, which opens no other transport.
    const TransportFactory *factory;
    //! Ends with this protocol.
    Route route;
};

//! One protocol of the connection string (ADR-180), as seen by the rest of the program. All checks read it, and
//! refuse what it does not declare.
struct Protocol {
    //! Who names a connection string: the user, a `dcl-comms:` link, or a server (a realm, a login or an archipelago).
    enum class Namer { Person = 1, Link = 2, Server = 4 };
    Q_DECLARE_FLAGS(Namers, Namer)
    static constexpr Namers anyone() { return Namers(Namer::Person) | Namer::Link | Namer::Server; }

    //! A relay opens another transport, which its server names; a leaf is a room.
    enum class Kind { Leaf, Relay };

    //! The server that a connection string leads to; nullopt for a protocol without one. Fails with
    //! InvalidConnectionString if the parameters name no server.
    using Endpoint = std::function<Expected<std::optional<QUrl>>(const ConnectionString &)>;
    //! Does not block; slow work happens inside Transport::open(). Fails with InvalidConnectionString if the parameters
    //! are invalid.
    using Make = std::function<Expected<TransportPtr>(const TransportRequest &)>;

    //! The connection string without its secrets, for the window, settings and logs.
    using Display = std::function<QString(const ConnectionString &)>;

    QString name;
    Kind kind = Kind::Leaf;
    Namers namedBy = Namer::Person;
    //! If not set, no server may name the protocol: whether it leads to this machine cannot be determined.
    Endpoint endpoint = {};
    //! If not set, the parameters are not shown: each of them may be a secret.
    Display display = {};
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

    //! For the window, settings and logs: without secrets. Only the name of an unknown protocol.
    QString display(const ConnectionString &where) const;
    //! The server that `where` leads to; nullopt if there is none or the address is invalid.
    std::optional<QUrl> serverUrl(const ConnectionString &where) const;

private:
    QList<Protocol> m_protocols;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Protocol::Namers)

} // namespace islet
