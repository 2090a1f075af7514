// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/roommember.h"

#include "identity/authchain.h"
#include "protobufqt.h"
#include "rfc5.pb.h"

#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace islet {

namespace rfc5 = decentraland::kernel::comms::rfc5;

namespace {

using proto::serialised;

constexpr std::chrono::milliseconds kickLinger{500};

} // namespace

RoomMember::RoomMember(QWebSocket *socket, const QString &roomName, std::uint32_t alias, const RoomOptions &options,
                       std::function<bool(const Address &)> isConnected)
    : m_socket(socket)
    , m_alias(alias)
    , m_options(options)
    , m_isConnected(std::move(isConnected))
    , m_roomName(roomName)
{
    socket->setParent(nullptr);
    socket->setMaxAllowedIncomingFrameSize(maxRoomFrameBytes);
    socket->setMaxAllowedIncomingMessageSize(maxRoomFrameBytes);
    connect(socket, &QWebSocket::binaryMessageReceived, this, &RoomMember::onFrame);
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this] { reject(u"This server accepts only binary frames."_s); });
    connect(socket, &QWebSocket::disconnected, this, &RoomMember::leave);
    connect(socket, &QWebSocket::pong, this, [this] { m_lastHeard.start(); });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { reject(u"The handshake took too long."_s); });
    m_timer.start(options.handshakeStepTimeout);
    m_lastHeard.start();
}

RoomMember::~RoomMember()
{
    m_socket->disconnect(this);
}

void RoomMember::onFrame(const QByteArray &frame)
{
    if (m_stage == Stage::Left)
        return;
    m_lastHeard.start();
    rfc5::WsPacket packet;
    if (!packet.ParseFromArray(frame.constData(), static_cast<int>(frame.size()))) {
        reject(u"This isn't a ws-room packet."_s);
        return;
    }
    const auto message = packet.message_case();
    if (m_stage == Stage::Identification && message == rfc5::WsPacket::kPeerIdentification)
        onIdentification(packet.peer_identification().address());
    else if (m_stage == Stage::Signature && message == rfc5::WsPacket::kSignedChallengeForServer)
        onSignature(packet.signed_challenge_for_server().auth_chain_json());
    else if (m_stage == Stage::Joined && message == rfc5::WsPacket::kPeerUpdateMessage)
        onUpdate(packet.peer_update_message().body(), packet.peer_update_message().unreliable());
    else if (m_stage != Stage::Joined) // once joined, other messages are ignored, as real servers do
        reject(u"This message is out of order."_s);
}

void RoomMember::onIdentification(const std::string &addressText)
{
    const auto address = Address::parse(QString::fromStdString(addressText));
    if (!address) {
        reject(address.error().detail);
        return;
    }
    m_address = *address;
    m_challenge = Challenge::random();
    m_stage = Stage::Signature;
    m_timer.start(m_options.handshakeStepTimeout);
    rfc5::WsPacket packet;
    packet.mutable_challenge_message()->set_challenge_to_sign(m_challenge->text().toStdString());
    packet.mutable_challenge_message()->set_already_connected(m_isConnected(*address));
    m_socket->sendBinaryMessage(serialised(packet));
}

void RoomMember::onSignature(const std::string &chainJson)
{
    const auto chain = AuthChain::fromJson(QByteArray::fromStdString(chainJson));
    if (!chain) {
        reject(chain.error().detail);
        return;
    }
    const auto owner = chain->validate(m_challenge->text(), QDateTime::currentDateTimeUtc());
    if (!owner) {
        reject(owner.error().detail);
        return;
    }
    if (*owner != *m_address) {
        reject(u"Identified as one address, signed by another."_s);
        return;
    }
    m_timer.stop();
    m_challenge.reset();
    m_stage = Stage::Authenticated;
    emit authenticated();
}

void RoomMember::welcome(const QByteArray &welcomeFrame)
{
    m_stage = Stage::Joined;
    m_socket->sendBinaryMessage(welcomeFrame);
}

void RoomMember::onUpdate(const std::string &body, bool isUnreliable)
{
    const double limit = m_options.packetsPerSecond;
    if (!m_updateLimit.allows({.perSecond = limit, .burst = limit}, monotonicNow()))
        return;
    rfc5::WsPacket packet;
    packet.mutable_peer_update_message()->set_from_alias(m_alias);
    packet.mutable_peer_update_message()->set_body(body);
    packet.mutable_peer_update_message()->set_unreliable(isUnreliable);
    emit updateReceived(serialised(packet), !isUnreliable);
}

void RoomMember::deliver(const QByteArray &frame, bool isReliable)
{
    if (m_stage != Stage::Joined)
        return;
    const qint64 queued = m_socket->bytesToWrite();
    if (queued > m_options.closeAbove) {
        // Deferred: the sender is iterating over the room's members.
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_socket->abort();
                leave();
            },
            Qt::QueuedConnection);
        return;
    }
    if (isReliable || queued <= m_options.dropUnreliableAbove)
        m_socket->sendBinaryMessage(frame);
}

void RoomMember::checkIdle()
{
    if (m_lastHeard.hasExpired(2 * m_options.idleUntilPing.count()))
        reject(u"No signal for too long."_s);
    else if (m_lastHeard.hasExpired(m_options.idleUntilPing.count())
             && m_socket->state() == QAbstractSocket::ConnectedState) // otherwise QWebSocket writes to a closed device
        m_socket->ping();
}

void RoomMember::kick(const QString &reason)
{
    if (m_stage == Stage::Left)
        return;
    rfc5::WsPacket packet;
    packet.mutable_peer_kicked()->set_reason(reason.toStdString());
    m_socket->sendBinaryMessage(serialised(packet));
    m_socket->flush();
    m_stage = Stage::Left;
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, &RoomMember::finish);
    m_timer.start(kickLinger);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &RoomMember::finish);
    emit left();
}

void RoomMember::reject(const QString &why)
{
    if (m_stage == Stage::Left)
        return;
    constexpr qsizetype maxReasonLength = 40; // UTF-16 units; fits a close frame's 123 bytes in any script
    m_socket->disconnect(this);
    m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, why.first(qMin(why.size(), maxReasonLength)));
    leave();
}

void RoomMember::leave()
{
    if (m_stage == Stage::Left)
        return;
    m_stage = Stage::Left;
    m_timer.stop();
    emit left();
    finish();
}

void RoomMember::finish()
{
    m_timer.stop();
    m_socket->disconnect(this);
    if (m_socket->isValid())
        m_socket->close();
    emit finished();
}

} // namespace islet
