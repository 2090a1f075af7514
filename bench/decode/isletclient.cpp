// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "isletclient.h"

#include "base/packettap.h"
#include "comms/commsadapter.h"
#include "comms/transports/wsroomtransport.h"
#include "identity/identity.h"

#include <QCoreApplication>

#include <limits>

namespace islet::bench {

namespace {

class EmptyTap : public PacketTap {
public:
    void opened(ConnectionId, const QString &, std::chrono::microseconds) override { }
    void frame(const TappedFrame &) override { }
    void outcome(ConnectionId, std::uint64_t, FrameOutcome) override { }
    void closed(ConnectionId, const QString &, std::chrono::microseconds) override { }
};

} // namespace

int runIsletClient(const QUrl &room, StreamReport report, bool isTapped)
{
    const Identity identity = Identity::create(PrivateKey::generate());
    EmptyTap tap;
    CommsAdapter adapter(CommsAdapter::Limits{std::numeric_limits<int>::max()});
    WsRoomTransport transport(room, {identity, {.tap = isTapped ? &tap : nullptr}});
    adapter.setTransport(&transport);

    QObject::connect(&adapter, &CommsAdapter::positionReceived, &adapter,
                     [&report](const Address &, const rfc4::Position &position) {
                         report.seen.indexSum += position.index;
                         report.seen.xSum += static_cast<double>(position.position.x);
                         report.count();
                     });
    QObject::connect(&transport, &Transport::closed, &adapter, [&report] {
        report.finish();
        QCoreApplication::quit();
    });
    transport.open();
    const int status = QCoreApplication::exec();
    StreamReport::linger();
    return status;
}

} // namespace islet::bench
