// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/peerscene.h"
#include "app/me/avatarcontroller.h"
#include "comms/client.h"
#include "fakeclock.h"
#include "faketransport.h"
#include "identity/identity.h"
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

//! Everything the view models depend on: a client in a room on a fake transport, at a time that only the test advances.
class FakeRoom : public FakePeers {
public:
    explicit FakeRoom(TransportRegistry protocols = {}, CommsSession::Retry retry = CommsSession::Retry::Never,
                      Profile profile = {})
        : client(std::move(protocols), identity, {retry, std::move(profile), {.clock = time.clock()}})
    {
        adapter.setTransport(&transport);
        transport.open();
    }

    void wait(std::chrono::microseconds howLong) { time.advance(howLong); }

    FakeClock time;
    Identity identity = Identity::create(*PrivateKey::fromHex(QString(64, u'1'))); // the same in each room
    Client client;
    CommsAdapter &adapter = client.adapter();
    PeerDirectory &directory = client.directory();
    PositionReporter &reporter = client.reporter();
    AvatarController avatar{reporter, time.clock()};
    PeerScene peerScene{directory, time.clock()};
};

} // namespace islet::test
