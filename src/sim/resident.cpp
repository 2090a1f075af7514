// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/resident.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto stepTime = 100ms;
constexpr float stepSeconds = 0.1F;

//! Said in turn, to show newcomers around.
constexpr QStringView lines[] = {
    u"Welcome! Walk with W, A, S and D, or click on the map.",
    u"Hold Shift to run.",
    u"I like it here. The parcels are sixteen metres wide.",
    u"Anyone from the next parcel around?",
    u"Type in the chat and press Enter: everyone here will see it.",
    u"To join another room, enter its address at the top.",
};

constexpr QStringView names[] = {u"Ada", u"Bo", u"Cleo", u"Dan", u"Eli", u"Fay"};

Profile profileOf(std::uint32_t seed)
{
    Profile profile;
    profile.name = names[(seed - 1) % std::size(names)].toString();
    profile.description = u"Bot: lives in this room and shows newcomers around."_s;
    profile.version = 1;
    return profile;
}

} // namespace

Resident::Resident(TransportRegistry protocols, std::uint32_t seed, const Vec3 &home, QObject *parent)
    : QObject(parent)
    , m_identity(Identity::guest())
    , m_client(std::move(protocols), m_identity, {CommsSession::Retry::WhenLost, profileOf(seed)})
    , m_walk(seed, home)
    , m_nextLine(seed - 1)
    , m_untilNextChat(2 + 7 * static_cast<float>(seed - 1))
{
    connect(&m_timer, &QTimer::timeout, this, &Resident::step);
    connect(&m_client.adapter(), &CommsAdapter::opened, &m_timer, [this] { m_timer.start(stepTime); });
    connect(&m_client.adapter(), &CommsAdapter::detached, &m_timer, &QTimer::stop);
}

Expected<void> Resident::join(const ConnectionString &where)
{
    static_cast<void>(m_client.reporter().setPlacement(m_walk.placement()));
    return m_client.join(where);
}

void Resident::step()
{
    static_cast<void>(m_client.reporter().setPlacement(m_walk.step(stepSeconds)));
    m_untilNextChat -= stepSeconds;
    if (m_untilNextChat > 0)
        return;
    m_untilNextChat = 20 + 40 * m_walk.random();
    static_cast<void>(m_client.adapter().sendChat(lines[m_nextLine++ % std::size(lines)].toString()));
}

} // namespace islet
