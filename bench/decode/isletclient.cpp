// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "isletclient.h"

#include "bench/support/child.h"
#include "comms/commsadapter.h"
#include "comms/transports/wsroomtransport.h"
#include "identity/identity.h"

#include <QCoreApplication>

#include <cinttypes>
#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;

namespace islet::bench {

int runIsletClient(const QUrl &room, std::uint64_t warmUp, std::uint64_t measured)
{
    const Identity identity = Identity::create(PrivateKey::generate());
    CommsAdapter adapter(CommsAdapter::Limits{std::numeric_limits<int>::max()});
    WsRoomTransport transport(room, identity);
    adapter.setTransport(&transport);

    positions::Digest seen;
    std::chrono::nanoseconds begin{0};
    QObject::connect(&adapter, &CommsAdapter::positionReceived, &adapter,
                     [&](const Address &, const rfc4::Position &position) {
                         ++seen.messages;
                         seen.indexSum += position.index;
                         seen.xSum += static_cast<double>(position.position.x);
                         if (seen.messages == warmUp) {
                             std::puts("warm");
                             std::fflush(stdout);
                         } else if (seen.messages == warmUp + 1) {
                             begin = monotonicTime();
                         } else if (seen.messages == warmUp + measured) {
                             std::printf("elapsed %" PRId64 "\n", std::int64_t{(monotonicTime() - begin).count()});
                             std::fflush(stdout);
                         }
                     });
    QObject::connect(&transport, &Transport::closed, &adapter, [&](const CloseReason &) {
        std::printf("done %" PRIu64 " %" PRIu64 " %.2f\n", seen.messages, seen.indexSum, seen.xSum);
        std::fflush(stdout);
        QCoreApplication::quit();
    });
    transport.open();
    const int status = QCoreApplication::exec();
    while (std::getchar() != EOF) {
        // The parent reads our CPU time, which is gone once we exit.
    }
    return status;
}

} // namespace islet::bench
