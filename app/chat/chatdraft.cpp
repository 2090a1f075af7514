// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatdraft.h"

#include "base/displaytext.h"

#include <algorithm>

namespace islet {

QString ChatDraft::warning() const
{
    const qsizetype bytes = m_text.size() * 3 > maxSafeBytes ? m_text.trimmed().toUtf8().size() : 0;
    if (bytes > maxSafeBytes)
        return tr("Long message: some clients show only the first %1 bytes (%2 now).").arg(maxSafeBytes).arg(bytes);
    const auto isFilled = [](QStringView line) { return !line.trimmed().isEmpty(); };
    const bool hasTooManyLines = std::ranges::count_if(m_text.split(u'\n'), isFilled) > maxChatLines;
    return hasTooManyLines ? tr("A message has at most %1 lines. The rest is joined to the last one.").arg(maxChatLines)
                           : QString();
}

void ChatDraft::keep(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text.left(maxLength);
    if (!isBrowsing())
        m_index = m_lines.size();
    emit textChanged();
}

bool ChatDraft::older()
{
    if (m_lines.isEmpty() || !(m_text.isEmpty() || isBrowsing()))
        return false;
    show(isBrowsing() ? qMax<qsizetype>(0, m_index - 1) : m_lines.size() - 1);
    return true;
}

bool ChatDraft::newer()
{
    if (!isBrowsing())
        return false;
    show(m_index + 1);
    return true;
}

void ChatDraft::show(qsizetype at)
{
    m_index = at;
    m_text = m_lines.value(at);
    emit textChanged();
    emit recalled();
    m_index = at; // recalled() makes the field empty for a moment, which calls keep()
}

void ChatDraft::remember(const QString &text)
{
    m_lines.removeAll(text);
    m_lines.append(text.left(maxLength));
    if (m_lines.size() > maxHistory)
        m_lines.removeFirst();
    m_index = m_lines.size();
}

} // namespace islet
