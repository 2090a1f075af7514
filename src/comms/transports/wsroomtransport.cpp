// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/wsroomtransport.h"

#include "base/quoted.h"
#include "base/sentence.h"
#include "identity/identity.h"
#include "net/websocketclient.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

using Kind = CloseReason::Kind;

//! Drops unreliable packets rather than let them queue behind a slow link, where they become stale. Less than a second
//! of voice, and more than everything sent in one turn of the event loop.
constexpr qint64 maxQueuedUnreliable = 4 * 1024;
//! Delay before closing a socket whose challenge is being verified: closing it then crashes ws-room-service.
constexpr std::chrono::milliseconds closeDelay{1'000};

constexpr ChallengeHandshake::Dialect dialect{
    .identification = [](const Address &own) { return rfc5::Codec().encode(rfc5::Identification{own.toLower()}); },
    .signature = [](const AuthChain &chain) { return rfc5::Codec().encode(rfc5::SignedChallenge{chain.toJson()}); },
    .alreadyConnected = StepCode::ChallengedInRoom,
    .isProofOptional = true,
    .malformed = CloseCode::HandshakeMalformed,
    .text = CloseCode::HandshakeText,
    .notChallenge = CloseCode::HandshakeNotChallenge,
    .notWelcome = CloseCode::HandshakeNotWelcome,
    .noChallenge = CloseCode::HandshakeNoChallenge,
    .noWelcome = CloseCode::HandshakeNoWelcome,
    .closedBeforeChallenge = CloseCode::ClosedBeforeChallenge,
    .closedBeforeWelcome = CloseCode::ClosedBeforeWelcome,
};

} // namespace

Protocol WsRoomTransport::protocol()
{
    return {
        .name = u"ws-room"_s,
        .namedBy = Protocol::anyone(),
        .endpoint = &ConnectionString::webSocketUrl,
        .display = &ConnectionString::withoutSecrets,
        .make = [](const TransportRequest &request) -> Expected<TransportPtr> {
            return TransportPtr(new WsRoomTransport(request.endpoint, request.context));
        },
    };
}

WsRoomTransport::WsRoomTransport(const QUrl &url, const TransportContext &context, Timeouts timeouts, QObject *parent)
    : Transport(parent)
    , m_identity(context.identity)
    , m_timeouts(timeouts)
    // rfc5 first: the SDK's preview server considers only the first, and answers with nothing but rfc5 or rfc4.
    , m_socket(new WebSocketClient(url, {u"rfc5"_s, u"rfc4"_s}, context.network, &rfc5::describe))
    , m_handshake(*m_socket, context.identity, dialect, std::min(timeouts.answer, context.network.patience))
    , m_aliases(context.identity.address())
{
    connect(m_socket.get(), &WebSocketClient::stepCompleted, this, &Transport::stepCompleted);
    connect(m_socket.get(), &WebSocketClient::opened, &m_handshake, &ChallengeHandshake::start);
    connect(m_socket.get(), &WebSocketClient::frameReceived, this, &WsRoomTransport::onFrame);
    connect(m_socket.get(), &WebSocketClient::textReceived, this, &WsRoomTransport::onText);
    connect(m_socket.get(), &WebSocketClient::lost, this, &WsRoomTransport::onLost);
    connect(&m_handshake, &ChallengeHandshake::stepCompleted, this, &Transport::stepCompleted);
    connect(&m_handshake, &ChallengeHandshake::failed, this, &WsRoomTransport::finish);
}

WsRoomTransport::~WsRoomTransport()
{
    m_socket->close(); // it is deleted later, when a tap may be gone
}

void WsRoomTransport::open()
{
    setState(State::Opening);
    if (state() == State::Opening) // guards against re-entrancy: a slot may have closed us; so below
        m_socket->open(m_timeouts.connect);
}

void WsRoomTransport::close()
{
    finish({Kind::Requested, CloseCode::Left});
}

Expected<Sent> WsRoomTransport::send(const QByteArray &packet, Delivery delivery, const std::optional<Address> &)
{
    if (!isJoined() || state() != State::Open)
        return notInRoom();
    const bool isUnreliable = delivery == Delivery::Unreliable;
    // The server fills in the real alias.
    const QByteArray frame = m_codec.encodeUpdate(0, packet, isUnreliable);
    if (frame.size() > maxFrameBytes) {
        return failure(ErrorCode::TooLarge,
                       Sentence::tr("Not sent: the message has %1 bytes, and a room accepts at most %2.")
                           .arg(QString::number(frame.size()), QString::number(maxFrameBytes)));
    }
    using Result = WebSocketClient::SendResult;
    switch (isUnreliable ? m_socket->send(frame, maxQueuedUnreliable) : m_socket->send(frame)) {
    case Result::Sent: ++m_counters.packetsOut; return Sent::Yes;
    case Result::Dropped: ++m_counters.droppedOut; return Sent::Dropped;
    case Result::Closed: break;
    }
    return failure(ErrorCode::NotConnected, Sentence::tr("Not sent: the room stopped responding."));
}

std::optional<std::chrono::microseconds> WsRoomTransport::roundTrip() const
{
    return m_socket->roundTrip();
}

void WsRoomTransport::onFrame(const QByteArray &frame)
{
    if (state() == State::Closed)
        return;
    const auto message = m_codec.decode(frame);
    if (!message) {
        countMalformed();
        if (!isJoined())
            m_handshake.receiveMalformed(frame.size());
    } else if (const auto *kick = std::get_if<rfc5::Kicked>(&*message)) {
        finish(reasonOf(*kick));
    } else if (isJoined()) {
        receiveInRoom(*message);
    } else {
        receiveHandshake(*message);
    }
}

CloseReason WsRoomTransport::reasonOf(const rfc5::Kicked &kick) const
{
    if (!isJoined() && kick.reason.isEmpty())
        return {Kind::Kicked, CloseCode::NotAdmittedSilently, {m_socket->hostName()}};
    if (!isJoined())
        return {Kind::Kicked, CloseCode::NotAdmitted, {m_socket->hostName(), quoted(kick.reason)}};
    if (kick.reason.isEmpty())
        return {Kind::Kicked, CloseCode::KickedSilently};
    return {Kind::Kicked, CloseCode::Kicked, {quoted(kick.reason)}};
}

void WsRoomTransport::receiveHandshake(const rfc5::Message &message)
{
    const auto *welcome = std::get_if<rfc5::Welcome>(&message);
    if (const auto *challenge = std::get_if<rfc5::ChallengeRequired>(&message))
        m_handshake.receiveChallenge(challenge->challenge, challenge->isAlreadyConnected);
    else if (welcome && m_handshake.isWelcomeDue())
        receiveWelcome(*welcome);
    else
        m_handshake.receiveUnexpected();
}

void WsRoomTransport::receiveWelcome(const rfc5::Welcome &message)
{
    if (message.peers.size() > maxPeers) {
        finish({Kind::Protocol,
                CloseCode::TooManyPeers,
                {m_socket->hostName(), QString::number(message.peers.size()), QString::number(maxPeers)}});
        return;
    }
    const bool authenticated = m_handshake.phase() == ChallengeHandshake::Phase::Signed;
    m_handshake.receiveWelcome();
    for (const auto &[alias, address] : message.peers)
        addPeer(Alias{alias}, address, false);
    const Welcome welcome{message.alias, m_aliases.addresses(), authenticated};
    m_socket->startKeepAlive();
    emit stepCompleted(
        {authenticated ? StepCode::Welcomed : StepCode::WelcomedUnverified, {QString::number(welcome.peers.size())}});
    if (state() != State::Closed)
        setState(State::Open);
    if (state() == State::Open)
        emit opened(welcome);
    for (const Address &peer : welcome.peers) {
        if (state() != State::Open)
            return;
        emit peerJoined(peer);
    }
}

void WsRoomTransport::receiveInRoom(const rfc5::Message &message)
{
    if (const auto *update = std::get_if<rfc5::PeerUpdate>(&message))
        receiveUpdate(*update);
    else if (const auto *join = std::get_if<rfc5::PeerJoin>(&message))
        addPeer(Alias{join->alias}, join->address, true);
    else if (const auto *leave = std::get_if<rfc5::PeerLeave>(&message))
        removePeer(Alias{leave->alias});
    else
        countMalformed();
}

void WsRoomTransport::receiveUpdate(const rfc5::PeerUpdate &update)
{
    const Address *peer = m_aliases.find(Alias{update.from});
    if (!peer) {
        countUnknownAlias();
        return;
    }
    ++m_counters.packetsIn;
    if (*peer == m_identity.address())
        return; // another session of our own
    const Address from = *peer; // by value: a slot may leave the room
    emit packetReceived(from, update.body);
}

void WsRoomTransport::addPeer(Alias alias, const QString &addressText, bool announce)
{
    const auto address = Address::parse(addressText);
    const Address *known = m_aliases.find(alias);
    if (!address || (!known && m_aliases.size() >= maxPeers)) {
        countMalformed();
        return;
    }
    if (known && *known == *address)
        return;
    if (known)
        removePeer(alias);
    if (state() != State::Closed && m_aliases.insert(alias, *address) && announce)
        emit peerJoined(*address);
}

void WsRoomTransport::removePeer(Alias alias)
{
    if (!m_aliases.find(alias))
        countUnknownAlias(); // mini-comms sends the leave twice for a kicked peer
    else if (const auto gone = m_aliases.remove(alias))
        emit peerLeft(*gone);
}

void WsRoomTransport::countMalformed()
{
    ++m_counters.malformedIn;
    m_socket->setOutcome(FrameOutcome::Malformed);
}

void WsRoomTransport::countUnknownAlias()
{
    ++m_counters.unknownAlias;
    m_socket->setOutcome(FrameOutcome::UnknownSender);
}

void WsRoomTransport::onText()
{
    ++m_counters.malformedIn;
    if (!isJoined())
        m_handshake.receiveText();
}

void WsRoomTransport::onLost(const CloseReason &reason)
{
    finish(m_handshake.reasonOf(reason));
}

void WsRoomTransport::finish(const CloseReason &reason)
{
    if (state() == State::Closed)
        return;
    m_handshake.stop();
    if (m_handshake.phase() == ChallengeHandshake::Phase::Signed && reason.kind == Kind::Requested)
        m_socket->closeLater(closeDelay);
    else
        m_socket->close();
    setState(State::Closed);
    emit closed(reason);
}

} // namespace islet
