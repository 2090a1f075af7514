// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transportfactory.h"

#include "comms/offlinetransport.h"
#include "comms/simulatortransport.h"
#include "comms/wsroomtransport.h"

using namespace Qt::StringLiterals;

namespace islet {

Expected<TransportPtr> TransportFactory::make(const ConnectionString &where) const
{
    const QString &protocol = where.protocol();
    if (protocol == "ws-room"_L1) {
        const auto url = where.webSocketUrl();
        if (!url)
            return tl::unexpected(url.error());
        return TransportPtr(new WsRoomTransport(*url, m_identity));
    }
    if (protocol == "offline"_L1)
        return TransportPtr(new OfflineTransport);
    if (protocol == "simulator"_L1) {
        const auto options = SimulatorOptions::parse(where.parameters());
        if (!options)
            return tl::unexpected(options.error());
        return TransportPtr(new SimulatorTransport(*options));
    }
    return failure(ErrorCode::UnsupportedProtocol,
                   u"Islet does not speak %1 yet; it speaks ws-room, simulator and offline."_s.arg(quoted(protocol)));
}

} // namespace islet
