// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transportfactory.h"

#include "comms/archipelagotransport.h"
#include "comms/offlinetransport.h"
#include "comms/realmtransport.h"
#include "comms/signedlogintransport.h"
#include "comms/simulatortransport.h"
#include "comms/wsroomtransport.h"
#include "identity/sentence.h"

using namespace Qt::StringLiterals;

namespace islet {

namespace {

Expected<TransportPtr> made(Transport *transport)
{
    return TransportPtr(transport);
}

} // namespace

Expected<TransportPtr> TransportFactory::make(const ConnectionString &where, const Route &route) const
{
    const QString &protocol = where.protocol();
    if (route.contains(protocol)) {
        return failure(
            ErrorCode::InvalidConnectionString,
            Sentence::tr("The way leads in a circle: %1 sends one to %2 again.").arg(route.constLast(), protocol));
    }
    if (protocol == "realm"_L1 && !route.isEmpty()) {
        return failure(ErrorCode::InvalidConnectionString,
                       Sentence::tr("Only a person may name a realm, and %1 is none.").arg(route.constLast()));
    }
    const Route onward = route + Route{protocol};
    if (protocol == "ws-room"_L1) {
        return allowed(where.webSocketUrl()).and_then([this](const QUrl &url) {
            return made(new WsRoomTransport(url, m_identity));
        });
    }
    if (protocol == "realm"_L1) {
        return allowed(where.aboutUrl()).and_then([&](const QUrl &url) {
            return made(new RealmTransport(url, *this, onward));
        });
    }
    if (protocol == "signed-login"_L1) {
        return allowed(where.loginUrl()).and_then([&](const QUrl &url) {
            return made(new SignedLoginTransport(url, m_identity, *this, onward));
        });
    }
    if (protocol == "archipelago"_L1) {
        return allowed(where.webSocketUrl()).and_then([&](const QUrl &url) {
            return made(new ArchipelagoTransport(url, m_identity, *this, onward));
        });
    }
    if (protocol == "offline"_L1)
        return made(new OfflineTransport);
    if (protocol == "simulator"_L1) {
        return SimulatorOptions::parse(where.parameters()).and_then([](const SimulatorOptions &options) {
            return made(new SimulatorTransport(options));
        });
    }
    return failure(
        ErrorCode::UnsupportedProtocol,
        Sentence::tr("Islet does not speak %1 yet; it speaks ws-room, signed-login, archipelago, simulator and "
                     "offline.")
            .arg(quoted(protocol)));
}

Expected<QUrl> TransportFactory::allowed(const Expected<QUrl> &url) const
{
    if (url) {
        if (const auto encrypted = checkEncrypted(*url, m_policy); !encrypted)
            return tl::unexpected(encrypted.error());
    }
    return url;
}

} // namespace islet
