// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transports/archipelagotransport.h"
#include "server/roomserver.h"
#include "tests/support/archipelagoserver.h"
#include "tests/support/waiting.h"

#include <QTest>

namespace islet::test {

//! An archipelago whose islands are rooms of one room server.
struct Islands {
    Islands()
        : service([this](const QString &island) { return rooms.connectionString(island); })
    {
        if (!rooms.listen())
            qFatal("no free port on loopback");
        QObject::connect(&rooms, &RoomServer::peerJoined, &rooms, [this](const Address &who, const QString &island) {
            arrivals.append({who, island});
        });
    }

    //! The islands that `who` arrived at so far.
    QStringList journeyOf(const Address &who) const
    {
        QStringList journey;
        for (const auto &[address, island] : arrivals) {
            if (address == who)
                journey.append(island);
        }
        return journey;
    }

    RoomServer rooms{RoomOptions()};
    ArchipelagoServer service;
    QList<std::pair<Address, QString>> arrivals;
};

//! The default timing, except for delays a test would have to wait for.
inline ArchipelagoTransport::Timing quick()
{
    using namespace std::chrono_literals;
    ArchipelagoTransport::Timing timing;
    timing.heartbeat = 50ms;
    timing.change = 20ms;
    timing.again = 20ms;
    return timing;
}

} // namespace islet::test
