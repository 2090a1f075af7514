// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/archipelagotransport.h"

#include "archipelago.pb.h"
#include "base/quoted.h"
#include "base/sentence.h"
#include "identity/identity.h"
#include "net/websocketclient.h"
#include "protobufqt.h"
#include "silenceprotobuflog.h"

using namespace Qt::StringLiterals;

namespace islet {

namespace v3 = decentraland::kernel::comms::v3;

namespace {

using Kind = HandshakeStep::Kind;

constexpr int maxIslandPeers = 10'000;
constexpr std::size_t maxText = 8'192; // bytes

} // namespace

Protocol ArchipelagoTransport::protocol()
{
    return {
        .name = u"archipelago"_s,
        .kind = Protocol::Kind::Relay,
        .namedBy = Protocol::anyone(),
        .endpoint = &ConnectionString::webSocketUrl,
        .display = &ConnectionString::withoutSecrets,
        .make = [](const TransportRequest &request) -> Expected<TransportPtr> {
            return TransportPtr(
                new ArchipelagoTransport(request.endpoint, request.identity, *request.factory, request.route));
        },
    };
}

struct ArchipelagoTransport::Wire {
    v3::ServerPacket in;
    v3::ClientPacket out;
};

ArchipelagoTransport::ArchipelagoTransport(const QUrl &url, const Identity &identity, const TransportFactory &factory,
                                           const Route &route, Timing timing)
    : RelayTransport(url, factory, route)
    , m_url(url)
    , m_identity(identity)
    , m_timing(timing)
    , m_wire(std::make_unique<Wire>())
{
    proto::silenceProtobufLog();
    m_answerTimer.setSingleShot(true);
    connect(&m_answerTimer, &QTimer::timeout, this, &ArchipelagoTransport::onTimeout);
    m_heartbeatTimer.setInterval(m_timing.heartbeat);
    connect(&m_heartbeatTimer, &QTimer::timeout, this, &ArchipelagoTransport::sendHeartbeat);
    m_changeTimer.setSingleShot(true);
    connect(&m_changeTimer, &QTimer::timeout, this, &ArchipelagoTransport::moveToNextIsland);
}

ArchipelagoTransport::~ArchipelagoTransport() = default;

void ArchipelagoTransport::open()
{
    setState(State::Opening);
    if (state() == State::Opening)
        connectToService();
}

void ArchipelagoTransport::connectToService()
{
    m_phase = Phase::Connecting;
    m_heartbeatTimer.stop();
    m_nextIsland.reset();
    m_island = {}; // if it is named again, it counts as a new one
    if (m_socket) { // ignore its remaining signals, also the kick that the new connection causes
        m_socket->disconnect(this);
        m_socket->close();
    }
    m_socket.reset(new WebSocketClient(m_url, {u"archipelago"_s}));
    connect(m_socket.get(), &WebSocketClient::stepCompleted, this, &Transport::stepCompleted);
    connect(m_socket.get(), &WebSocketClient::opened, this, &ArchipelagoTransport::onOpened);
    connect(m_socket.get(), &WebSocketClient::frameReceived, this, &ArchipelagoTransport::onFrame);
    connect(m_socket.get(), &WebSocketClient::textReceived, this, &ArchipelagoTransport::onText);
    connect(m_socket.get(), &WebSocketClient::lost, this, &ArchipelagoTransport::onLost);
    m_socket->open(m_timing.connect);
}

void ArchipelagoTransport::reportPosition(const Vec3 &position)
{
    const bool isFirst = !m_position;
    m_position = position;
    RelayTransport::reportPosition(position);
    if (isFirst && m_phase == Phase::Welcomed)
        sendHeartbeat(); // so that an island is assigned sooner
}

void ArchipelagoTransport::sendPacket()
{
    const QByteArray frame = proto::serialised(m_wire->out);
    m_wire->out.Clear(); // the auth chain is a credential: do not leave it in a buffer
    m_socket->send(frame);
}

void ArchipelagoTransport::expect(Phase phase, const HandshakeStep &step)
{
    m_phase = phase;
    m_answerTimer.start(m_timing.answer);
    emit stepCompleted(step);
}

void ArchipelagoTransport::onOpened()
{
    m_wire->out.mutable_challenge_request()->set_address(m_identity.address().toLower().toStdString());
    sendPacket();
    expect(Phase::Identified,
           {Kind::Identified, Sentence::tr("Identified as %1.").arg(m_identity.address().toShort())});
}

void ArchipelagoTransport::onFrame(const QByteArray &frame)
{
    if (state() == State::Closed)
        return;
    if (!m_wire->in.ParseFromArray(frame.constData(), static_cast<int>(frame.size()))) {
        ++m_counters.malformedIn;
        if (m_phase != Phase::Welcomed) {
            finish(
                CloseReason::Kind::Protocol,
                Sentence::tr("%1 sent %2 bytes that aren't an archipelago packet. It isn't an archipelago server, or "
                             "it is faulty.")
                    .arg(m_socket->hostName())
                    .arg(frame.size()));
        }
        return;
    }
    const auto message = m_wire->in.message_case();
    if (message == v3::ServerPacket::kKicked) {
        finish(CloseReason::Kind::Kicked,
               Sentence::tr("The archipelago disconnected you: this identity joined from another window or device, "
                            "or is banned."));
    } else if (m_phase == Phase::Identified && message == v3::ServerPacket::kChallengeResponse) {
        receiveChallenge();
    } else if (m_phase == Phase::Signed && message == v3::ServerPacket::kWelcome) {
        receiveWelcome();
    } else if (m_phase == Phase::Welcomed && message == v3::ServerPacket::kIslandChanged) {
        receiveIsland();
    } else if (m_phase != Phase::Welcomed) {
        finish(CloseReason::Kind::Protocol,
               Sentence::tr("%1 sent something other than %2. It isn't an archipelago server, or it is faulty.")
                   .arg(m_socket->hostName(),
                        m_phase == Phase::Identified ? Sentence::tr("a challenge") : Sentence::tr("a welcome")));
    }
}

void ArchipelagoTransport::onText()
{
    ++m_counters.malformedIn;
    if (m_phase != Phase::Welcomed) {
        finish(CloseReason::Kind::Protocol,
               Sentence::tr("%1 sent text instead of an archipelago packet. It isn't an archipelago server.")
                   .arg(m_socket->hostName()));
    }
}

void ArchipelagoTransport::receiveChallenge()
{
    const auto &message = m_wire->in.challenge_response();
    const auto challenge = Challenge::parse(proto::toQt(message.challenge_to_sign(), maxText));
    emit stepCompleted(
        {Kind::Challenged,
         message.already_connected() ? Sentence::tr(
             "Asked for a signature. This address is already connected; its other connection will be closed.")
                                     : Sentence::tr("Asked for a signature.")});
    if (state() == State::Closed)
        return;
    if (!challenge) {
        finish(CloseReason::Kind::Protocol, challenge.error().detail);
        return;
    }
    m_wire->out.mutable_signed_challenge()->set_auth_chain_json(m_identity.sign(*challenge).toJson().toStdString());
    sendPacket();
    expect(Phase::Signed, {Kind::Signed, Sentence::tr("Signed with the ephemeral key.")});
}

void ArchipelagoTransport::receiveWelcome()
{
    m_answerTimer.stop();
    m_phase = Phase::Welcomed;
    m_socket->startKeepAlive();
    emit stepCompleted({Kind::Welcomed, Sentence::tr("Let in; waiting for an island.")});
    if (state() == State::Closed)
        return;
    m_heartbeatTimer.start();
    sendHeartbeat();
    RelayTransport::onInnerOpened(Welcome());
}

void ArchipelagoTransport::sendHeartbeat()
{
    if (!m_position || m_phase != Phase::Welcomed)
        return;
    auto &position = *m_wire->out.mutable_heartbeat()->mutable_position();
    position.set_x(m_position->x);
    position.set_y(m_position->y);
    position.set_z(m_position->z);
    sendPacket();
}

void ArchipelagoTransport::receiveIsland()
{
    const auto &message = m_wire->in.island_changed();
    Island island{proto::toQt(message.island_id(), maxText).left(64), proto::toQt(message.conn_str(), maxText),
                  std::min<qsizetype>(static_cast<qsizetype>(message.peers_size()), maxIslandPeers)};
    if (island.id == m_island.id && island.where == m_island.where) {
        m_nextIsland.reset(); // back to the current island, or the one being joined
        return;
    }
    // Only the latest counts, however many arrive at once.
    m_nextIsland = std::move(island);
    if (!m_changeTimer.isActive())
        moveToNextIsland();
}

void ArchipelagoTransport::moveToNextIsland()
{
    if (!m_nextIsland && hasInner())
        return; // already there
    if (m_nextIsland) {
        m_island = *std::exchange(m_nextIsland, std::nullopt);
        m_islandFailures = 0;
        emit stepCompleted(
            {Kind::Moved,
             Sentence::tr("Moved to island %1 with %2 people.").arg(quoted(m_island.id)).arg(m_island.peerCount)});
    }
    if (state() != State::Open)
        return;
    if (m_island.where.isEmpty()) {
        finish(CloseReason::Kind::Rejected,
               Sentence::tr("The archipelago assigned you to island %1 but not how to connect. It does this when an "
                            "address is banned.")
                   .arg(quoted(m_island.id)));
        return;
    }
    m_changeTimer.start(m_timing.change);
    const auto followed = ConnectionString::fromAdapter(m_island.where).and_then([this](const ConnectionString &where) {
        return follow(where);
    });
    if (!followed) {
        leaveInner();
        finish(CloseReason::Kind::Rejected,
               Sentence::tr("The archipelago assigned you to an island that Islet can't connect to: %1")
                   .arg(followed.error().detail));
    }
}

void ArchipelagoTransport::onInnerOpened(const Welcome &)
{
    m_islandFailures = 0; // its peers are announced one by one
    m_hasReconnected = false;
}

void ArchipelagoTransport::onInnerClosed(const CloseReason &reason)
{
    leaveInner();
    if (state() == State::Closed)
        return;
    if (reason.kind == CloseReason::Kind::Kicked)
        finish(reason.kind, reason.detail);
    else
        onIslandLost(reason);
}

void ArchipelagoTransport::onIslandLost(const CloseReason &reason)
{
    if (reason.kind == CloseReason::Kind::Network)
        m_socket->shortenTimeout(); // the service may be unreachable for the same reason
    if (++m_islandFailures < maxIslandFailures) {
        m_changeTimer.start(m_timing.again);
        return;
    }
    if (std::exchange(m_hasReconnected, true)) {
        finish(reason.kind, Sentence::tr("Couldn't connect to island %1: %2").arg(quoted(m_island.id), reason.detail));
        return;
    }
    m_islandFailures = 0;
    m_changeTimer.stop();
    connectToService();
}

void ArchipelagoTransport::onTimeout()
{
    finish(CloseReason::Kind::Network,
           m_phase == Phase::Identified
               ? Sentence::tr(
                     "%1 accepted the connection but didn't ask for a signature. It may not be an archipelago server.")
                     .arg(m_socket->hostName())
               : Sentence::tr("%1 didn't confirm the signature in time. Try again.").arg(m_socket->hostName()));
}

//! Interprets the close of a connection by archipelago-workers: only 1007 carries information; the rest is inferred
//! from the handshake phase.
void ArchipelagoTransport::onLost(const CloseReason &reason, int code)
{
    constexpr int undecodable = 1007;
    if (code == undecodable) {
        finish(CloseReason::Kind::Protocol,
               Sentence::tr("%1 couldn't read Islet's message. It may use another version of the protocol.")
                   .arg(m_socket->hostName()));
    } else if (reason.kind == CloseReason::Kind::Network
               && (m_phase == Phase::Identified || m_phase == Phase::Signed)) {
        finish(CloseReason::Kind::Rejected,
               Sentence::tr("%1 closed the connection %2. An archipelago does this when the address is banned, the "
                            "key has expired or the clock is wrong. Check the time, or try again.")
                   .arg(m_socket->hostName(),
                        m_phase == Phase::Identified ? Sentence::tr("instead of asking for a signature")
                                                     : Sentence::tr("while checking the signature")));
    } else {
        finish(reason.kind, reason.detail);
    }
}

void ArchipelagoTransport::cancel()
{
    m_answerTimer.stop();
    m_heartbeatTimer.stop();
    m_changeTimer.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->close();
    }
}

} // namespace islet
