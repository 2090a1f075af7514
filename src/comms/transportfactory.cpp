// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transportfactory.h"

#include "base/quoted.h"
#include "base/sentence.h"

using namespace Qt::StringLiterals;

namespace islet {

Expected<TransportPtr> TransportFactory::make(const ConnectionString &where, const TransportOrigin &origin) const
{
    const QString &name = where.protocol();
    const Route &route = origin.route;
    if (route.contains(name)) {
        return failure(
            ErrorCode::InvalidConnectionString,
            Sentence::tr("The addresses lead in a loop: %1 leads to %2 again.").arg(route.constLast(), name));
    }
    const Protocol *protocol = m_protocols.find(name);
    if (!protocol)
        return unsupported(name);
    if (!route.isEmpty() && !protocol->namedBy.testFlag(Protocol::Namer::Server)) {
        return failure(
            ErrorCode::InvalidConnectionString,
            Sentence::tr("Only you can choose %1 addresses; %2 can't send you to one.").arg(name, route.constLast()));
    }
    return endpointOf(*protocol, where).and_then([&](const QUrl &endpoint) {
        const TransportFactory *factory = protocol->kind == Protocol::Kind::Relay ? this : nullptr;
        TransportContext context = m_context;
        context.network.policy.mayReachThisMachine = !origin.isRemoteServer;
        context.network.patience = origin.patience;
        return protocol->make({where, endpoint, context, factory, route + Route{name}});
    });
}

Expected<ConnectionString> TransportFactory::checkLink(const ConnectionString &where) const
{
    const Protocol *protocol = m_protocols.find(where.protocol());
    if (!protocol)
        return unsupported(where.protocol());
    if (!protocol->namedBy.testFlag(Protocol::Namer::Link)) {
        return failure(
            ErrorCode::InvalidConnectionString,
            Sentence::tr("A link can't open %1 addresses. Enter the address yourself.").arg(where.protocol()));
    }
    return where;
}

bool TransportFactory::mayBeNamedByRemoteServer(const ConnectionString &where) const
{
    const Protocol *protocol = m_protocols.find(where.protocol());
    if (!protocol)
        return true; // make() rejects it with a better message
    if (!protocol->endpoint)
        return false;
    const auto endpoint = protocol->endpoint(where);
    return !endpoint || !*endpoint || !leadsHere(**endpoint); // make() rejects it without a URL
}

tl::unexpected<Error> TransportFactory::unsupported(const QString &protocol) const
{
    return failure(ErrorCode::UnsupportedProtocol,
                   Sentence::tr("Islet doesn't support %1 yet; it supports %2.")
                       .arg(quoted(protocol), m_protocols.names().join(u", "_s)));
}

Expected<QUrl> TransportFactory::endpointOf(const Protocol &protocol, const ConnectionString &where) const
{
    const auto endpoint = protocol.endpoint ? protocol.endpoint(where) : Protocol::noEndpoint(where);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    if (!*endpoint)
        return QUrl();
    return checkEncrypted(**endpoint, policy()).map([&] { return **endpoint; });
}

} // namespace islet
