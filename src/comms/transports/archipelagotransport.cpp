// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/archipelagotransport.h"

#include "archipelago.pb.h"
#include "base/quoted.h"
#include "identity/identity.h"
#include "net/websocketclient.h"
#include "protobufqt.h"
#include "silenceprotobuflog.h"

using namespace Qt::StringLiterals;

namespace islet {

namespace v3 = decentraland::kernel::comms::v3;

namespace {

using Kind = CloseReason::Kind;

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
    expect(Phase::Identified, {StepCode::Identified, {m_identity.address().toShort()}});
}

void ArchipelagoTransport::onFrame(const QByteArray &frame)
{
    if (state() == State::Closed)
        return;
    if (!m_wire->in.ParseFromArray(frame.constData(), static_cast<int>(frame.size()))) {
        ++m_counters.malformedIn;
        if (m_phase != Phase::Welcomed) {
            finish({Kind::Protocol,
                    CloseCode::ArchipelagoMalformed,
                    {m_socket->hostName(), QString::number(frame.size())}});
        }
        return;
    }
    const auto message = m_wire->in.message_case();
    if (message == v3::ServerPacket::kKicked) {
        finish({Kind::Kicked, CloseCode::ArchipelagoKicked});
    } else if (m_phase == Phase::Identified && message == v3::ServerPacket::kChallengeResponse) {
        receiveChallenge();
    } else if (m_phase == Phase::Signed && message == v3::ServerPacket::kWelcome) {
        receiveWelcome();
    } else if (m_phase == Phase::Welcomed && message == v3::ServerPacket::kIslandChanged) {
        receiveIsland();
    } else if (m_phase != Phase::Welcomed) {
        finish({Kind::Protocol,
                m_phase == Phase::Identified ? CloseCode::ArchipelagoNotChallenge : CloseCode::ArchipelagoNotWelcome,
                {m_socket->hostName()}});
    }
}

void ArchipelagoTransport::onText()
{
    ++m_counters.malformedIn;
    if (m_phase != Phase::Welcomed)
        finish({Kind::Protocol, CloseCode::ArchipelagoText, {m_socket->hostName()}});
}

void ArchipelagoTransport::receiveChallenge()
{
    const auto &message = m_wire->in.challenge_response();
    const auto challenge = Challenge::parse(proto::toQt(message.challenge_to_sign(), maxText));
    emit stepCompleted({message.already_connected() ? StepCode::ChallengedConnected : StepCode::Challenged});
    if (state() == State::Closed)
        return;
    if (!challenge) {
        finish({Kind::Protocol, CloseCode::HandshakeBadChallenge, {challenge.error().detail}});
        return;
    }
    m_wire->out.mutable_signed_challenge()->set_auth_chain_json(m_identity.sign(*challenge).toJson().toStdString());
    sendPacket();
    expect(Phase::Signed, {StepCode::Signed});
}

void ArchipelagoTransport::receiveWelcome()
{
    m_answerTimer.stop();
    m_phase = Phase::Welcomed;
    m_socket->startKeepAlive();
    emit stepCompleted({StepCode::WelcomedArchipelago});
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
        emit stepCompleted({StepCode::Moved, {quoted(m_island.id), QString::number(m_island.peerCount)}});
    }
    if (state() != State::Open)
        return;
    if (m_island.where.isEmpty()) {
        finish({Kind::Rejected, CloseCode::IslandWithoutAddress, {quoted(m_island.id)}});
        return;
    }
    m_changeTimer.start(m_timing.change);
    const auto followed = ConnectionString::fromAdapter(m_island.where).and_then([this](const ConnectionString &where) {
        return follow(where);
    });
    if (!followed) {
        leaveInner();
        finish({Kind::Rejected, CloseCode::IslandRefused, {followed.error().detail}});
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
    if (reason.kind == Kind::Kicked)
        finish(reason);
    else
        onIslandLost(reason);
}

void ArchipelagoTransport::onIslandLost(const CloseReason &reason)
{
    if (reason.kind == Kind::Network)
        m_socket->shortenTimeout(); // the service may be unreachable for the same reason
    if (++m_islandFailures < maxIslandFailures) {
        m_changeTimer.start(m_timing.again);
        return;
    }
    if (std::exchange(m_hasReconnected, true)) {
        finish({.kind = reason.kind,
                .code = CloseCode::IslandLost,
                .arguments = {quoted(m_island.id)},
                .cause = std::make_shared<const CloseReason>(reason)});
        return;
    }
    m_islandFailures = 0;
    m_changeTimer.stop();
    connectToService();
}

void ArchipelagoTransport::onTimeout()
{
    finish({Kind::Network,
            m_phase == Phase::Identified ? CloseCode::ArchipelagoNoChallenge : CloseCode::HandshakeNoWelcome,
            {m_socket->hostName()}});
}

//! Interprets the close of a connection by archipelago-workers: only 1007 carries information; the rest is inferred
//! from the handshake phase.
void ArchipelagoTransport::onLost(const CloseReason &reason, int code)
{
    constexpr int undecodable = 1007;
    if (code == undecodable) {
        finish({Kind::Protocol, CloseCode::ArchipelagoUnreadable, {m_socket->hostName()}});
    } else if (reason.kind == Kind::Network && m_phase == Phase::Identified) {
        finish({Kind::Rejected, CloseCode::ArchipelagoClosedBeforeChallenge, {m_socket->hostName()}});
    } else if (reason.kind == Kind::Network && m_phase == Phase::Signed) {
        finish({Kind::Rejected, CloseCode::ArchipelagoClosedBeforeWelcome, {m_socket->hostName()}});
    } else {
        finish(reason);
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
