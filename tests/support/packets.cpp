// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "packets.h"

#include "numberedaddress.h"

namespace islet::test {

std::optional<rfc5::Message> parsed(const QByteArray &frame)
{
    return rfc5::Codec().decode(frame);
}

QByteArray serialised(const rfc5::Message &message)
{
    return rfc5::Codec().encode(message);
}

rfc5::Message identification(const QString &address)
{
    return rfc5::Identification{address};
}

rfc5::Message challenge(const QString &text, bool isAlreadyConnected)
{
    return rfc5::ChallengeRequired{text, isAlreadyConnected};
}

rfc5::Message signedChallenge(const QByteArray &chainJson)
{
    return rfc5::SignedChallenge{chainJson};
}

rfc5::Message welcome(quint32 alias, const QMap<quint32, QString> &peers)
{
    rfc5::Welcome welcome{alias, {}};
    for (auto peer = peers.begin(); peer != peers.end(); ++peer)
        welcome.peers.append({peer.key(), peer.value()});
    return welcome;
}

rfc5::Message peerJoin(quint32 alias, const QString &address)
{
    return rfc5::PeerJoin{alias, address};
}

rfc5::Message peerLeave(quint32 alias)
{
    return rfc5::PeerLeave{alias};
}

rfc5::Message peerUpdate(quint32 alias, const QByteArray &body, bool isUnreliable)
{
    return rfc5::PeerUpdate{alias, body, isUnreliable};
}

rfc5::Message kicked(const QString &reason)
{
    return rfc5::Kicked{reason};
}

QByteArray textFrame(int message, int field, const QByteArray &utf8)
{
    constexpr int lengthDelimited = 2;
    const auto prefixed = [](int number, const QByteArray &bytes) {
        QByteArray out(1, static_cast<char>((number << 3) | lengthDelimited));
        for (auto rest = bytes.size();; rest >>= 7) {
            if (rest < 0x80) {
                out += static_cast<char>(rest);
                return out + bytes;
            }
            out += static_cast<char>(0x80 | (rest & 0x7F));
        }
    };
    return prefixed(message, prefixed(field, utf8));
}

QString addressOf(quint32 number)
{
    return numberedAddress(static_cast<int>(number)).toLower();
}

} // namespace islet::test
