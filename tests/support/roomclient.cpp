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

void RoomClient::send(const rfc5::Message &packet)
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
    const auto message = parsed(frame);
    if (!message)
        return;
    if (const auto *asked = std::get_if<rfc5::ChallengeRequired>(&*message)) {
        challenges.append(asked->challenge);
        wasAlreadyConnected = asked->isAlreadyConnected;
        secondStep(*this, challenges.constLast());
    } else if (const auto *welcome = std::get_if<rfc5::Welcome>(&*message)) {
        alias = welcome->alias;
        for (const auto &[number, address] : welcome->peers)
            peers.insert(number, address);
    } else if (const auto *join = std::get_if<rfc5::PeerJoin>(&*message)) {
        peers.insert(join->alias, join->address);
        peerEvents.append(u"join %1 %2"_s.arg(join->alias).arg(join->address));
    } else if (const auto *leave = std::get_if<rfc5::PeerLeave>(&*message)) {
        peers.remove(leave->alias);
        peerEvents.append(u"leave %1"_s.arg(leave->alias));
    } else if (const auto *update = std::get_if<rfc5::PeerUpdate>(&*message)) {
        updates.append({update->from, update->body, update->isUnreliable});
    } else if (const auto *kick = std::get_if<rfc5::Kicked>(&*message)) {
        kicks.append(kick->reason);
    }
}

} // namespace islet::test
