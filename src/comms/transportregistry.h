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

//! The protocols that led here, the first one first.
using Route = QStringList;

//! What a transport is made with.
struct TransportRequest {
    ConnectionString where;
    //! Passed the network policy; empty for a protocol without a server.
    QUrl endpoint;
    //! Must outlive the transport, as must `factory`.
    const Identity &identity;
    //! For a relay: makes the transport that it leads to.
    const TransportFactory &factory;
    //! This protocol last.
    Route route;
};

//! One protocol of the connection string (ADR-180), as the rest of the program sees it.
struct Protocol {
    //! Who may write it into a connection string. A server also stands for a realm, a login or an archipelago.
    enum class NamedBy { Person, PersonOrServer };

    //! The server that a connection string leads to; nothing for a protocol that has none. Fails with
    //! InvalidConnectionString when the parameters name no server.
    using Endpoint = std::function<Expected<std::optional<QUrl>>(const ConnectionString &)>;
    //! At once; what is slow happens inside Transport::open(). Fails with InvalidConnectionString when the parameters
    //! make no sense.
    using Make = std::function<Expected<TransportPtr>(const TransportRequest &)>;

    QString name;
    NamedBy namedBy = NamedBy::Person;
    //! Without one, no server may name the protocol: nobody could tell whether it leads to this machine.
    Endpoint endpoint = {};
    Make make = {};

    //! The endpoint of a protocol that has no server.
    static Expected<std::optional<QUrl>> noEndpoint(const ConnectionString &) { return std::nullopt; }
};

//! The protocols that a program speaks. app/protocols.cpp lists those of Islet.
class TransportRegistry {
public:
    //! Replaces an earlier one of the same name.
    void add(Protocol protocol);
    //! nullptr when nobody here speaks it.
    const Protocol *find(QStringView name) const;
    //! In the order in which they were added.
    QStringList names() const;

private:
    QList<Protocol> m_protocols;
};

} // namespace islet
