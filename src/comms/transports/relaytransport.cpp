// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/relaytransport.h"

#include "base/quoted.h"
#include "base/sentence.h"

using namespace Qt::StringLiterals;

namespace islet {

RelayTransport::RelayTransport(const QUrl &url, const TransportContext &context, const TransportFactory &factory,
                               const Route &route)
    : m_context(context)
    , m_factory(factory)
    , m_route(route)
    , m_isRemote(!isLoopback(url))
{ }

RelayTransport::~RelayTransport()
{
    if (!m_inner)
        return;
    m_inner->disconnect(this);
    m_inner->close(); // it is deleted later, when a tap may be gone
}

void RelayTransport::close()
{
    finish({CloseReason::Kind::Requested, CloseCode::Left});
}

Expected<Sent> RelayTransport::send(const QByteArray &packet, Delivery delivery, const std::optional<Address> &to)
{
    return hasOpenInner() ? m_inner->send(packet, delivery, to) : sendNowhere(delivery);
}

Expected<Sent> RelayTransport::sendVoice(const rfc4::Voice &voice)
{
    return hasOpenInner() ? m_inner->sendVoice(voice) : sendNowhere(Delivery::Unreliable);
}

bool RelayTransport::hasOpenInner() const
{
    return state() == State::Open && m_inner && m_inner->state() == State::Open;
}

Expected<Sent> RelayTransport::sendNowhere(Delivery delivery)
{
    if (state() != State::Open)
        return notInRoom();
    if (delivery == Delivery::Reliable)
        return failure(ErrorCode::NotConnected, Sentence::tr("Not sent: you're between two rooms. Try again."));
    ++m_counters.droppedOut;
    return Sent::Dropped;
}

void RelayTransport::reportPosition(const Vec3 &position)
{
    if (m_inner)
        m_inner->reportPosition(position);
}

TrafficCounters RelayTransport::counters() const
{
    return m_inner ? m_counters + m_inner->counters() : m_counters;
}

std::optional<std::chrono::microseconds> RelayTransport::roundTrip() const
{
    return m_inner ? m_inner->roundTrip() : std::nullopt;
}

Expected<void> RelayTransport::follow(const ConnectionString &next)
{
    if (m_isRemote && !m_factory.mayBeNamedByRemoteServer(next)) {
        return failure(ErrorCode::InvalidConnectionString,
                       Sentence::tr("%1 leads to this computer. Remote servers aren't allowed to send you there.")
                           .arg(quoted(displayOf(next))));
    }
    auto made = m_factory.make(next, {m_route, m_isRemote, m_context.network.patience});
    if (!made)
        return tl::unexpected(made.error());
    openInner(*std::move(made));
    return {};
}

void RelayTransport::openInner(TransportPtr made)
{
    leaveInner();
    if (state() == State::Closed)
        return; // guards against re-entrancy: a peerLeft slot has closed us
    m_inner = std::move(made);
    Transport *const inner = m_inner.get();
    connect(inner, &Transport::stepCompleted, this, &Transport::stepCompleted);
    connect(inner, &Transport::opened, this, &RelayTransport::onInnerOpened);
    connect(inner, &Transport::peerJoined, this, [this](const Address &peer) {
        m_peers.append(peer);
        emit peerJoined(peer);
    });
    connect(inner, &Transport::peerLeft, this, [this](const Address &peer) {
        m_peers.removeOne(peer);
        emit peerLeft(peer);
    });
    connect(inner, &Transport::packetReceived, this, &Transport::packetReceived);
    connect(inner, &Transport::voiceReceived, this, &Transport::voiceReceived);
    connect(inner, &Transport::closed, this, &RelayTransport::onInnerClosed);
    inner->open();
}

void RelayTransport::leaveInner()
{
    const TransportPtr leaving = std::move(m_inner);
    if (!leaving)
        return;
    leaving->disconnect(this);
    m_counters = m_counters + leaving->counters();
    leaving->close();
    const auto peers = std::exchange(m_peers, {});
    for (const Address &peer : peers) {
        if (state() == State::Open)
            emit peerLeft(peer);
    }
}

void RelayTransport::onInnerOpened(const Welcome &welcome)
{
    if (state() != State::Opening)
        return;
    setState(State::Open);
    if (state() == State::Open)
        emit opened(welcome);
}

void RelayTransport::onInnerClosed(const CloseReason &reason)
{
    finish(reason);
}

void RelayTransport::finish(const CloseReason &reason)
{
    if (state() == State::Closed)
        return;
    setState(State::Closed);
    cancel();
    leaveInner();
    emit closed(reason);
}

} // namespace islet
