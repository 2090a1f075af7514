// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/people.h"

namespace islet {

People::People(PeopleDependencies dependencies, const Address &me, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_dependencies(std::move(dependencies))
    , m_ignored(settings, me)
    , m_emotes(m_dependencies.adapter, m_ignored, m_dependencies.clock)
    , m_delays(m_dependencies.pinger, m_dependencies.directory, m_dependencies.clock)
    , m_peers({m_dependencies.directory, m_dependencies.me, m_dependencies.voices, m_dependencies.profiles, m_ignored,
               m_emotes, m_dependencies.clock})
    , m_order(m_peers, settings, m_dependencies.clock)
    , m_keys(m_order, m_dependencies.voices, m_ignored, m_dependencies.clock)
{
    connect(&m_ignored, &IgnoredPeople::changed, this, &People::applyIgnored);
    connect(&m_order, &PeopleOrder::reordered, this, &People::reordered);
    for (const Address &person : m_ignored.people())
        applyIgnored(person);
}

bool People::isHere(const QString &address) const
{
    const auto person = Address::parse(address);
    return person && m_peers.rowOf(*person) >= 0;
}

void People::retranslate()
{
    m_peers.retranslate();
    m_emotes.retranslate();
}

void People::applyIgnored(const Address &person)
{
    m_dependencies.voices.setIgnored(person, m_ignored.isIgnored(person));
}

} // namespace islet
