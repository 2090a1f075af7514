// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/offlinetransport.h"

using namespace Qt::StringLiterals;

namespace islet {

Protocol OfflineTransport::protocol()
{
    return {
        .name = u"offline"_s,
        .endpoint = &Protocol::noEndpoint,
        .display = &ConnectionString::withoutSecrets,
        .make = [](const TransportRequest &) -> Expected<TransportPtr> { return TransportPtr(new OfflineTransport); },
    };
}

void OfflineTransport::open()
{
    setState(State::Open);
    emit opened({});
}

void OfflineTransport::close()
{
    if (state() == State::Closed)
        return;
    setState(State::Closed);
    emit closed({CloseReason::Kind::Requested, CloseCode::Left});
}

Expected<Sent> OfflineTransport::send(const QByteArray &, Delivery, const std::optional<Address> &)
{
    if (state() != State::Open)
        return notInRoom();
    ++m_counters.packetsOut;
    return Sent::Yes;
}

} // namespace islet
