// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/profileexchange.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"

#include <QSignalSpy>

namespace islet::test {

//! A ProfileExchange in a fake room. Time advances only as a test says: no event loop runs, so the exchange's timer
//! never fires.
struct ProfileStage {
    ProfileStage() { adapter.setTransport(&transport); }

    //! Advances the clock by `time` in steps of 10 ms.
    void advance(std::chrono::milliseconds time)
    {
        for (auto elapsed = std::chrono::milliseconds(0); elapsed < time; elapsed += std::chrono::milliseconds(10)) {
            clock.advance(std::chrono::milliseconds(10));
            exchange.tick();
        }
    }
    void leave()
    {
        transport.close();
        adapter.setTransport(nullptr);
    }
    void joinAnother(FakeTransport &room)
    {
        adapter.setTransport(&room);
        room.open();
    }

    std::vector<rfc4::ProfileVersion> announcements() const { return transport.sentOf<rfc4::ProfileVersion>(); }
    std::vector<rfc4::ProfileRequest> requests() const { return transport.sentOf<rfc4::ProfileRequest>(); }
    std::vector<rfc4::ProfileResponse> responses() const { return transport.sentOf<rfc4::ProfileResponse>(); }

    //! The response of `who` to a profile request.
    static rfc4::ProfileResponse responseOf(const Address &who, std::uint32_t version, const QString &name)
    {
        return {QString::fromUtf8(Profile{name, {}, version, false, {}}.toJson(who)), QString()};
    }
    //! `who` gives a sign of life.
    void signOfLife(const Address &who) { transport.hear(who, rfc4::Position{1, {8, 0, 8}, {}}); }

    static inline const Address me = numberedAddress(0x19);
    FakeClock clock;
    FakeTransport transport;
    CommsAdapter adapter{CommsAdapter::Limits(), clock.clock()};
    ProfileExchange exchange{adapter, me, Profile{QStringLiteral("Me"), {}, 5, false, {}}, clock.clock()};
    QSignalSpy changes{&exchange, &ProfileExchange::profileChanged};
};

} // namespace islet::test
