// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/simulatedworld.h"

#include "protocol/placement.h"
#include "sim/simulatedvoice.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

enum Stream : std::uint32_t { People = 1, Chats, Talks, Churns };

// The simulated world's clock begins on 1 January 2026, so that the same seed gives the same bytes.
constexpr double beginInOleDays = 46'023;
constexpr std::chrono::milliseconds beginSinceEpoch = 20'454 * 24h;

constexpr QStringView sayings[] = {
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
    , m_people(static_cast<std::size_t>(options.peers))
    , m_walk(MobilityModel::make(options))
    , m_chatChance(options.seed, Chats)
    , m_talkChance(options.seed, Talks)
    , m_churnChance(options.seed, Churns)
{
    SeededRandom chance(options.seed, People);
    for (std::uint32_t place = 0; place < m_people.size(); ++place)
        enter(place, chance);
}

QList<Address> SimulatedWorld::people() const
{
    QList<Address> addresses;
    addresses.reserve(static_cast<qsizetype>(m_people.size()));
    std::ranges::transform(m_people, std::back_inserter(addresses), &Person::address);
    return addresses;
}

void SimulatedWorld::step(Events &events)
{
    if (m_people.empty())
        return;
    ++m_steps;
    if (m_steps % stepsToATick == 0) {
        ++m_ticks;
        if (isDue(m_options.churn))
            replaceSomebody(events);
        report(events);
        if (isDue(m_options.chat))
            chat(events);
    }
    talk(events);
}

void SimulatedWorld::enter(std::uint32_t place, SeededRandom &chance)
{
    m_people[place] = {};
    m_people[place].address = addressOf(chance);
    m_people[place].sound = chance.below(simulatedvoice::packetCount);
    m_walk->enter(place, chance.next());
}

//! Whether something that happens so often, evenly and at most once a tick, happens in this one.
bool SimulatedWorld::isDue(int timesAMinute) const
{
    return m_ticks * timesAMinute / ticksAMinute > (m_ticks - 1) * timesAMinute / ticksAMinute;
}

double SimulatedWorld::seconds() const
{
    constexpr double stepsASecond = 1s / stepTime;
    return static_cast<double>(m_steps) / stepsASecond;
}

void SimulatedWorld::say(std::uint32_t place, const rfc4::Message &message, Events &events)
{
    events.push_back({SimulatedEvent::Kind::Said, place, m_people[place].address, m_codec.encode(message)});
}

void SimulatedWorld::replaceSomebody(Events &events)
{
    const std::uint32_t place = m_churnChance.below(static_cast<std::uint32_t>(m_people.size()));
    std::erase_if(m_turns, [place](const Turn &turn) { return turn.place == place; });
    events.push_back({SimulatedEvent::Kind::Left, place, m_people[place].address, {}});
    enter(place, m_churnChance);
    events.push_back({SimulatedEvent::Kind::Joined, place, m_people[place].address, {}});
}

void SimulatedWorld::report(Events &events)
{
    m_walk->step();
    const auto now = static_cast<float>(seconds());
    for (std::uint32_t place = 0; place < m_people.size(); ++place) {
        // As clients do it (ADR-104): ten times a second on the way, once a second at rest, not all at once.
        constexpr std::int64_t ticksAtRest = 10;
        Person &person = m_people[place];
        const Placement &placement = m_walk->placements()[place];
        const bool isStill = placement.velocity == Vec3();
        const bool isNoNews = isStill && person.wasStill;
        person.wasStill = isStill;
        if (isNoNews && (m_ticks + place) % ticksAtRest != 0)
            continue;
        say(place, rfc4::positionOf(placement, ++person.index), events);
        say(place, rfc4::movementOf(placement, now), events);
    }
}

void SimulatedWorld::chat(Events &events)
{
    const std::uint32_t place = m_chatChance.below(static_cast<std::uint32_t>(m_people.size()));
    const QStringView saying = sayings[m_chatChance.below(std::size(sayings))];
    constexpr double secondsADay = 86'400;
    say(place, rfc4::Chat{saying.toString(), beginInOleDays + seconds() / secondsADay}, events);
}

void SimulatedWorld::talk(Events &events)
{
    // Shorter turns than people take, so that one hears soon how they change.
    constexpr std::uint32_t shortestTurn = 2s / stepTime;
    constexpr std::uint32_t longestTurn = 7s / stepTime;
    endTurns();
    while (m_turns.size() < static_cast<std::size_t>(m_options.talk)) {
        const auto talker = nextTalker();
        if (!talker)
            break;
        m_people[*talker].isTalking = true;
        m_turns.push_back({*talker, shortestTurn + m_talkChance.below(longestTurn - shortestTurn + 1)});
    }
    for (Turn &turn : m_turns) {
        --turn.stepsLeft;
        Person &person = m_people[turn.place];
        // Time-based, as clients do it who must not fall behind what they sent before.
        const auto first = static_cast<std::uint32_t>((beginSinceEpoch / stepTime) + m_steps);
        person.voiceIndex = person.voiceIndex == 0 ? first : person.voiceIndex + 1;
        say(turn.place, rfc4::Voice{simulatedvoice::packet(person.sound), person.voiceIndex}, events);
        person.sound = (person.sound + 1) % simulatedvoice::packetCount;
    }
}

void SimulatedWorld::endTurns()
{
    std::erase_if(m_turns, [this](const Turn &turn) {
        if (turn.stepsLeft == 0)
            m_people[turn.place].isTalking = false;
        return turn.stepsLeft == 0;
    });
}

//! Somebody who is not talking, and who has said where they are: before that, nobody would hear them.
std::optional<std::uint32_t> SimulatedWorld::nextTalker()
{
    if (m_ticks == 0)
        return std::nullopt;
    const auto count = static_cast<std::uint32_t>(m_people.size());
    const std::uint32_t first = m_talkChance.below(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t place = (first + i) % count;
        if (!m_people[place].isTalking && m_people[place].index > 0)
            return place;
    }
    return std::nullopt;
}

} // namespace islet
