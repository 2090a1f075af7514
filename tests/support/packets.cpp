// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "packets.h"

#include "numberedaddress.h"

namespace islet::test {

std::optional<WsPacket> parsed(const QByteArray &frame)
{
    WsPacket packet;
    if (!packet.ParseFromArray(frame.constData(), static_cast<int>(frame.size())))
        return std::nullopt;
    return packet;
}

WsPacket identification(const QString &address)
{
    WsPacket packet;
    packet.mutable_peer_identification()->set_address(address.toStdString());
    return packet;
}

WsPacket challenge(const QString &text, bool alreadyConnected)
{
    WsPacket packet;
    packet.mutable_challenge_message()->set_challenge_to_sign(text.toStdString());
    packet.mutable_challenge_message()->set_already_connected(alreadyConnected);
    return packet;
}

WsPacket signedChallenge(const QByteArray &chainJson)
{
    WsPacket packet;
    packet.mutable_signed_challenge_for_server()->set_auth_chain_json(chainJson.toStdString());
    return packet;
}

WsPacket welcome(quint32 alias, const QMap<quint32, QString> &peers)
{
    WsPacket packet;
    packet.mutable_welcome_message()->set_alias(alias);
    for (auto peer = peers.begin(); peer != peers.end(); ++peer)
        (*packet.mutable_welcome_message()->mutable_peer_identities())[peer.key()] = peer.value().toStdString();
    return packet;
}

WsPacket peerJoin(quint32 alias, const QString &address)
{
    WsPacket packet;
    packet.mutable_peer_join_message()->set_alias(alias);
    packet.mutable_peer_join_message()->set_address(address.toStdString());
    return packet;
}

WsPacket peerLeave(quint32 alias)
{
    WsPacket packet;
    packet.mutable_peer_leave_message()->set_alias(alias);
    return packet;
}

WsPacket peerUpdate(quint32 alias, const QByteArray &body, bool unreliable)
{
    WsPacket packet;
    packet.mutable_peer_update_message()->set_from_alias(alias);
    packet.mutable_peer_update_message()->set_body(body.toStdString());
    packet.mutable_peer_update_message()->set_unreliable(unreliable);
    return packet;
}

WsPacket kicked(const QString &reason)
{
    WsPacket packet;
    packet.mutable_peer_kicked()->set_reason(reason.toStdString());
    return packet;
}

QString addressOf(quint32 number)
{
    return numberedAddress(static_cast<int>(number)).toLower();
}

} // namespace islet::test
