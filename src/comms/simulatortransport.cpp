// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/simulatortransport.h"

#include "comms/placementmessages.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto tick = 100ms;
constexpr float tickSeconds = 0.1F;
constexpr std::uint32_t ticksBetweenChats = 50;

constexpr QStringView sayings[] = {
    u"hello there", u"nice evening", u"has anybody seen the market?", u"I am only passing through", u"over here!",
};

Address addressOf(std::mt19937 &chance)
{
    Address::Bytes bytes;
    for (auto &byte : bytes)
        byte = static_cast<std::uint8_t>(chance() >> 24);
    return Address(bytes);
}

} // namespace

Expected<SimulatorOptions> SimulatorOptions::parse(QStringView parameters)
{
    SimulatorOptions options;
    const qsizetype question = parameters.indexOf(u'?');
    const QUrlQuery query(question < 0 ? QString() : parameters.sliced(question + 1).toString());
    for (const auto &[name, value] : query.queryItems()) {
        bool ok = false;
        if (name == "peers"_L1) {
            options.peers = value.toInt(&ok);
            ok = ok && options.peers >= 0 && options.peers <= maxPeers;
        } else if (name == "seed"_L1) {
            options.seed = value.toUInt(&ok);
        } else if (name == "loss"_L1) {
            options.loss = value.toDouble(&ok);
            ok = ok && options.loss >= 0 && options.loss <= 1;
        } else {
            return failure(ErrorCode::InvalidConnectionString,
                           u"The simulator has no option %1; it has peers, seed and loss."_s.arg(quoted(name)));
        }
        if (!ok) {
            return failure(
                ErrorCode::InvalidConnectionString,
                u"The simulator cannot take %1 for %2: peers are 0 to %3, a seed is a whole number, loss is 0 "
                "to 1."_s.arg(quoted(value), name)
                    .arg(maxPeers));
        }
    }
    return options;
}

SimulatorTransport::SimulatorTransport(const SimulatorOptions &options, QObject *parent)
    : Transport(parent)
    , m_options(options)
    , m_chance(options.seed)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SimulatorTransport::step);
}

void SimulatorTransport::open()
{
    // A crowd takes room: everybody has about 60 square metres on average.
    const float reach = 4 * std::sqrt(static_cast<float>(m_options.peers) + 1);
    Welcome welcome;
    for (int i = 0; i < m_options.peers; ++i) {
        const Address address = addressOf(m_chance);
        m_peers.push_back({address, Wanderer(static_cast<std::uint32_t>(m_chance()), {8, 0, 8}, reach + 8)});
        welcome.peers.append(address);
    }
    setState(State::Open);
    emit opened(welcome);
    for (const Address &peer : std::as_const(welcome.peers)) {
        if (state() != State::Open)
            return;
        emit peerJoined(peer);
    }
    if (state() == State::Open)
        m_timer.start(tick);
}

void SimulatorTransport::close()
{
    if (state() == State::Closed)
        return;
    m_timer.stop();
    setState(State::Closed);
    emit closed({CloseReason::Kind::Requested, u"You left."_s});
}

Expected<void> SimulatorTransport::broadcast(const QByteArray &, Delivery)
{
    if (state() != State::Open)
        return failure(ErrorCode::NotConnected, u"Nothing was sent: you are in no room."_s);
    ++m_counters.packetsOut;
    return {};
}

void SimulatorTransport::step()
{
    ++m_tick;
    for (Peer &peer : m_peers) {
        const bool wasStill = peer.walk.placement().velocity == Vec3();
        const Placement &placement = peer.walk.step(tickSeconds);
        const bool still = wasStill && placement.velocity == Vec3();
        if (!still || m_tick % 10 == 1) {
            ++peer.index;
            deliver(peer, rfc4::positionOf(placement, peer.index));
            deliver(peer, rfc4::movementOf(placement, static_cast<float>(m_tick) * tickSeconds));
        }
        if (state() != State::Open)
            return;
    }
    if (!m_peers.empty() && m_tick % ticksBetweenChats == 0) {
        Peer &speaker = m_peers[m_chance() % m_peers.size()];
        const QStringView saying = sayings[m_chance() % std::size(sayings)];
        // The simulated world's clock begins on 1 January 2026, so that the same seed gives the same bytes.
        constexpr double begin = 46'023;
        deliver(speaker, rfc4::Chat{saying.toString(), begin + m_tick * double(tickSeconds) / 86'400});
    }
}

void SimulatorTransport::deliver(Peer &peer, const rfc4::Message &message)
{
    if (state() != State::Open)
        return;
    // Drawn for each packet even without loss: the loss does not change the walks.
    const double draw = static_cast<double>(m_chance()) * 0x1p-32;
    if (draw < m_options.loss)
        return;
    ++m_counters.packetsIn;
    emit packetReceived(peer.address, m_codec.encode(message));
}

} // namespace islet
