// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/wsroomtransport.h"

#include "base/quoted.h"
#include "base/sentence.h"
#include "identity/identity.h"
#include "net/websocketclient.h"
#include "protobufqt.h"
#include "protocol/rfc5codec.h"
#include "rfc5.pb.h"
#include "silenceprotobuflog.h"

using namespace Qt::StringLiterals;

namespace islet {

namespace rfc5 = decentraland::kernel::comms::rfc5;

namespace {

using Kind = CloseReason::Kind;

//! Drops unreliable packets rather than let them queue behind a slow link, where they become stale. Less than a second
//! of voice, and more than everything sent in one turn of the event loop.
constexpr qint64 maxQueuedUnreliable = 4 * 1024;
//! Delay before closing a socket whose challenge is being verified: closing it then crashes ws-room-service.
constexpr std::chrono::milliseconds closeDelay{1'000};

} // namespace

Protocol WsRoomTransport::protocol()
{
    return {
        .name = u"ws-room"_s,
        .namedBy = Protocol::anyone(),
        .endpoint = &ConnectionString::webSocketUrl,
        .display = &ConnectionString::withoutSecrets,
        .make = [](const TransportRequest &request) -> Expected<TransportPtr> {
            return TransportPtr(new WsRoomTransport(request.endpoint, request.identity));
        },
    };
}

struct WsRoomTransport::Wire {
    rfc5::WsPacket in;
    rfc5::WsPacket out;
    rfc5::WsPeerUpdate update; //!< reuses its memory; inside `in` it would be reallocated for each frame
};

WsRoomTransport::WsRoomTransport(const QUrl &url, const Identity &identity, Timeouts timeouts, QObject *parent)
    : Transport(parent)
    , m_identity(identity)
    , m_timeouts(timeouts)
    // rfc5 first: the SDK's preview server considers only the first, and answers with nothing but rfc5 or rfc4.
    , m_socket(new WebSocketClient(url, {u"rfc5"_s, u"rfc4"_s}))
    , m_wire(std::make_unique<Wire>())
    , m_aliases(identity.address())
{
    proto::silenceProtobufLog();
    m_answerTimer.setSingleShot(true);
    connect(&m_answerTimer, &QTimer::timeout, this, &WsRoomTransport::onTimeout);
    connect(m_socket.get(), &WebSocketClient::stepCompleted, this, &Transport::stepCompleted);
    connect(m_socket.get(), &WebSocketClient::opened, this, &WsRoomTransport::onOpened);
    connect(m_socket.get(), &WebSocketClient::frameReceived, this, &WsRoomTransport::onFrame);
    connect(m_socket.get(), &WebSocketClient::textReceived, this, &WsRoomTransport::onText);
    connect(m_socket.get(), &WebSocketClient::lost, this, &WsRoomTransport::onLost);
}

WsRoomTransport::~WsRoomTransport() = default;

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
    if (m_phase != Phase::Joined || state() != State::Open)
        return notInRoom();
    auto &update = *m_wire->out.mutable_peer_update_message();
    update.set_from_alias(0); // the server fills in the real one
    update.set_body(packet.constData(), static_cast<std::size_t>(packet.size()));
    update.set_unreliable(delivery == Delivery::Unreliable);
    return sendPacket(delivery);
}

std::optional<std::chrono::microseconds> WsRoomTransport::roundTrip() const
{
    return m_socket ? m_socket->roundTrip() : std::nullopt;
}

Expected<Sent> WsRoomTransport::sendPacket(Delivery delivery)
{
    const auto size = static_cast<qsizetype>(m_wire->out.ByteSizeLong());
    if (size > maxFrameBytes) {
        return failure(ErrorCode::TooLarge,
                       Sentence::tr("Not sent: the message has %1 bytes, and a room accepts at most %2.")
                           .arg(QString::number(size), QString::number(maxFrameBytes)));
    }
    if (delivery == Delivery::Unreliable && m_socket->queued() > maxQueuedUnreliable) {
        ++m_counters.droppedOut;
        return Sent::Dropped;
    }
    if (!m_socket->send(proto::serialised(m_wire->out)))
        return failure(ErrorCode::NotConnected, Sentence::tr("Not sent: the room stopped responding."));
    ++m_counters.packetsOut;
    return Sent::Yes;
}

void WsRoomTransport::expect(Phase phase, const HandshakeStep &step)
{
    m_phase = phase;
    m_answerTimer.start(m_timeouts.answer);
    emit stepCompleted(step);
}

void WsRoomTransport::onOpened()
{
    if (state() == State::Closed)
        return;
    m_wire->out.mutable_peer_identification()->set_address(m_identity.address().toLower().toStdString());
    static_cast<void>(sendPacket(Delivery::Reliable));
    expect(Phase::Identified, {StepCode::Identified, {m_identity.address().toShort()}});
}

void WsRoomTransport::onFrame(const QByteArray &frame)
{
    if (state() == State::Closed)
        return;
    if (m_phase == Phase::Joined) {
        if (const auto update = loneUpdateOf(frame);
            !update.isEmpty() && m_wire->update.ParseFromArray(update.data(), static_cast<int>(update.size()))) {
            receiveUpdate(m_wire->update.from_alias(), m_wire->update.body());
            return;
        }
    }
    if (!m_wire->in.ParseFromArray(frame.constData(), static_cast<int>(frame.size()))) {
        ++m_counters.malformedIn;
        if (m_phase != Phase::Joined) {
            finish(
                {Kind::Protocol, CloseCode::HandshakeMalformed, {m_socket->hostName(), QString::number(frame.size())}});
        }
        return;
    }
    if (m_wire->in.message_case() == rfc5::WsPacket::kPeerKicked) {
        const QString reason = proto::toQt(m_wire->in.peer_kicked().reason());
        finish(reason.isEmpty() ? CloseReason{Kind::Kicked, CloseCode::KickedSilently}
                                : CloseReason{Kind::Kicked, CloseCode::Kicked, {quoted(reason)}});
    } else if (m_phase == Phase::Joined) {
        receiveInRoom();
    } else {
        receiveHandshake();
    }
}

void WsRoomTransport::receiveHandshake()
{
    const auto message = m_wire->in.message_case();
    const bool challengeDue = m_phase == Phase::Identified;
    if (challengeDue && message == rfc5::WsPacket::kChallengeMessage) {
        receiveChallenge();
        return;
    }
    // A welcome right after the identification comes from a room that requires no proof.
    if ((challengeDue || m_phase == Phase::Signed) && message == rfc5::WsPacket::kWelcomeMessage) {
        receiveWelcome();
        return;
    }
    finish({Kind::Protocol,
            challengeDue ? CloseCode::HandshakeNotChallenge : CloseCode::HandshakeNotWelcome,
            {m_socket->hostName()}});
}

void WsRoomTransport::receiveChallenge()
{
    // Once per socket: the phase then changes, so a second challenge ends the session.
    const auto &message = m_wire->in.challenge_message();
    emit stepCompleted({message.already_connected() ? StepCode::ChallengedInRoom : StepCode::Challenged});
    if (state() == State::Closed)
        return;
    const auto challenge = Challenge::parse(proto::toQt(message.challenge_to_sign()));
    if (!challenge) {
        finish({Kind::Protocol, CloseCode::HandshakeBadChallenge, {challenge.error().detail}});
        return;
    }
    m_wire->out.mutable_signed_challenge_for_server()->set_auth_chain_json(
        m_identity.sign(*challenge).toJson().toStdString());
    static_cast<void>(sendPacket(Delivery::Reliable));
    m_wire->out.Clear(); // the auth chain is a credential: do not leave it in a buffer
    expect(Phase::Signed, {StepCode::Signed});
}

void WsRoomTransport::receiveWelcome()
{
    const auto &message = m_wire->in.welcome_message();
    if (message.peer_identities().size() > static_cast<std::size_t>(maxPeers)) {
        finish({Kind::Protocol,
                CloseCode::TooManyPeers,
                {m_socket->hostName(), QString::number(message.peer_identities().size()), QString::number(maxPeers)}});
        return;
    }
    const bool authenticated = m_phase == Phase::Signed;
    m_answerTimer.stop();
    m_phase = Phase::Joined;
    for (const auto &[alias, address] : message.peer_identities())
        addPeer(Alias{alias}, address, false);
    const Welcome welcome{message.alias(), m_aliases.addresses(), authenticated};
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

void WsRoomTransport::receiveInRoom()
{
    switch (m_wire->in.message_case()) {
    case rfc5::WsPacket::kPeerUpdateMessage:
        receiveUpdate(m_wire->in.peer_update_message().from_alias(), m_wire->in.peer_update_message().body());
        return;
    case rfc5::WsPacket::kPeerJoinMessage:
        addPeer(Alias{m_wire->in.peer_join_message().alias()}, m_wire->in.peer_join_message().address(), true);
        return;
    case rfc5::WsPacket::kPeerLeaveMessage: removePeer(Alias{m_wire->in.peer_leave_message().alias()}); return;
    case rfc5::WsPacket::kWelcomeMessage:
    case rfc5::WsPacket::kChallengeMessage:
    case rfc5::WsPacket::kSignedChallengeForServer:
    case rfc5::WsPacket::kPeerIdentification:
    case rfc5::WsPacket::kPeerKicked:
    case rfc5::WsPacket::MESSAGE_NOT_SET: ++m_counters.malformedIn;
    }
}

void WsRoomTransport::receiveUpdate(std::uint32_t alias, const std::string &bytes)
{
    const Address *peer = m_aliases.find(Alias{alias});
    if (!peer) {
        ++m_counters.unknownAlias;
        return;
    }
    ++m_counters.packetsIn;
    if (*peer == m_identity.address())
        return; // another session of our own
    // By value: a slot may leave the room, or run an event loop that reads this socket's next frame.
    const Address from = *peer;
    const QByteArray body(bytes.data(), static_cast<qsizetype>(bytes.size()));
    emit packetReceived(from, body);
}

void WsRoomTransport::addPeer(Alias alias, const std::string &addressText, bool announce)
{
    const auto address = Address::parse(proto::toQt(addressText));
    const Address *known = m_aliases.find(alias);
    if (!address || (!known && m_aliases.size() >= maxPeers)) {
        ++m_counters.malformedIn;
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
        ++m_counters.unknownAlias; // mini-comms sends the leave twice for a kicked peer
    else if (const auto gone = m_aliases.remove(alias))
        emit peerLeft(*gone);
}

void WsRoomTransport::onText()
{
    ++m_counters.malformedIn;
    if (m_phase != Phase::Joined)
        finish({Kind::Protocol, CloseCode::HandshakeText, {m_socket->hostName()}});
}

void WsRoomTransport::onTimeout()
{
    if (m_phase == Phase::Identified)
        finish({Kind::Network, CloseCode::HandshakeNoChallenge, {m_socket->hostName()}});
    else if (m_phase == Phase::Signed)
        finish({Kind::Network, CloseCode::HandshakeNoWelcome, {m_socket->hostName()}});
}

//! Close codes of room servers carry no information; the handshake phase does.
void WsRoomTransport::onLost(const CloseReason &reason)
{
    const bool isClosedByPeer = reason.kind == Kind::Network;
    if (isClosedByPeer && m_phase == Phase::Identified)
        finish({Kind::Rejected, CloseCode::ClosedBeforeChallenge, {m_socket->hostName()}});
    else if (isClosedByPeer && m_phase == Phase::Signed)
        finish({Kind::Rejected, CloseCode::ClosedBeforeWelcome, {m_socket->hostName()}});
    else
        finish(reason);
}

void WsRoomTransport::finish(const CloseReason &reason)
{
    if (state() == State::Closed)
        return;
    m_answerTimer.stop();
    if (m_phase == Phase::Signed && reason.kind == Kind::Requested)
        m_socket->closeLater(closeDelay);
    else
        m_socket->close();
    setState(State::Closed);
    emit closed(reason);
}

} // namespace islet
