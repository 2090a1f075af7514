// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "server/roommember.h"

#include "identity/authchain.h"

#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

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
    // Queued: a failed write must not change the room's members while the room iterates over them.
    connect(socket, &QWebSocket::disconnected, this, &RoomMember::leave, Qt::QueuedConnection);
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
    const auto message = m_codec.decode(frame);
    if (!message) {
        reject(u"This isn't a ws-room packet."_s);
        return;
    }
    const auto *identification = std::get_if<rfc5::Identification>(&*message);
    const auto *signature = std::get_if<rfc5::SignedChallenge>(&*message);
    const auto *update = std::get_if<rfc5::PeerUpdate>(&*message);
    if (m_stage == Stage::Identification && identification)
        onIdentification(identification->address);
    else if (m_stage == Stage::Signature && signature)
        onSignature(signature->authChain);
    else if (m_stage == Stage::Joined && update)
        onUpdate(*update);
    else if (m_stage != Stage::Joined) // once joined, other messages are ignored, as real servers do
        reject(u"This message is out of order."_s);
}

void RoomMember::onIdentification(const QString &addressText)
{
    const auto address = Address::parse(addressText);
    if (!address) {
        reject(address.error().detail);
        return;
    }
    m_address = *address;
    m_challenge = Challenge::random();
    m_stage = Stage::Signature;
    m_timer.start(m_options.handshakeStepTimeout);
    m_socket->sendBinaryMessage(m_codec.encode(rfc5::ChallengeRequired{m_challenge->text(), m_isConnected(*address)}));
}

void RoomMember::onSignature(const QByteArray &chainJson)
{
    const auto chain = AuthChain::fromJson(chainJson);
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

void RoomMember::welcome(const rfc5::Welcome &welcome)
{
    m_stage = Stage::Joined;
    m_socket->sendBinaryMessage(m_codec.encode(welcome));
}

void RoomMember::onUpdate(const rfc5::PeerUpdate &update)
{
    const double limit = m_options.packetsPerSecond;
    if (!m_updateLimit.allows({.perSecond = limit, .burst = limit}, monotonicNow()))
        return;
    emit updateReceived(m_codec.encodeUpdate(m_alias, update.body, update.isUnreliable), !update.isUnreliable);
}

void RoomMember::deliver(const QByteArray &frame, bool isReliable)
{
    if (m_stage != Stage::Joined || m_socket->state() != QAbstractSocket::ConnectedState)
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

void RoomMember::flush()
{
    m_socket->flush();
}

void RoomMember::checkIdle()
{
    if (m_lastHeard.hasExpired(2 * m_options.idleUntilPing.count()))
        reject(u"No signal for too long."_s);
    else if (m_lastHeard.hasExpired(m_options.idleUntilPing.count())
             && m_socket->state() == QAbstractSocket::ConnectedState) // as in kick()
        m_socket->ping();
}

void RoomMember::kick(const QString &reason)
{
    if (m_stage == Stage::Left)
        return;
    if (m_socket->state() == QAbstractSocket::ConnectedState) { // otherwise QWebSocket writes to a closed device
        m_socket->sendBinaryMessage(m_codec.encode(rfc5::Kicked{reason}));
        m_socket->flush();
    }
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
