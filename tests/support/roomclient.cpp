// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "roomclient.h"

using namespace Qt::StringLiterals;

namespace islet::test {

RoomClient::RoomClient(Identity identity)
    : m_identity(std::move(identity))
{
    firstStep = [](RoomClient &self) { self.identify(self.addressText()); };
    secondStep = [](RoomClient &self, const QString &text) {
        if (const auto challenge = Challenge::parse(text))
            self.answer(self.m_identity.sign(*challenge).toJson());
    };
    connect(&m_socket, &RawWsClient::upgraded, this, [this] { firstStep(*this); });
    connect(&m_socket, &RawWsClient::frameReceived, this, &RoomClient::onFrame);
}

void RoomClient::enter(quint16 port, const QString &room)
{
    m_socket.connectTo(port, "/rooms/" + room.toLatin1());
}

void RoomClient::send(const WsPacket &packet)
{
    m_socket.sendFrame(RawWsClient::Opcode::Binary, serialised(packet));
}

void RoomClient::identify(const QString &address)
{
    send(identification(address));
}

void RoomClient::answer(const QByteArray &chainJson)
{
    send(signedChallenge(chainJson));
}

void RoomClient::say(const QByteArray &body, bool isUnreliable, quint32 fromAlias)
{
    send(peerUpdate(fromAlias, body, isUnreliable));
}

QList<QByteArray> RoomClient::heard() const
{
    QList<QByteArray> bodies;
    for (const Update &update : updates)
        bodies.append(update.body);
    return bodies;
}

void RoomClient::onFrame(const QByteArray &frame)
{
    const auto packet = parsed(frame);
    if (!packet)
        return;
    switch (packet->message_case()) {
    case WsPacket::kChallengeMessage:
        challenges.append(toQt(packet->challenge_message().challenge_to_sign()));
        wasAlreadyConnected = packet->challenge_message().already_connected();
        secondStep(*this, challenges.constLast());
        return;
    case WsPacket::kWelcomeMessage:
        alias = packet->welcome_message().alias();
        for (const auto &[number, address] : packet->welcome_message().peer_identities())
            peers.insert(number, toQt(address));
        return;
    case WsPacket::kPeerJoinMessage: {
        const auto &join = packet->peer_join_message();
        peers.insert(join.alias(), toQt(join.address()));
        peerEvents.append(u"join %1 %2"_s.arg(join.alias()).arg(toQt(join.address())));
        return;
    }
    case WsPacket::kPeerLeaveMessage:
        peers.remove(packet->peer_leave_message().alias());
        peerEvents.append(u"leave %1"_s.arg(packet->peer_leave_message().alias()));
        return;
    case WsPacket::kPeerUpdateMessage: {
        const auto &update = packet->peer_update_message();
        updates.append({update.from_alias(), QByteArray::fromStdString(update.body()), update.unreliable()});
        return;
    }
    case WsPacket::kPeerKicked: kicks.append(toQt(packet->peer_kicked().reason())); return;
    case WsPacket::kSignedChallengeForServer:
    case WsPacket::kPeerIdentification:
    case WsPacket::MESSAGE_NOT_SET: return;
    }
}

} // namespace islet::test
