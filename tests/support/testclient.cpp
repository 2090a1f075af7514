// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "testclient.h"

#include "app/protocols.h"

namespace islet::test {

TestClient::TestClient(Identity who, CommsSession::Retry retry, Profile profile)
    : identity(std::move(who))
    , client(allProtocols(), identity, {retry, std::move(profile)})
{
    connect(&adapter, &CommsAdapter::opened, this, [this](const Welcome &welcome) { welcomes.append(welcome); });
    connect(&adapter, &CommsAdapter::chatReceived, this, [this](const Address &from, const QString &text, double time) {
        chats.append({from, text, time});
    });
    connect(&adapter, &CommsAdapter::positionReceived, this,
            [this](const Address &from, const rfc4::Position &position) {
                positions.append({from, position});
            });
    connect(&adapter, &CommsAdapter::movementReceived, this,
            [this](const Address &from, const rfc4::Movement &movement) {
                movements.append({from, movement});
            });
    connect(&adapter, &CommsAdapter::emoteReceived, this, [this](const Address &from, const QString &urn) {
        emotes.append({from, urn});
    });
    connect(&adapter, &CommsAdapter::sceneReceived, this, [this](const Address &from, const rfc4::Scene &scene) {
        scenes.append({from, scene});
    });
    connect(&pinger, &Pinger::answered, this, [this](const Address &by, std::chrono::microseconds roundTrip) {
        pongs.append({by, roundTrip});
    });
    connect(&directory, &PeerDirectory::peerRemoved, this, [this](const Address &address) { gone.append(address); });
    connect(&session, &CommsSession::lost, this, [this](const CloseReason &reason) { losses.append(reason); });
    connect(&session, &CommsSession::ended, this, [this](const CloseReason &reason) { ends.append(reason); });
    connect(&session, &CommsSession::stateChanged, this, [this](CommsSession::State state) { states.append(state); });
}

Identity TestClient::someone()
{
    return Identity::create(PrivateKey::generate());
}

Identity TestClient::owner(QStringView privateKey)
{
    const auto key = PrivateKey::fromHex(privateKey);
    if (!key)
        qFatal("%s", qPrintable(key.error().detail));
    return Identity::create(*key);
}

bool TestClient::join(const QString &where)
{
    const auto parsed = ConnectionString::parse(where);
    return parsed && session.join(*parsed);
}

std::optional<Placement> TestClient::placeOf(const Address &other) const
{
    const auto *peer = directory.find(other);
    return peer ? peer->placement : std::nullopt;
}

void TestClient::stand(const Vec3 &place, float yaw)
{
    static_cast<void>(reporter.setPlacement({place, yaw, {}}));
}

} // namespace islet::test
