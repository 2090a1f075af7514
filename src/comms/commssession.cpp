// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/commssession.h"

#include "comms/commsadapter.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

std::chrono::milliseconds delayAfter(int failures)
{
    constexpr std::chrono::milliseconds longest = 30s;
    constexpr int doublings = 5;
    const std::chrono::milliseconds delay =
        std::min<std::chrono::milliseconds>(longest, 1s * (1 << std::min(failures, doublings)));
    const double jitter = 0.8 + 0.4 * QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(delay.count()) * jitter));
}

} // namespace

CommsSession::CommsSession(const TransportFactory &factory, CommsAdapter &adapter, Retry retry, QObject *parent)
    : QObject(parent)
    , m_factory(factory)
    , m_adapter(adapter)
    , m_retry(retry)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CommsSession::retryNow);
}

CommsSession::~CommsSession()
{
    letGo();
}

Expected<void> CommsSession::join(const ConnectionString &where)
{
    auto transport = m_factory.make(where);
    if (!transport)
        return tl::unexpected(transport.error());
    letGo();
    m_where = where;
    m_wasIn = false;
    m_failures = 0;
    start(*std::move(transport));
    return {};
}

void CommsSession::leave()
{
    if (m_state == State::Idle)
        return;
    letGo();
    setState(State::Idle);
    emit ended({CloseReason::Kind::Requested, u"You left."_s});
}

void CommsSession::retryNow()
{
    if (m_state != State::Waiting || !m_where)
        return;
    m_timer.stop();
    // It was made once from the same words.
    if (auto transport = m_factory.make(*m_where))
        start(*std::move(transport));
}

std::chrono::milliseconds CommsSession::untilRetry() const
{
    return m_timer.isActive() ? m_timer.remainingTimeAsDuration() : 0ms;
}

TrafficCounters CommsSession::counters() const
{
    return m_transport ? m_transport->counters() : TrafficCounters();
}

void CommsSession::start(TransportPtr transport)
{
    m_transport = std::move(transport);
    connect(m_transport.get(), &Transport::opened, this, &CommsSession::onOpened);
    connect(m_transport.get(), &Transport::stepCompleted, this, &CommsSession::stepCompleted);
    connect(m_transport.get(), &Transport::closed, this, &CommsSession::onClosed);
    const Transport *started = m_transport.get();
    m_adapter.setTransport(m_transport.get());
    setState(State::Joining);
    if (m_transport.get() == started) // who heard of it may have left already
        m_transport->open();
}

void CommsSession::onOpened(const Welcome &welcome)
{
    const Transport *opened = m_transport.get();
    m_wasIn = true;
    m_failures = 0;
    setState(State::Joined);
    if (m_transport.get() == opened) // as above
        emit joined(welcome);
}

void CommsSession::onClosed(const CloseReason &reason)
{
    letGo();
    const bool goesOn = m_retry == Retry::WhenLost && m_wasIn && reason.isRetryable();
    if (goesOn)
        m_timer.start(delayAfter(m_failures++));
    const State next = goesOn ? State::Waiting : State::Idle;
    setState(next);
    if (m_state != next || m_transport)
        return; // who heard of it has left, or gone elsewhere
    if (goesOn)
        emit lost(reason);
    else
        emit ended(reason);
}

//! Silently: nothing that the old transport still says is heard.
void CommsSession::letGo()
{
    m_timer.stop();
    const TransportPtr going = std::move(m_transport); // first: somebody may leave again when they hear of it
    if (!going)
        return;
    going->disconnect(this);
    m_adapter.setTransport(nullptr);
    going->close();
}

void CommsSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace islet
