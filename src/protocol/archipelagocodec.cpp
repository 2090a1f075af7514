// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/archipelagocodec.h"

#include "archipelago.pb.h"
#include "base/secrets.h"
#include "protobufqt.h"
#include "silenceprotobuflog.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace islet::archipelago {

namespace v3 = decentraland::kernel::comms::v3;

namespace {

QString text(const std::string &utf8)
{
    return proto::toQt(utf8, maxTextBytes);
}

template<typename Packet> std::optional<Packet> parsed(const QByteArray &frame)
{
    proto::silenceProtobufLog();
    Packet packet;
    if (!packet.ParseFromArray(frame.constData(), static_cast<int>(frame.size())))
        return std::nullopt;
    return packet;
}

void write(decentraland::common::Position &out, const Vec3 &in)
{
    out.set_x(in.x);
    out.set_y(in.y);
    out.set_z(in.z);
}

Vec3 read(const decentraland::common::Position &in)
{
    return {in.x(), in.y(), in.z()};
}

IslandChanged read(const v3::IslandChangedMessage &in)
{
    IslandChanged out{text(in.island_id()), text(in.conn_str()), text(in.from_island_id())};
    for (const auto &[address, position] : in.peers())
        out.peers.append({text(address), read(position)});
    return out;
}

//! Writes one message into an empty packet.
struct ClientWriter {
    v3::ClientPacket &out;

    void operator()(const Unknown &) const { }
    void operator()(const ChallengeRequest &in) const
    {
        out.mutable_challenge_request()->set_address(in.address.toStdString());
    }
    void operator()(const SignedChallenge &in) const
    {
        out.mutable_signed_challenge()->set_auth_chain_json(in.authChain.toStdString());
    }
    void operator()(const Heartbeat &in) const { write(*out.mutable_heartbeat()->mutable_position(), in.position); }
};

struct ServerWriter {
    v3::ServerPacket &out;

    void operator()(const Unknown &) const { }
    void operator()(const ChallengeResponse &in) const
    {
        out.mutable_challenge_response()->set_challenge_to_sign(in.challenge.toStdString());
        out.mutable_challenge_response()->set_already_connected(in.isAlreadyConnected);
    }
    void operator()(const Welcome &in) const { out.mutable_welcome()->set_peer_id(in.peerId.toStdString()); }
    void operator()(const IslandChanged &in) const
    {
        auto &island = *out.mutable_island_changed();
        island.set_island_id(in.islandId.toStdString());
        island.set_conn_str(in.connectionString.toStdString());
        if (!in.fromIslandId.isEmpty())
            island.set_from_island_id(in.fromIslandId.toStdString());
        for (const IslandPeer &peer : in.peers)
            write((*island.mutable_peers())[peer.address.toStdString()], peer.position);
    }
    void operator()(const Kicked &) const { out.mutable_kicked(); }
};

//! `livekit:wss://host`: everything else may be a secret.
QString hostAlone(const QString &connectionString)
{
    const qsizetype colon = connectionString.indexOf(u':');
    const QUrl url(connectionString.sliced(colon + 1));
    if (colon < 0 || url.host().isEmpty())
        return u"(%1 characters)"_s.arg(connectionString.size());
    return connectionString.first(colon + 1)
        + url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

FrameSummary describeOut(ClientMessage message)
{
    if (auto *const chain = std::get_if<SignedChallenge>(&message)) {
        chain->authChain = "[" + QByteArray::number(chain->authChain.size()) + " bytes]";
        return {"signature"_L1, encode(message)};
    }
    if (std::holds_alternative<ChallengeRequest>(message))
        return {"challengeRequest"_L1, encode(message)};
    if (std::holds_alternative<Heartbeat>(message))
        return {"heartbeat"_L1, encode(message)};
    return {"unknown"_L1, {}};
}

QLatin1StringView kindOf(const ServerMessage &message)
{
    if (std::holds_alternative<IslandChanged>(message))
        return "island"_L1;
    if (std::holds_alternative<ChallengeResponse>(message))
        return "challenge"_L1;
    if (std::holds_alternative<Welcome>(message))
        return "welcome"_L1;
    return std::holds_alternative<Kicked>(message) ? "kicked"_L1 : "unknown"_L1;
}

FrameSummary describeIn(ServerMessage message)
{
    if (auto *const island = std::get_if<IslandChanged>(&message))
        island->connectionString = hostAlone(island->connectionString);
    const QByteArray frame = encode(message); // without unknown fields
    return {kindOf(message), mayHoldSecret(frame) ? QByteArray() : frame};
}

} // namespace

std::optional<ClientMessage> decodeClient(const QByteArray &frame)
{
    const auto packet = parsed<v3::ClientPacket>(frame);
    if (!packet)
        return std::nullopt;
    switch (packet->message_case()) {
    case v3::ClientPacket::kChallengeRequest: return ChallengeRequest{text(packet->challenge_request().address())};
    case v3::ClientPacket::kSignedChallenge:
        return SignedChallenge{QByteArray::fromStdString(packet->signed_challenge().auth_chain_json())};
    case v3::ClientPacket::kHeartbeat: return Heartbeat{read(packet->heartbeat().position())};
    case v3::ClientPacket::MESSAGE_NOT_SET: break;
    }
    return Unknown();
}

std::optional<ServerMessage> decodeServer(const QByteArray &frame)
{
    const auto packet = parsed<v3::ServerPacket>(frame);
    if (!packet)
        return std::nullopt;
    switch (packet->message_case()) {
    case v3::ServerPacket::kChallengeResponse:
        return ChallengeResponse{text(packet->challenge_response().challenge_to_sign()),
                                 packet->challenge_response().already_connected()};
    case v3::ServerPacket::kWelcome: return Welcome{text(packet->welcome().peer_id())};
    case v3::ServerPacket::kIslandChanged: return read(packet->island_changed());
    case v3::ServerPacket::kKicked: return Kicked();
    case v3::ServerPacket::kLeftIsland:
    case v3::ServerPacket::kJoinIsland:
    case v3::ServerPacket::MESSAGE_NOT_SET: break;
    }
    return Unknown();
}

QByteArray encode(const ClientMessage &message)
{
    v3::ClientPacket out;
    std::visit(ClientWriter{out}, message);
    return proto::serialised(out);
}

QByteArray encode(const ServerMessage &message)
{
    v3::ServerPacket out;
    std::visit(ServerWriter{out}, message);
    return proto::serialised(out);
}

FrameSummary describe(Direction direction, const QByteArray &frame)
{
    if (direction == Direction::Out) {
        const auto message = decodeClient(frame);
        return message ? describeOut(*message) : FrameSummary();
    }
    const auto message = decodeServer(frame);
    return message ? describeIn(*message) : FrameSummary();
}

} // namespace islet::archipelago
