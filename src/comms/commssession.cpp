// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/commssession.h"

#include "base/logging.h"
#include "comms/commsadapter.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

std::chrono::milliseconds delayAfter(std::chrono::microseconds lost)
{
    constexpr std::chrono::milliseconds shortest = 500ms;
    constexpr std::chrono::milliseconds longest = 25s; // up to 30 s with jitter
    const auto tenth = std::chrono::duration_cast<std::chrono::milliseconds>(lost / 10);
    // Spreads out clients that lost the connection at the same time.
    const double jitter = 1 + 0.2 * QRandomGenerator::global()->generateDouble();
    const auto wait = std::clamp(tenth, shortest, longest);
    return std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(wait.count()) * jitter));
}

} // namespace

CommsSession::CommsSession(const TransportFactory &factory, CommsAdapter &adapter, Retry retry, Clock clock,
                           QObject *parent)
    : QObject(parent)
    , m_factory(factory)
    , m_adapter(adapter)
    , m_retry(retry)
    , m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CommsSession::retryNow);
}

CommsSession::~CommsSession()
{
    dropTransport();
}

Expected<void> CommsSession::join(const ConnectionString &where)
{
    auto transport = m_factory.make(where);
    if (!transport)
        return tl::unexpected(transport.error());
    dropTransport();
    m_where = where;
    m_hasJoined = false;
    m_lostAt.reset();
    start(*std::move(transport));
    return {};
}

void CommsSession::leave()
{
    if (m_state == State::Idle)
        return;
    const CloseReason reason{.kind = CloseReason::Kind::Requested, .code = CloseCode::Left, .when = when()};
    dropTransport();
    m_lostAt.reset();
    setState(State::Idle);
    emit ended(reason);
}

void CommsSession::retryNow()
{
    if (m_state != State::Waiting || !m_where)
        return;
    m_timer.stop();
    auto transport = m_factory.make(*m_where);
    if (transport) {
        start(*std::move(transport));
        return;
    }
    // This address worked before, but the network policy may have changed since.
    m_lostAt.reset();
    setState(State::Idle);
    if (m_state == State::Idle)
        emit ended({CloseReason::Kind::Rejected,
                    CloseCode::AddressRefused,
                    {transport.error().detail},
                    CloseReason::When::Reconnecting});
}

std::chrono::milliseconds CommsSession::untilRetry() const
{
    return m_timer.isActive() ? m_timer.remainingTimeAsDuration() : 0ms;
}

TrafficCounters CommsSession::counters() const
{
    return m_transport ? m_transport->counters() : TrafficCounters();
}

std::optional<std::chrono::microseconds> CommsSession::roundTrip() const
{
    return m_transport ? m_transport->roundTrip() : std::nullopt;
}

void CommsSession::start(TransportPtr transport)
{
    m_transport = std::move(transport);
    connect(m_transport.get(), &Transport::opened, this, &CommsSession::onOpened);
    connect(m_transport.get(), &Transport::stepCompleted, this, [this](const HandshakeStep &step) {
        qCDebug(lcComms).noquote() << "step" << nameOf(step.code);
        emit stepCompleted(step);
    });
    connect(m_transport.get(), &Transport::closed, this, &CommsSession::onClosed);
    const Transport *started = m_transport.get();
    m_adapter.setTransport(m_transport.get());
    setState(State::Joining);
    if (m_transport.get() == started) // guards against re-entrancy: a slot may have left already
        m_transport->open();
}

void CommsSession::onOpened(const Welcome &welcome)
{
    const Transport *opened = m_transport.get();
    m_hasJoined = true;
    qCDebug(lcComms) << "joined," << welcome.peers.size() << "peers present";
    m_lostAt.reset();
    setState(State::Joined);
    if (m_transport.get() == opened) // guards against re-entrancy
        emit joined(welcome);
}

void CommsSession::onClosed(const CloseReason &closed)
{
    CloseReason reason = closed;
    reason.when = when();
    dropTransport();
    const bool willRetry = m_retry == Retry::WhenLost && m_hasJoined && reason.isRetryable();
    if (willRetry) {
        const auto now = m_clock();
        m_lostAt = m_lostAt.value_or(now);
        m_timer.start(delayAfter(now - *m_lostAt));
    } else {
        m_lostAt.reset();
    }
    qCDebug(lcComms).noquote() << "closed:" << nameOf(reason) << nameOf(reason.when)
                               << (willRetry ? u"retrying in %1 ms"_s.arg(untilRetry().count()) : u"not retrying"_s);
    const State next = willRetry ? State::Waiting : State::Idle;
    setState(next);
    if (m_state != next || m_transport)
        return; // guards against re-entrancy: a slot has left or joined another room
    if (willRetry)
        emit lost(reason);
    else
        emit ended(reason);
}

CloseReason::When CommsSession::when() const
{
    if (m_state == State::Joined)
        return CloseReason::When::Joined;
    return isReconnecting() ? CloseReason::When::Reconnecting : CloseReason::When::Joining;
}

//! Disconnects first, so that nothing the old transport still emits is received.
void CommsSession::dropTransport()
{
    m_timer.stop();
    const TransportPtr leaving = std::move(m_transport); // first: a slot may call leave() again
    if (!leaving)
        return;
    leaving->disconnect(this);
    m_adapter.setTransport(nullptr);
    leaving->close();
}

void CommsSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace islet
