// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/peoplekeys.h"

#include <algorithm>

namespace islet {

namespace {

constexpr qsizetype maxTyped = 64;
//! With one of these a letter is a shortcut, not text.
constexpr int commandKeys = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

bool isToggle(int key, int modifiers)
{
    return (modifiers & (commandKeys | Qt::ShiftModifier)) == (Qt::ControlModifier | Qt::ShiftModifier)
        && (key == Qt::Key_M || key == Qt::Key_I);
}

bool isLetter(int modifiers, const QString &text)
{
    return !(modifiers & commandKeys) && text.size() == 1 && text.front().isLetterOrNumber();
}

} // namespace

PeopleKeys::PeopleKeys(const PeopleOrder &order, PeerAudioSettings &voices, IgnoredPeople &ignored, Clock clock,
                       QObject *parent)
    : QObject(parent)
    , m_order(order)
    , m_voices(voices)
    , m_ignored(ignored)
    , m_clock(std::move(clock))
{ }

bool PeopleKeys::wants(int key, int modifiers, const QString &text)
{
    return isToggle(key, modifiers) || isLetter(modifiers, text);
}

bool PeopleKeys::press(int key, int modifiers, const QString &text, int row, int page)
{
    if (isToggle(key, modifiers))
        return toggle(key, row);
    if (modifiers & commandKeys)
        return false;
    switch (key) {
    case Qt::Key_Home: return move(0);
    case Qt::Key_End: return move(m_order.rowCount() - 1);
    case Qt::Key_PageUp: return move(std::max(row - page, 0));
    case Qt::Key_PageDown: return move(std::min(row + page, m_order.rowCount() - 1));
    default: return isLetter(modifiers, text) && type(text, row);
    }
}

bool PeopleKeys::toggle(int key, int row)
{
    const auto person = Address::parse(m_order.addressAt(row));
    if (person && key == Qt::Key_M)
        m_voices.setMuted(*person, !m_voices.audioOf(*person).isMuted);
    else if (person)
        m_ignored.setIgnored(*person, !m_ignored.isIgnored(*person));
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
    if (m_clock() - m_lastLetter >= typingTimeout)
        m_typed.clear();
    m_lastLetter = m_clock();
    if (m_typed.size() < maxTyped)
        m_typed += letter;
    // The current person may still match a longer prefix, so the search includes their row.
    const int found = m_order.nextRowStartingWith(m_typed, m_typed.size() > 1 ? row - 1 : row);
    return found < 0 || move(found);
}

} // namespace islet
