// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/simulatedworld.h"

#include "protocol/placement.h"
#include "sim/simulatedvoice.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

enum Stream : std::uint32_t { Peers = 1, Chats, Talks, Churns };

// The simulated clock starts on 1 January 2026, so that the same seed gives the same bytes.
constexpr double startInOleDays = 46'023;
constexpr std::chrono::milliseconds startSinceEpoch = 20'454 * 24h;

constexpr QStringView lines[] = {
    u"hello there", u"nice evening", u"has anybody seen the market?", u"I am only passing through", u"over here!",
};

Address addressOf(SeededRandom &chance)
{
    Address::Bytes bytes;
    for (auto &byte : bytes)
        byte = static_cast<std::uint8_t>(chance.below(256));
    return Address(bytes);
}

} // namespace

SimulatedWorld::SimulatedWorld(const SimulatorOptions &options)
    : m_options(options)
    , m_peers(static_cast<std::size_t>(options.peers))
    , m_walk(MobilityModel::make(options))
    , m_chatRandom(options.seed, Chats)
    , m_talkRandom(options.seed, Talks)
    , m_churnRandom(options.seed, Churns)
{
    SeededRandom chance(options.seed, Peers);
    for (std::uint32_t slot = 0; slot < m_peers.size(); ++slot)
        enter(slot, chance);
}

QList<Address> SimulatedWorld::peers() const
{
    QList<Address> addresses;
    addresses.reserve(static_cast<qsizetype>(m_peers.size()));
    std::ranges::transform(m_peers, std::back_inserter(addresses), &Peer::address);
    return addresses;
}

void SimulatedWorld::step(Events &events)
{
    if (m_peers.empty())
        return;
    ++m_steps;
    if (m_steps % stepsToATick == 0) {
        ++m_ticks;
        if (isDue(m_options.churn))
            replacePeer(events);
        report(events);
        if (isDue(m_options.chat))
            chat(events);
    }
    talk(events);
}

void SimulatedWorld::enter(std::uint32_t slot, SeededRandom &chance)
{
    m_peers[slot] = {};
    m_peers[slot].address = addressOf(chance);
    m_peers[slot].sound = chance.below(simulatedvoice::packetCount);
    m_walk->enter(slot, chance.next());
}

//! Whether an event that occurs so often, evenly spaced and at most once a tick, is due in this tick.
bool SimulatedWorld::isDue(int timesAMinute) const
{
    return m_ticks * timesAMinute / ticksAMinute > (m_ticks - 1) * timesAMinute / ticksAMinute;
}

double SimulatedWorld::seconds() const
{
    constexpr double stepsASecond = 1s / stepTime;
    return static_cast<double>(m_steps) / stepsASecond;
}

void SimulatedWorld::send(std::uint32_t slot, const rfc4::Message &message, Events &events)
{
    events.push_back({SimulatedEvent::Kind::Said, slot, m_peers[slot].address, m_codec.encode(message)});
}

void SimulatedWorld::replacePeer(Events &events)
{
    const std::uint32_t slot = m_churnRandom.below(static_cast<std::uint32_t>(m_peers.size()));
    std::erase_if(m_turns, [slot](const Turn &turn) { return turn.slot == slot; });
    events.push_back({SimulatedEvent::Kind::Left, slot, m_peers[slot].address, {}});
    enter(slot, m_churnRandom);
    events.push_back({SimulatedEvent::Kind::Joined, slot, m_peers[slot].address, {}});
}

void SimulatedWorld::report(Events &events)
{
    m_walk->step();
    const auto now = static_cast<float>(seconds());
    for (std::uint32_t slot = 0; slot < m_peers.size(); ++slot) {
        // As clients do (ADR-104): ten times a second while moving, once a second at rest, spread over the ticks.
        constexpr std::int64_t ticksAtRest = 10;
        Peer &peer = m_peers[slot];
        const Placement &placement = m_walk->placements()[slot];
        const bool isStill = placement.velocity == Vec3();
        const bool isUnchanged = isStill && peer.wasStill;
        peer.wasStill = isStill;
        if (isUnchanged && (m_ticks + slot) % ticksAtRest != 0)
            continue;
        send(slot, rfc4::positionOf(placement, ++peer.index), events);
        send(slot, rfc4::movementOf(placement, now), events);
    }
}

void SimulatedWorld::chat(Events &events)
{
    const std::uint32_t slot = m_chatRandom.below(static_cast<std::uint32_t>(m_peers.size()));
    const QStringView line = lines[m_chatRandom.below(std::size(lines))];
    constexpr double secondsADay = 86'400;
    send(slot, rfc4::Chat{line.toString(), startInOleDays + seconds() / secondsADay}, events);
}

void SimulatedWorld::talk(Events &events)
{
    // Shorter turns than real people take, so that changes of speaker are soon heard.
    constexpr std::uint32_t minTurn = 2s / stepTime;
    constexpr std::uint32_t maxTurn = 7s / stepTime;
    endTurns();
    while (m_turns.size() < static_cast<std::size_t>(m_options.talk)) {
        const auto talker = nextTalker();
        if (!talker)
            break;
        m_peers[*talker].isTalking = true;
        m_turns.push_back({*talker, minTurn + m_talkRandom.below(maxTurn - minTurn + 1)});
    }
    for (Turn &turn : m_turns) {
        --turn.stepsLeft;
        Peer &peer = m_peers[turn.slot];
        // Time-based, as in clients, which must never fall below an index they sent before.
        const auto first = static_cast<std::uint32_t>((startSinceEpoch / stepTime) + m_steps);
        peer.voiceIndex = peer.voiceIndex == 0 ? first : peer.voiceIndex + 1;
        send(turn.slot, rfc4::Voice{simulatedvoice::packet(peer.sound), peer.voiceIndex}, events);
        peer.sound = (peer.sound + 1) % simulatedvoice::packetCount;
    }
}

void SimulatedWorld::endTurns()
{
    std::erase_if(m_turns, [this](const Turn &turn) {
        if (turn.stepsLeft == 0)
            m_peers[turn.slot].isTalking = false;
        return turn.stepsLeft == 0;
    });
}

//! A peer that is not talking and has reported a position: before that, no one would hear them.
std::optional<std::uint32_t> SimulatedWorld::nextTalker()
{
    if (m_ticks == 0)
        return std::nullopt;
    const auto count = static_cast<std::uint32_t>(m_peers.size());
    const std::uint32_t first = m_talkRandom.below(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t slot = (first + i) % count;
        if (!m_peers[slot].isTalking && m_peers[slot].index > 0)
            return slot;
    }
    return std::nullopt;
}

} // namespace islet
