// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "people/peoplekeys.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr qsizetype longestWord = 64;

} // namespace

PeopleKeys::PeopleKeys(const PeopleOrder &order, VoicePeople &voices, IgnoredPeople &ignored, Clock clock,
                       QObject *parent)
    : QObject(parent)
    , m_order(order)
    , m_voices(voices)
    , m_ignored(ignored)
    , m_clock(std::move(clock))
{ }

bool PeopleKeys::wants(const QString &text)
{
    return text.size() == 1 && text.front().isLetterOrNumber();
}

bool PeopleKeys::press(int key, const QString &text, int row, int page)
{
    switch (key) {
    case Qt::Key_Home: return move(0);
    case Qt::Key_End: return move(m_order.rowCount() - 1);
    case Qt::Key_PageUp: return move(std::max(row - page, 0));
    case Qt::Key_PageDown: return move(std::min(row + page, m_order.rowCount() - 1));
    default: break;
    }
    if (!wants(text))
        return false;
    if (m_clock() - m_lastLetter >= betweenLetters)
        m_typed.clear();
    const auto person = Address::parse(m_order.addressAt(row));
    const bool isWord = !m_typed.isEmpty() || !person;
    if (!isWord && text.compare("m"_L1, Qt::CaseInsensitive) == 0)
        m_voices.setMuted(*person, !m_voices.wishFor(*person).isMuted);
    else if (!isWord && text.compare("i"_L1, Qt::CaseInsensitive) == 0)
        m_ignored.setIgnored(*person, !m_ignored.isIgnored(*person));
    else
        return type(text, row);
    return true;
}

bool PeopleKeys::move(int row)
{
    if (row >= 0 && row < m_order.rowCount())
        emit moved(row);
    return true;
}

bool PeopleKeys::type(const QString &letter, int row)
{
    m_lastLetter = m_clock();
    if (m_typed.size() < longestWord)
        m_typed += letter;
    // A longer word may still be the current person's own.
    const int found = m_order.rowThatBegins(m_typed, m_typed.size() > 1 ? row - 1 : row);
    return found < 0 || move(found);
}

} // namespace islet
