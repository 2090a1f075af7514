// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/namecompletion.h"

#include "app/look/personlook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

//! Whether a word of `name` starts with `beginning`.
bool hasWord(const QString &name, const QString &beginning)
{
    for (qsizetype at = 0; at >= 0; at = name.indexOf(u' ', at)) {
        at += at > 0 ? 1 : 0;
        if (QStringView(name).sliced(at).startsWith(beginning, Qt::CaseInsensitive))
            return true;
        if (at == 0 && !name.contains(u' '))
            return false;
    }
    return false;
}

} // namespace

NameCompletion::NameCompletion(const PeerDirectory &people, const ProfileExchange &profiles, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_profiles(profiles)
{ }

QStringList NameCompletion::names() const
{
    QStringList names;
    for (const Person &person : m_found)
        names.append(person.shown);
    return names;
}

QList<NameCompletion::Person> NameCompletion::peopleMatching(const QString &beginning) const
{
    QList<Person> found;
    for (const Address &address : m_people.addresses()) {
        const Profile *profile = m_profiles.find(address);
        const bool isNamed = profile && !profile->name.isEmpty();
        const bool matchesName = isNamed && hasWord(profile->name, beginning);
        const bool matchesAddress =
            beginning.startsWith("0x"_L1) && address.toLower().startsWith(beginning, Qt::CaseInsensitive);
        if (matchesName || matchesAddress || (beginning.isEmpty() && !isNamed))
            found.append({isNamed ? profile->name : address.toShort(), nameOf(address, profile)});
    }
    const auto count = std::min(found.size(), maxNames);
    std::ranges::partial_sort(found, found.begin() + count,
                              [](const Person &left, const Person &right) { return left.shown < right.shown; });
    found.resize(count);
    return found;
}

bool NameCompletion::isInserted(const QString &line, int cursor) const
{
    return !m_found.isEmpty() && cursor == m_end && m_end <= line.size()
        && QStringView(line).sliced(m_start, m_end - m_start) == m_word;
}

bool NameCompletion::complete(const QString &line, int cursor, bool backwards)
{
    if (cursor < 0 || cursor > line.size())
        return false;
    if (isInserted(line, cursor)) {
        m_current = (m_current + (backwards ? -1 : 1) + m_found.size()) % m_found.size();
        m_replacedEnd = m_end;
    } else {
        m_start = cursor == 0 ? 0 : line.lastIndexOf(u' ', cursor - 1) + 1;
        m_replacedEnd = cursor;
        QString beginning = line.sliced(m_start, cursor - m_start);
        const bool isAddressed = beginning.startsWith(u'@');
        if (isAddressed)
            beginning.remove(0, 1);
        m_found = beginning.isEmpty() && !isAddressed ? QList<Person>() : peopleMatching(beginning);
        m_current = 0;
    }
    if (m_found.isEmpty()) {
        emit changed();
        return false;
    }
    m_word = u'@' + m_found[m_current].name + u' ';
    m_end = m_start + m_word.size();
    emit changed();
    return true;
}

void NameCompletion::finish()
{
    if (m_found.isEmpty())
        return;
    m_found.clear();
    emit changed();
}

} // namespace islet
