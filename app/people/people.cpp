// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/people.h"

namespace islet {

People::People(Room room, const Address &me, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_room(std::move(room))
    , m_ignored(settings, me)
    , m_emotes(m_room.adapter, m_ignored, m_room.clock)
    , m_delays(m_room.pinger, m_room.directory, m_room.clock)
    , m_everybody({m_room.directory, m_room.me, m_room.voices, m_room.profiles, m_ignored, m_emotes, m_room.clock})
    , m_order(m_everybody, settings, m_room.clock)
    , m_keys(m_order, m_room.voices, m_ignored, m_room.clock)
{
    connect(&m_ignored, &IgnoredPeople::changed, this, &People::silence);
    connect(&m_order, &PeopleOrder::reordered, this, &People::reordered);
    for (const Address &person : m_ignored.people())
        silence(person);
}

bool People::isHere(const QString &address) const
{
    const auto person = Address::parse(address);
    return person && m_everybody.rowOf(*person) >= 0;
}

void People::silence(const Address &person)
{
    m_room.voices.setIgnored(person, m_ignored.isIgnored(person));
}

} // namespace islet
