// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/archipelagotransport.h"

#include "base/quoted.h"
#include "identity/identity.h"
#include "net/websocketclient.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

using Kind = CloseReason::Kind;

constexpr ChallengeHandshake::Dialect dialect{
    .identification = [](const Address &own) { return encode(archipelago::ChallengeRequest{own.toLower()}); },
    .signature = [](const AuthChain &chain) { return encode(archipelago::SignedChallenge{chain.toJson()}); },
    .alreadyConnected = StepCode::ChallengedConnected,
    .isProofOptional = false,
    .malformed = CloseCode::ArchipelagoMalformed,
    .text = CloseCode::ArchipelagoText,
    .notChallenge = CloseCode::ArchipelagoNotChallenge,
    .notWelcome = CloseCode::ArchipelagoNotWelcome,
    .noChallenge = CloseCode::ArchipelagoNoChallenge,
    .noWelcome = CloseCode::HandshakeNoWelcome,
    .closedBeforeChallenge = CloseCode::ArchipelagoClosedBeforeChallenge,
    .closedBeforeWelcome = CloseCode::ArchipelagoClosedBeforeWelcome,
};

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
                new ArchipelagoTransport(request.endpoint, request.context, *request.factory, request.route));
        },
    };
}

ArchipelagoTransport::ArchipelagoTransport(const QUrl &url, const TransportContext &context,
                                           const TransportFactory &factory, const Route &route, Timing timing)
    : RelayTransport(url, context, factory, route)
    , m_url(url)
    , m_timing(timing)
{
    m_heartbeatTimer.setInterval(m_timing.heartbeat);
    connect(&m_heartbeatTimer, &QTimer::timeout, this, &ArchipelagoTransport::sendHeartbeat);
    m_changeTimer.setSingleShot(true);
    connect(&m_changeTimer, &QTimer::timeout, this, &ArchipelagoTransport::moveToNextIsland);
}

ArchipelagoTransport::~ArchipelagoTransport()
{
    closeSocket(); // it is deleted later, when a tap may be gone
}

void ArchipelagoTransport::open()
{
    setState(State::Opening);
    if (state() == State::Opening)
        connectToService();
}

void ArchipelagoTransport::connectToService()
{
    m_heartbeatTimer.stop();
    m_nextIsland.reset();
    m_island = {}; // if it is named again, it counts as a new one
    closeSocket();
    m_socket.reset(new WebSocketClient(m_url, {u"archipelago"_s}, context().network, &archipelago::describe));
    m_handshake.reset(new ChallengeHandshake(*m_socket, context().identity, dialect,
                                             std::min(m_timing.answer, context().network.patience)));
    connect(m_socket.get(), &WebSocketClient::stepCompleted, this, &Transport::stepCompleted);
    connect(m_socket.get(), &WebSocketClient::opened, m_handshake.get(), &ChallengeHandshake::start);
    connect(m_socket.get(), &WebSocketClient::frameReceived, this, &ArchipelagoTransport::onFrame);
    connect(m_socket.get(), &WebSocketClient::textReceived, this, &ArchipelagoTransport::onText);
    connect(m_socket.get(), &WebSocketClient::lost, this, &ArchipelagoTransport::onLost);
    connect(m_handshake.get(), &ChallengeHandshake::stepCompleted, this, &Transport::stepCompleted);
    connect(m_handshake.get(), &ChallengeHandshake::failed, this, &ArchipelagoTransport::finish);
    m_socket->open(m_timing.connect);
}

void ArchipelagoTransport::reportPosition(const Vec3 &position)
{
    const bool isFirst = !m_position;
    m_position = position;
    RelayTransport::reportPosition(position);
    if (isFirst && isWelcomed())
        sendHeartbeat(); // so that an island is assigned sooner
}

void ArchipelagoTransport::onFrame(const QByteArray &frame)
{
    if (state() == State::Closed)
        return;
    const auto message = archipelago::decodeServer(frame);
    if (!message) {
        ++m_counters.malformedIn;
        m_socket->setOutcome(FrameOutcome::Malformed);
        if (!isWelcomed())
            m_handshake->receiveMalformed(frame.size());
    } else if (std::holds_alternative<archipelago::Kicked>(*message)) {
        finish({Kind::Kicked, CloseCode::ArchipelagoKicked});
    } else if (!isWelcomed()) {
        receiveHandshake(*message);
    } else if (const auto *island = std::get_if<archipelago::IslandChanged>(&*message)) {
        receiveIsland(*island);
    }
}

void ArchipelagoTransport::onText()
{
    ++m_counters.malformedIn;
    if (!isWelcomed())
        m_handshake->receiveText();
}

void ArchipelagoTransport::receiveHandshake(const archipelago::ServerMessage &message)
{
    if (const auto *challenge = std::get_if<archipelago::ChallengeResponse>(&message))
        m_handshake->receiveChallenge(challenge->challenge, challenge->isAlreadyConnected);
    else if (std::holds_alternative<archipelago::Welcome>(message) && m_handshake->isWelcomeDue())
        receiveWelcome();
    else
        m_handshake->receiveUnexpected();
}

void ArchipelagoTransport::receiveWelcome()
{
    m_handshake->receiveWelcome();
    m_socket->startKeepAlive();
    emit stepCompleted({StepCode::WelcomedArchipelago});
    if (state() == State::Closed)
        return;
    m_heartbeatTimer.start();
    sendHeartbeat();
    RelayTransport::onInnerOpened(Welcome());
}

bool ArchipelagoTransport::isWelcomed() const
{
    return m_handshake && m_handshake->phase() == ChallengeHandshake::Phase::Welcomed;
}

void ArchipelagoTransport::sendHeartbeat()
{
    if (m_position && isWelcomed())
        m_socket->send(encode(archipelago::Heartbeat{*m_position}));
}

void ArchipelagoTransport::receiveIsland(const archipelago::IslandChanged &message)
{
    Island island{message.islandId.left(64), message.connectionString, message.peers.size()};
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

//! Interprets the close of a connection by archipelago-workers: only 1007 carries information; the rest is inferred
//! from the handshake phase.
void ArchipelagoTransport::onLost(const CloseReason &reason, int code)
{
    constexpr int undecodable = 1007;
    if (code == undecodable)
        finish({Kind::Protocol, CloseCode::ArchipelagoUnreadable, {m_socket->hostName()}});
    else
        finish(m_handshake->reasonOf(reason));
}

//! Its remaining signals are ignored, also the kick that a new connection causes.
void ArchipelagoTransport::closeSocket()
{
    if (!m_socket)
        return;
    m_handshake->stop();
    m_socket->disconnect(this);
    m_socket->disconnect(m_handshake.get());
    m_socket->close();
}

void ArchipelagoTransport::cancel()
{
    m_heartbeatTimer.stop();
    m_changeTimer.stop();
    closeSocket();
}

} // namespace islet
