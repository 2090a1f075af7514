// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/ignoredpeople.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto key = "people/ignored"_L1; // each ME=PERSON

} // namespace

IgnoredPeople::IgnoredPeople(QSettings &settings, const Address &me, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_me(me)
{
    read();
    collectMine();
}

void IgnoredPeople::read()
{
    // The file may have been edited: skips invalid entries.
    const QStringList lines = m_settings.value(key).toStringList();
    QHash<Address, QSet<Address>> seen;
    for (const QString &line : lines.first(std::min(lines.size(), maxTotal))) {
        const auto me = Address::parse(line.section(u'=', 0, 0));
        const auto person = Address::parse(line.section(u'=', 1));
        if (!me || !person || *me == *person)
            continue;
        QSet<Address> &theirs = seen[*me];
        if (theirs.size() >= maxPerIdentity || theirs.contains(*person))
            continue;
        theirs.insert(*person);
        m_entries.append({*me, *person});
    }
}

void IgnoredPeople::collectMine()
{
    m_mine.clear();
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.me == m_me)
            m_mine.insert(entry.person);
    }
}

void IgnoredPeople::setMe(const Address &me)
{
    if (m_me == me)
        return;
    const QSet<Address> before = m_mine;
    m_me = me;
    collectMine();
    const QSet<Address> others = (before - m_mine) + (m_mine - before);
    for (const Address &person : others)
        emit changed(person);
    if (!others.isEmpty())
        emit addressesChanged();
}

bool IgnoredPeople::setIgnored(const Address &person, bool ignored)
{
    if (isIgnored(person) == ignored)
        return true;
    if (ignored && (person == m_me || m_mine.size() >= maxPerIdentity))
        return false;
    if (ignored) {
        m_mine.insert(person);
        m_entries.append({m_me, person});
        while (m_entries.size() > maxTotal)
            m_entries.removeFirst();
    } else {
        m_mine.remove(person);
        m_entries.removeOne(Entry{m_me, person});
    }
    save();
    emit changed(person);
    emit addressesChanged();
    return true;
}

bool IgnoredPeople::setIgnored(const QString &address, bool ignored)
{
    const auto person = Address::parse(address);
    return person && setIgnored(*person, ignored);
}

QStringList IgnoredPeople::addresses() const
{
    QStringList list;
    for (const Address &person : m_mine)
        list.append(person.toChecksummed());
    list.sort(Qt::CaseInsensitive);
    return list;
}

void IgnoredPeople::save()
{
    QStringList lines;
    for (const Entry &entry : std::as_const(m_entries))
        lines.append(entry.me.toLower() + u'=' + entry.person.toLower());
    m_settings.setValue(key, lines);
}

} // namespace islet
