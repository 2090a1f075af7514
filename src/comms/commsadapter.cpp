// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/commsadapter.h"

#include "base/quoted.h"
#include "base/sentence.h"
#include "protocol/chattext.h"
#include "protocol/movementcompressed.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

template<typename... Handlers> struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template<typename... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>; // clang before 17 cannot deduce it

} // namespace

CommsAdapter::CommsAdapter(Limits limits, Clock clock, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_clock(std::move(clock))
    , m_start(m_clock())
{ }

void CommsAdapter::setTransport(Transport *transport)
{
    if (m_transport == transport)
        return;
    if (m_transport) {
        m_transport->disconnect(this);
        m_transport = nullptr;
        m_peers.clear();
        emit detached();
    }
    m_transport = transport;
    if (!transport)
        return;
    connect(transport, &Transport::opened, this, &CommsAdapter::opened);
    connect(transport, &Transport::peerJoined, this, &CommsAdapter::peerJoined);
    connect(transport, &Transport::peerLeft, this, [this](const Address &address) {
        m_peers.remove(address);
        emit peerLeft(address);
    });
    connect(transport, &Transport::packetReceived, this, &CommsAdapter::onPacket);
    connect(transport, &Transport::voiceReceived, this, &CommsAdapter::onVoice);
}

bool CommsAdapter::isOpen() const
{
    return m_transport && m_transport->state() == Transport::State::Open;
}

void CommsAdapter::reportPosition(const Vec3 &position)
{
    if (m_transport)
        m_transport->reportPosition(position);
}

Expected<Sent> CommsAdapter::send(const rfc4::Message &message, Delivery delivery, const std::optional<Address> &to)
{
    if (!m_transport)
        return notInRoom();
    return m_transport->send(m_codec.encode(message), delivery, to);
}

Expected<Sent> CommsAdapter::sendChat(const QString &text)
{
    return send(rfc4::Chat{text, m_chatClock.next(QDateTime::currentDateTimeUtc())}, Delivery::Reliable);
}

Expected<Sent> CommsAdapter::sendEmote(const QString &urn)
{
    if (!isEmoteUrn(urn)) {
        return failure(ErrorCode::InvalidInput,
                       Sentence::tr("%1 isn't an emote. Use a name such as wave, or a URN.").arg(quoted(urn)));
    }
    if (const auto sent =
            send(rfc4::PlayerEmote{++m_lastEmoteId, urn, nextTimestamp(), std::nullopt}, Delivery::Reliable);
        !sent)
        return sent;
    return sendChat(emoteText(urn, QDateTime::currentMSecsSinceEpoch()));
}

Expected<Sent> CommsAdapter::sendSceneText(const QString &sceneId, const QString &text)
{
    // unity-explorer throws on empty data; the web client drops a text without the prefix.
    constexpr char textPrefix = 1;
    if (sceneId.isEmpty() || text.isEmpty())
        return failure(ErrorCode::InvalidInput, Sentence::tr("A scene message needs a scene ID and text."));
    return send(rfc4::Scene{sceneId, QByteArray(1, textPrefix) + text.toUtf8()}, Delivery::Reliable);
}

Expected<Sent> CommsAdapter::sendVoice(const rfc4::Voice &voice)
{
    if (!m_transport)
        return notInRoom();
    return m_transport->sendVoice(voice);
}

float CommsAdapter::nextTimestamp()
{
    const float now = std::chrono::duration<float>(m_clock() - m_start).count();
    m_lastTimestamp = std::max(now, std::nextafter(m_lastTimestamp, std::numeric_limits<float>::infinity()));
    return m_lastTimestamp;
}

bool CommsAdapter::isWithinRate(const Address &from)
{
    // Reading the clock for each packet would take 7 % of a packet's total processing time. So the limiter may learn up
    // to 15 packets late that time has passed.
    constexpr unsigned packetsPerReading = 16;
    if (m_packets++ % packetsPerReading == 0)
        m_now = m_clock();
    const double limit = m_limits.packetsPerSecond;
    if (m_peers[from].packetLimit.allows({.perSecond = limit, .burst = limit}, m_now))
        return true;
    ++m_counters.rateLimited;
    return false;
}

void CommsAdapter::onVoice(const Address &from, const rfc4::Voice &voice, std::chrono::microseconds arrivedAt)
{
    if (!isWithinRate(from))
        return;
    ++m_counters.messagesIn;
    const Transport *receivedFrom = m_transport;
    emit heardFrom(from);
    if (m_transport == receivedFrom) // guards against re-entrancy: a slot may have left the room
        emit voiceReceived(from, voice, arrivedAt);
}

void CommsAdapter::onPacket(const Address &from, const QByteArray &packet)
{
    if (!isWithinRate(from))
        return;
    const auto message = m_codec.decode(packet);
    if (!message) {
        ++m_counters.malformedIn;
        return;
    }
    ++m_counters.messagesIn;
    const Transport *receivedFrom = m_transport;
    emit heardFrom(from);
    if (m_transport == receivedFrom) // guards against re-entrancy: a slot may have left the room
        dispatch(from, *message);
}

void CommsAdapter::dispatch(const Address &from, const rfc4::Message &message)
{
    // Reactions and scene emotes count only as signs of life for now.
    std::visit(Overloaded{
                   [&](const rfc4::Position &m) { emit positionReceived(from, m); },
                   [&](const rfc4::Movement &m) { emit movementReceived(from, m); },
                   [&](const rfc4::MovementCompressed &m) { emit movementReceived(from, rfc4::decompress(m)); },
                   [&](const rfc4::Chat &m) { onChat(from, m); },
                   [&](const rfc4::Scene &m) { emit sceneReceived(from, m); },
                   [&](const rfc4::Voice &m) { emit voiceReceived(from, m, m_clock()); },
                   [&](const rfc4::PlayerEmote &m) {
                       if (!m.isStopping.value_or(false))
                           onEmote(from, m.urn);
                   },
                   [&](const rfc4::ProfileVersion &m) { emit profileVersionReceived(from, m); },
                   [&](const rfc4::ProfileRequest &m) { emit profileRequestReceived(from, m); },
                   [&](const rfc4::ProfileResponse &m) { emit profileResponseReceived(from, m); },
                   [](const rfc4::SceneEmote &) {},
                   [](const rfc4::LookAtPosition &) {},
                   [](const rfc4::Reaction &) {},
                   [](const rfc4::ChatReaction &) {},
               },
               message);
}

void CommsAdapter::onChat(const Address &from, const rfc4::Chat &chat)
{
    std::visit(Overloaded{
                   [&](const ChatText &c) { emit chatReceived(from, c.text, chat.timestamp); },
                   [&](const ChatPing &c) { emit pingReceived(from, c.nonce); },
                   [&](const ChatPong &c) { emit pongReceived(from, c.nonce); },
                   [&](const ChatEmote &c) { onEmote(from, c.urn); },
               },
               meaningOf(chat.message));
}

void CommsAdapter::onEmote(const Address &from, const QString &urn)
{
    constexpr auto duplicateWindow = 1s; // PlayerEmote and the control chat of one emote arrive together
    if (!isEmoteUrn(urn)) {
        ++m_counters.malformedIn;
        return;
    }
    PeerState &peer = m_peers[from];
    const auto now = m_clock();
    const bool isDuplicate = peer.lastEmote == urn && now - peer.lastEmoteTime < duplicateWindow;
    peer.lastEmote = isDuplicate ? QString() : urn; // a third one within the second is a new emote
    peer.lastEmoteTime = now;
    if (!isDuplicate)
        emit emoteReceived(from, urn);
}

} // namespace islet
