// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/commssession.h"

#include "base/logging.h"
#include "comms/commsadapter.h"
#include "comms/retrypolicy.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

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
    endFailing();
    start(*std::move(transport));
    return {};
}

void CommsSession::leave()
{
    if (m_state == State::Idle)
        return;
    const CloseReason reason{.kind = CloseReason::Kind::Requested, .code = CloseCode::Left, .when = when()};
    dropTransport();
    endFailing();
    setState(State::Idle);
    emit ended(reason);
}

void CommsSession::retryNow()
{
    if (m_state != State::Waiting || !m_where)
        return;
    m_timer.stop();
    TransportOrigin origin;
    if (isReconnecting())
        origin.patience = returnPatience;
    auto transport = m_factory.make(*m_where, origin);
    if (transport) {
        start(*std::move(transport));
        return;
    }
    // This address worked before, but the network policy may have changed since.
    const CloseReason reason{
        CloseReason::Kind::Rejected, CloseCode::AddressRefused, {transport.error().detail}, when()};
    endFailing();
    setState(State::Idle);
    if (m_state == State::Idle)
        emit ended(reason);
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
    endFailing();
    setState(State::Joined);
    if (m_transport.get() == opened) // guards against re-entrancy
        emit joined(welcome);
}

void CommsSession::onClosed(const CloseReason &closed)
{
    CloseReason reason = closed;
    reason.when = when();
    dropTransport();
    const auto wait = waitAfter(reason);
    const bool willRetry = wait.has_value();
    if (willRetry)
        m_timer.start(*wait);
    else
        endFailing();
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

std::optional<std::chrono::milliseconds> CommsSession::waitAfter(const CloseReason &reason)
{
    if (m_retry == Retry::Never)
        return std::nullopt;
    const auto now = m_clock();
    m_failingSince = m_failingSince.value_or(now);
    const bool isSame = m_lastFailure.code == reason.code && m_lastFailure.when == reason.when;
    m_repetitions = isSame ? m_repetitions + 1 : 1;
    m_lastFailure = reason;
    return timeUntilRetry(reason, {now - *m_failingSince, m_repetitions}, QRandomGenerator::global()->generateDouble());
}

void CommsSession::endFailing()
{
    m_failingSince.reset();
    m_lastFailure = {};
    m_repetitions = 0;
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
