// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "handshake.h"

#include "bench/support/child.h"
#include "identity/identity.h"
#include "rfc5.pb.h"

using namespace Qt::StringLiterals;

namespace islet::bench {

namespace rfc5 = decentraland::kernel::comms::rfc5;

namespace {

rfc5::WsPacket receive(WebSocket &socket, rfc5::WsPacket::MessageCase due)
{
    const QByteArray message = socket.readMessage();
    rfc5::WsPacket packet;
    if (!packet.ParseFromArray(message.constData(), static_cast<int>(message.size())) || packet.message_case() != due)
        fail(u"The server does not keep to the handshake."_s);
    return packet;
}

void send(WebSocket &socket, const rfc5::WsPacket &packet)
{
    socket.sendMessage(QByteArray::fromStdString(packet.SerializeAsString()));
}

} // namespace

Guest enter(quint16 port, const QByteArray &path)
{
    const Identity identity = Identity::create(PrivateKey::generate());
    WebSocket socket = WebSocket::connect(port, path);
    rfc5::WsPacket packet;
    packet.mutable_peer_identification()->set_address(identity.address().toLower().toStdString());
    send(socket, packet);

    const auto asked = receive(socket, rfc5::WsPacket::kChallengeMessage);
    const auto challenge = Challenge::parse(QString::fromStdString(asked.challenge_message().challenge_to_sign()));
    if (!challenge)
        fail(challenge.error().detail);
    packet.mutable_signed_challenge_for_server()->set_auth_chain_json(identity.sign(*challenge).toJson().toStdString());
    send(socket, packet);

    const auto welcome = receive(socket, rfc5::WsPacket::kWelcomeMessage);
    return {std::move(socket), welcome.welcome_message().alias()};
}

} // namespace islet::bench
