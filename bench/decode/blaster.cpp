// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "blaster.h"

#include "bench/support/child.h"
#include "positionstream.h"
#include "rfc5.pb.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace islet::bench {

namespace rfc5 = decentraland::kernel::comms::rfc5;

namespace {

rfc5::WsPacket receive(WebSocket &client, rfc5::WsPacket::MessageCase due)
{
    const QByteArray message = client.readMessage();
    rfc5::WsPacket packet;
    if (!packet.ParseFromArray(message.constData(), static_cast<int>(message.size())) || packet.message_case() != due)
        fail(u"The client does not keep to the handshake."_s);
    return packet;
}

void send(WebSocket &client, const rfc5::WsPacket &packet)
{
    client.sendMessage(QByteArray::fromStdString(packet.SerializeAsString()));
}

} // namespace

Blaster::Blaster()
    : m_listener(listenOnLoopback())
{ }

Blaster::~Blaster()
{
    ::close(m_listener.descriptor);
}

void Blaster::admit()
{
    m_client.emplace(WebSocket::accept(m_listener.descriptor));
    receive(*m_client, rfc5::WsPacket::kPeerIdentification);
    rfc5::WsPacket challenge;
    challenge.mutable_challenge_message()->set_challenge_to_sign("dcl-0.9mq2v7x1kd");
    bench::send(*m_client, challenge);
    receive(*m_client, rfc5::WsPacket::kSignedChallengeForServer);
    rfc5::WsPacket welcome;
    auto &message = *welcome.mutable_welcome_message();
    message.set_alias(positions::firstAlias + positions::peerCount);
    for (std::uint32_t alias = positions::firstAlias; alias < positions::firstAlias + positions::peerCount; ++alias)
        (*message.mutable_peer_identities())[alias] = positions::addressOf(alias).toStdString();
    bench::send(*m_client, welcome);
}

void Blaster::close()
{
    m_client->close();
    m_client.reset();
}

} // namespace islet::bench
