// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "crowd.h"

#include "people/personlook.h"

#include <algorithm>

namespace islet {

Crowd::Crowd(PeerDirectory &directory, Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
    connect(&directory, &PeerDirectory::peerMoved, this, [this](const Address &address, const Placement &placement) {
        m_motions[address].add(placement, m_clock());
        emit changed();
    });
    connect(&directory, &PeerDirectory::peerRemoved, this, [this](const Address &address) {
        if (m_motions.remove(address))
            emit changed();
    });
}

QList<Crowd::Person> Crowd::people() const
{
    QList<Person> people;
    people.reserve(m_motions.size());
    const auto now = m_clock();
    for (auto motion = m_motions.cbegin(); motion != m_motions.cend(); ++motion)
        people.append(person(motion.key(), motion->at(now)));
    return people;
}

Crowd::Person Crowd::person(const Address &address, const Placement &placement) const
{
    const Profile *profile = m_profiles ? m_profiles->find(address) : nullptr;
    return {address, placement, m_talking.contains(address), colorOf(address, profile),
            profile ? profile->name : QString()};
}

void Crowd::setProfiles(const ProfileExchange &profiles)
{
    m_profiles = &profiles;
    connect(&profiles, &ProfileExchange::profileChanged, this, &Crowd::changed);
}

void Crowd::setTalking(const QSet<Address> &people)
{
    m_talking = people;
    emit changed();
}

bool Crowd::isMoving() const
{
    const auto now = m_clock();
    return std::any_of(m_motions.cbegin(), m_motions.cend(), [now](const PeerMotion &m) { return m.isMoving(now); });
}

} // namespace islet
