// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/packettap.h"
#include "protocol/geometry.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

//! The messages between a client and an archipelago service, as archipelago-workers 2 sends them.
namespace islet::archipelago {

// From the client.

struct ChallengeRequest {
    QString address;
};

struct SignedChallenge {
    QByteArray authChain; //!< JSON; a credential
};

struct Heartbeat {
    Vec3 position;
};

// From the service.

struct ChallengeResponse {
    QString challenge;
    bool isAlreadyConnected = false;
};

struct Welcome {
    QString peerId;
};

struct IslandPeer {
    QString address;
    Vec3 position;
};

//! The service has assigned us to an island.
struct IslandChanged {
    QString islandId;
    QString connectionString; //!< a credential: may contain a token
    QString fromIslandId; //!< empty if there was none
    QList<IslandPeer> peers = {}; //!< those already there
};

//! Our session was replaced, or we are banned.
struct Kicked { };

//! Another message of the service, or none.
struct Unknown { };

using ClientMessage = std::variant<Unknown, ChallengeRequest, SignedChallenge, Heartbeat>;
using ServerMessage = std::variant<Unknown, ChallengeResponse, Welcome, IslandChanged, Kicked>;

//! At most this many bytes of a text are read.
inline constexpr qsizetype maxTextBytes = 8'192;

// nullopt if the bytes are not a packet.
std::optional<ClientMessage> decodeClient(const QByteArray &frame);
std::optional<ServerMessage> decodeServer(const QByteArray &frame);
QByteArray encode(const ClientMessage &message);
QByteArray encode(const ServerMessage &message);

//! An auth chain is replaced by its length, a connection string is cut to protocol and host. The redacted text of an
//! unknown message is empty.
FrameSummary describe(Direction direction, const QByteArray &frame);

} // namespace islet::archipelago
