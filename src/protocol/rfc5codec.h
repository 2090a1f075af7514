// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/packettap.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

//! The messages of a ws-room (ADR-105). One binary WebSocket frame holds one message.
namespace islet::rfc5 {

//! A ws-room's number for one socket of a peer. Unique within the server process; meaningless elsewhere.
using AliasNumber = std::uint32_t;

// From the client.

//! The first message.
struct Identification {
    QString address;
};

//! The answer to the challenge.
struct SignedChallenge {
    QByteArray authChain; //!< JSON; a credential
};

// From the server.

struct ChallengeRequired {
    QString challenge;
    bool isAlreadyConnected = false; //!< another client with this address is in a room of the server
};

struct KnownPeer {
    AliasNumber alias;
    QString address;
};

//! Ends the handshake.
struct Welcome {
    AliasNumber alias;
    QList<KnownPeer> peers; //!< without the receiver
};

struct PeerJoin {
    AliasNumber alias;
    QString address;
};

struct PeerLeave {
    AliasNumber alias;
};

struct Kicked {
    QString reason;
};

//! Both ways. The server replaces the alias of the sender.
struct PeerUpdate {
    AliasNumber from;
    QByteArray body; //!< an rfc4 Packet
    bool isUnreliable = false;
};

//! A packet without any of the messages above.
struct Unknown { };

using Message = std::variant<Unknown, Identification, SignedChallenge, ChallengeRequired, Welcome, PeerJoin, PeerLeave,
                             Kicked, PeerUpdate>;

//! Encodes and decodes messages. Reuses its memory, so use one instance per thread. Texts are untrusted and of any
//! length that fits the frame.
class Codec {
public:
    Codec();
    ~Codec();

    //! nullopt if the bytes are not a packet.
    std::optional<Message> decode(const QByteArray &frame);
    QByteArray encode(const Message &message);
    //! encode() of an update; reuses its memory.
    QByteArray encodeUpdate(AliasNumber from, const QByteArray &body, bool isUnreliable);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

//! The kind of an update is that of the rfc4 message in it: `position`, `chat`. An auth chain is replaced by its
//! length; any other frame that may hold a secret has an empty redacted text.
FrameSummary describe(Direction direction, const QByteArray &frame);

} // namespace islet::rfc5
