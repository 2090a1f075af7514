// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/simulatortransport.h"

#include <QScopedValueRollback>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

std::chrono::milliseconds tickFor(const SimulatorOptions &options)
{
    const bool isFineGrained = options.talk > 0 || options.latency > 0ms || options.jitter > 0ms;
    return isFineGrained ? SimulatedWorld::stepTime : 100ms;
}

} // namespace

SimulatorTransport::SimulatorTransport(const SimulatorOptions &options, Clock clock, QObject *parent)
    : Transport(parent)
    , m_options(options)
    , m_clock(std::move(clock))
    , m_tick(tickFor(options))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SimulatorTransport::catchUp);
}

Protocol SimulatorTransport::protocol()
{
    return {
        .name = u"simulator"_s,
        .endpoint = &Protocol::noEndpoint,
        .display = [](const ConnectionString &where) { return where.withoutSecretsExcept(SimulatorOptions::names()); },
        .make =
            [](const TransportRequest &request) {
                return SimulatorOptions::parse(request.where.parameters())
                    .map([&request](const SimulatorOptions &options) {
                        return TransportPtr(new SimulatorTransport(options, request.context.network.clock));
                    });
            },
    };
}

void SimulatorTransport::open()
{
    m_network.emplace(m_options);
    Welcome welcome;
    welcome.peers = m_network->peers();
    setState(State::Open);
    emit opened(welcome);
    for (const Address &peer : std::as_const(welcome.peers)) {
        if (state() != State::Open)
            return;
        emit peerJoined(peer);
    }
    if (state() != State::Open)
        return;
    m_nextStep = m_clock() + m_tick;
    m_timer.start(m_tick);
}

void SimulatorTransport::close()
{
    if (state() == State::Closed)
        return;
    m_timer.stop();
    setState(State::Closed);
    emit closed({CloseReason::Kind::Requested, CloseCode::Left});
}

Expected<Sent> SimulatorTransport::send(const QByteArray &, Delivery, const std::optional<Address> &)
{
    if (state() != State::Open)
        return notInRoom();
    ++m_counters.packetsOut;
    return Sent::Yes;
}

void SimulatorTransport::catchUp()
{
    constexpr auto maxBacklog = 1s;
    constexpr auto maxTurn = 50ms; // then yields to the event loop; the rest follows at the next timeout
    const auto begin = m_clock();
    m_nextStep = std::max(m_nextStep, begin - maxBacklog + m_tick);
    // Timers may fire slightly early.
    while (state() == State::Open && m_nextStep <= begin + m_tick / 2 && m_clock() - begin < maxTurn) {
        m_nextStep += m_tick;
        step();
    }
}

void SimulatorTransport::step()
{
    // Guards against re-entrancy: a slot may run a nested event loop, as a dialog does; simulated time stops meanwhile.
    if (state() != State::Open || m_isStepping)
        return;
    const QScopedValueRollback stepping(m_isStepping, true);
    for (auto time = 0ms; time < m_tick; time += SimulatedWorld::stepTime) {
        for (const SimulatedEvent &event : m_network->step()) {
            if (state() != State::Open)
                return;
            deliver(event);
        }
    }
}

void SimulatorTransport::deliver(const SimulatedEvent &event)
{
    switch (event.kind) {
    case SimulatedEvent::Kind::Said:
        ++m_counters.packetsIn;
        emit packetReceived(event.who, event.packet);
        return;
    case SimulatedEvent::Kind::Left: emit peerLeft(event.who); return;
    case SimulatedEvent::Kind::Joined: emit peerJoined(event.who); return;
    }
}

} // namespace islet
