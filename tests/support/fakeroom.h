// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/peerscene.h"
#include "app/me/avatarcontroller.h"
#include "comms/peerdirectory.h"
#include "comms/positionreporter.h"
#include "fakeclock.h"
#include "faketransport.h"
#include "numberedaddress.h"
#include "protocol/placement.h"
#include "protocol/profile.h"

namespace islet::test {

//! The peers of a room, on a fake transport.
class FakePeers {
public:
    void join(const Address &who) { emit transport.peerJoined(who); }
    void leave(const Address &who) { emit transport.peerLeft(who); }
    void stand(const Address &who, const Vec3 &where, float yaw = 0)
    {
        transport.hear(who, rfc4::positionOf({where, yaw, {}}, ++m_index));
    }
    void say(const Address &who, const QString &text) { transport.hear(who, rfc4::Chat{text, 0}); }
    //! Receives a profile from this person.
    void introduce(const Address &who, const QString &name, const QString &description = {})
    {
        Profile profile;
        profile.name = name;
        profile.description = description;
        profile.version = ++m_version;
        transport.hear(who, rfc4::ProfileResponse{QString::fromUtf8(profile.toJson(who)), {}});
    }
    void emote(const Address &who, const QString &urn)
    {
        transport.hear(who, rfc4::PlayerEmote{++m_emote, urn, static_cast<float>(m_emote), std::nullopt});
    }

    FakeTransport transport;

private:
    std::uint32_t m_index = 0;
    std::uint32_t m_version = 0;
    std::uint32_t m_emote = 0;
};

//! Everything the view models depend on: a room on a fake transport, at a time that only the test advances.
class FakeRoom : public FakePeers {
public:
    FakeRoom()
    {
        adapter.setTransport(&transport);
        transport.open();
    }

    void wait(std::chrono::microseconds howLong) { time.advance(howLong); }

    FakeClock time;
    CommsAdapter adapter{{}, time.clock()};
    PeerDirectory directory{adapter, time.clock()};
    PositionReporter reporter{adapter, time.clock()};
    AvatarController avatar{reporter, time.clock()};
    PeerScene peerScene{directory, time.clock()};
};

} // namespace islet::test
